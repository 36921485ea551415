import { z } from 'zod'
import { isoMonth, monthOf, parseIsoMonth } from '#calendar'
import { placeOf } from '#findings'
import { nameOfPeriod, type SeriesDefinition } from '#indicators'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { allow, behind, viewerOf } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { seeAudits } from '../../policy.ts'
import { blindFor, sightOfAudit } from '../../sight.ts'
import { invitedTo } from '../../store/index.ts'
import { heldOf } from '../count.ts'
import { definitionOf } from '../definition.ts'
import { type Member, membersOf } from '../members.ts'
import { figureView, type MemberRow } from './figure.view.ts'

/** `/audits/figures/QA02/2026-10`: what stands behind a figure that is counted from audits. */
export function figureOfAuditsPages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(
      allow(seeAudits),
      route({
        method: 'GET',
        url: '/audits/figures/:code/:month',
        params: z.object({ code: z.string().max(8), month: z.string().max(10) }),
        query: z.object({ team: z.string().max(120).default('') }),
        handler: async ({ request, params, query: { team } }) => {
          const { council, today } = await placeOf(rooms, request)
          const viewer = viewerOf(request)
          const definition = definitionOf(params.code)
          const month = parseIsoMonth(params.month)
          if (definition === null || month === null) throw notFound()
          const model = await rooms.db.as(council.code, async trx => {
            const held = await heldOf(trx, today)
            const members = membersOf(held).filter(
              each =>
                each.code === definition.code &&
                each.month === month &&
                (team === '' || each.team === team),
            )
            const invited = await invitedTo(trx, { userId: viewer.id })
            const blind = blindFor(viewer, held.audits)
            const rows = members.map((member): MemberRow => {
              const sight =
                member.audit === null ? 'whole' : sightOfAudit(viewer, member.audit, invited, blind)
              return { member, sight }
            })
            return { rows, provisional: provisionalIn(held.audits, definition, month, team) }
          })
          // Nobody learns from a figure of their own what they are yet to be asked.
          const known = model.rows.filter(({ sight }) => sight !== 'own' && sight !== 'blind')
          const body = figureView({
            definition,
            month,
            period: nameOfPeriod(definition, month),
            team,
            isOver: month < monthOf(today),
            rows: model.rows,
            above: sumOf(known, 'above'),
            below: sumOf(known, 'below'),
            later: model.rows.length - known.length,
            provisional: model.provisional,
          })
          return show({
            title: `${definition.name}, ${nameOfPeriod(definition, month)}`,
            current: CURRENT,
            breadcrumbs: [
              ...auditCrumbs,
              { text: definition.name, href: `/indicators/${definition.code}` },
            ],
            body,
          })
        },
      }),
    ),
  ]
}

/** Audits of a month that are not in its grades yet. */
function provisionalIn(
  audits: readonly NonNullable<Member['audit']>[],
  { code }: SeriesDefinition,
  month: number,
  team: string,
): number {
  if (code !== 'QA02') return 0
  return audits.filter(
    each =>
      each.provisional &&
      isoMonth(monthOf(each.auditedOn)) === isoMonth(month) &&
      (team === '' || each.team === team),
  ).length
}

const sumOf = (rows: readonly MemberRow[], of: 'above' | 'below'): number =>
  rows.reduce((sum, { member }) => sum + member[of], 0)
