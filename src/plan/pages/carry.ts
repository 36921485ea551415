import { z } from 'zod'
import { addWorkingDays } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { checkboxes, input, select, textarea } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  listOf,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
  typedAll,
} from '#kit/http/index.ts'
import { brief, changingOf, formView, maybeText, refusePrivate, text } from '#findings'
import { carryForward } from '../decide.ts'
import { isOpenLine } from '../line.ts'
import { linesIn, planCrumbs, planIn, planPath, type PlanRooms, seenBy } from './rooms.ts'

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/plans/<id>/carry`: open lines go on in the next plan, with the reason. */
export function carryPages(rooms: PlanRooms): readonly Route[] {
  const form = async (
    asked: Request,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, asked.request)
    const plan = planIn(seen, asked.params.id)
    const open = linesIn(seen, plan.id).filter(each => isOpenLine(each.line))
    const others = seen.gathered.plans.filter(each => each.id !== plan.id)
    const chosen = typedAll(values, 'lines')
    const at = planPath(plan.id)
    const title = 'Carry open lines forward'
    const fields = html`${checkboxes({ idPrefix: 'lines', name: 'lines', classes: 'govuk-checkboxes--small', fieldset: { legend: { text: 'Which lines go on?' } }, hint: { text: 'What stands above a line goes with it. What is not chosen stays here and stays open.' }, items: open.map(each => ({ value: each.line.id, text: `${each.number} ${brief(each.line.title, 100)}`, checked: chosen.includes(each.line.id) })), errorMessage: errorOf(errors, 'lines') })}
${textarea({ id: 'reason', name: 'reason', rows: 3, label: { text: 'Why are they carried forward?' }, hint: { text: 'It stands with each of them in the next plan.' }, value: typed(values, 'reason'), errorMessage: errorOf(errors, 'reason') })}
${select({ id: 'into', name: 'into', label: { text: 'Into which plan?' }, items: [{ value: '', text: 'A new plan' }, ...others.map(each => ({ value: each.id, text: each.title, selected: typed(values, 'into') === each.id }))], errorMessage: errorOf(errors, 'into') })}
${input({ id: 'title', name: 'title', label: { text: 'Title of the new plan' }, value: typed(values, 'title'), errorMessage: errorOf(errors, 'title') })}`
    const body = html`${heading({ title, caption: plan.title })}
${open.length === 0 ? emptyState({ title: 'No line is open', text: 'There is nothing to carry forward.' }) : formView(`${at}/carry`, asked.csrf(), fields, title, at)}`
    return show({ title, breadcrumbs: planCrumbs(plan), body })
  }
  return [
    route({
      method: 'GET',
      url: '/plans/:id/carry',
      params: Params,
      handler: asked => form(asked),
    }),
    route({
      method: 'POST',
      url: '/plans/:id/carry',
      params: Params,
      body: z.object({
        lines: listOf(z.uuid()),
        reason: text(1000, 'Enter why they are carried forward.'),
        into: z.union([z.literal(''), z.uuid()]).default(''),
        title: maybeText(200),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        if (body.into === '' && body.title === '')
          throw invalid([{ field: 'title', message: 'Enter the title of the new plan.' }])
        refusePrivate({ reason: body.reason }, false)
        const first = addWorkingDays(by.today + 41, 1)
        const into =
          body.into === '' ? { title: body.title, firstUpdateOn: first } : { planId: body.into }
        const reasons = new Map(body.lines.map(id => [id, body.reason]))
        const id = await rooms.db.as(by.authority, trx =>
          carryForward(trx, by, params.id, into, reasons),
        )
        return seeOther(planPath(id))
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}
