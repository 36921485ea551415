import { z } from 'zod'
import { longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { cycleAt } from '../cycle.ts'
import type { Standing } from '../gather.ts'
import { linePath } from '../in-thread.ts'
import { accountable } from '../line.ts'
import { deliveryMark, updateWords, verdictMark } from './marks.view.ts'
import { linesIn, planCrumbs, planIn, type PlanRooms, seenBy } from './rooms.ts'

/** `/plans/<id>/updates`: who has written in this cycle, and who is late. */
export function updatesPage(rooms: PlanRooms): Route {
  return route({
    method: 'GET',
    url: '/plans/:id/updates',
    params: z.object({ id: z.uuid() }),
    handler: async ({ request, params }) => {
      const seen = await seenBy(rooms, request)
      const plan = planIn(seen, params.id)
      const lines = linesIn(seen, plan.id)
      const of = (...kinds: readonly string[]) =>
        lines.filter(each => kinds.includes(each.update.kind))
      const [late, due, given] = [of('late'), of('due'), of('given')]
      const { last, next } = cycleAt(plan, seen.today)
      const table = (caption: string, rows: readonly Standing[]): Html | false =>
        rows.length > 0 &&
        dataTable({
          caption: `${caption}: ${rows.length}`,
          columns: [
            { heading: 'No.', cell: each => each.number },
            {
              heading: 'Line',
              names: true,
              cell: each =>
                html`<a class="govuk-link" href="${linePath(each.line.id)}">${each.line.title}</a>`,
            },
            { heading: 'Owner', cell: each => accountable(each.line) ?? 'Nobody' },
            { heading: 'Update', cell: each => updateWords(each, seen.today) },
            { heading: 'Delivery', cell: each => deliveryMark(each.line) },
            { heading: 'Is it better?', cell: each => verdictMark(each.impact.verdict) },
            {
              heading: 'Write',
              cell: each =>
                html`<a class="govuk-link" href="${linePath(each.line.id)}/update">Write an update<span class="govuk-visually-hidden"> on ${each.line.title}</span></a>`,
            },
          ],
          rows,
        })
      const body = html`${heading({
        title: 'Updates of this cycle',
        caption: plan.title,
        lead: `${last === null ? 'The first' : 'The next'} are due on ${longDay(next)}.${late.length > 0 ? ` ${late.length} that ${late.length === 1 ? 'was' : 'were'} due on ${longDay(last ?? next)} ${late.length === 1 ? 'has' : 'have'} not come.` : ''}`,
      })}
${late.length + due.length + given.length === 0 && emptyState({ title: 'Nobody is asked yet', text: 'Projects and actions that are open are asked for an update each cycle.' })}
${table('Late', late)}${table('Due', due)}${table('Given', given)}`
      return show({
        title: 'Updates of this cycle',
        wide: true,
        breadcrumbs: planCrumbs(plan),
        body,
      })
    },
  })
}
