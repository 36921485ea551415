import { type Day, longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Content, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { saying } from '#performance'
import { type LineMeasure, measureName, measureNow, measurePath } from '#plan'
import { checkStateOf, suggestedVerdict } from '../assurance.ts'
import { type Commitment, verdicts } from '../commitment.ts'
import { dueOfCheck } from '../due.ts'
import { measuresNow } from '../measures.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { commitmentLink, originLink, stateTag } from './marks.view.ts'
import { commitmentsCrumb, seenBy } from './seen.ts'

interface Assured {
  readonly one: Commitment
  readonly measure: LineMeasure | null
}

/** `/commitments/assurances`: who said what and when, what the measure says now, and the verdict. */
export function assurancesPage(rooms: CommitmentsRooms): Route {
  return route({
    method: 'GET',
    url: '/commitments/assurances',
    handler: async ({ request }) => {
      const { all, today, authority } = await seenBy(rooms, request)
      const given = all.filter(each => each.kind === 'assurance' && each.state !== 'withdrawn')
      const measures = await rooms.db.as(authority, trx =>
        measuresNow(
          trx,
          given.flatMap(each => (each.measure === null ? [] : [each.measure])),
        ),
      )
      const rows = given
        .map(one => ({ one, measure: measures.get(one.measure ?? '') ?? null }))
        .toSorted((a, b) => b.one.origin.on - a.one.origin.on)
      const body = html`${heading({ title: 'Assurances', caption: 'What meetings were told', lead: leadOf(given, today) })}
${rows.length === 0 ? emptyState({ title: 'No assurance is recorded', text: 'When somebody assures a meeting that something is so, it is written down with who said it, and checked later against a measure or an audit.' }) : tableOf(rows, today)}`
      return show({
        title: 'Assurances',
        breadcrumbs: [commitmentsCrumb],
        current: '/meetings',
        wide: true,
        body,
      })
    },
  })
}

function leadOf(given: readonly Commitment[], today: Day): string {
  if (given.length === 0) return 'Who said that all is well, and whether it was.'
  const count = (test: (one: Commitment) => boolean) => given.filter(test).length
  const due = count(each => checkStateOf(each, today) === 'due')
  const all =
    given.length === 1 ? 'One assurance was given' : `${given.length} assurances were given`
  const held = count(each => each.check?.verdict === 'borne out')
  const not = count(each => each.check?.verdict === 'not borne out')
  return `${all}: ${held} borne out, ${not} not. ${due === 0 ? 'None waits to be checked.' : `${due} ${due === 1 ? 'waits' : 'wait'} to be checked.`}`
}

const tableOf = (rows: readonly Assured[], today: Day) =>
  dataTable({
    caption: 'Assurances, the newest first',
    columns: [
      { heading: 'What was said', names: true, cell: ({ one }) => commitmentLink(one) },
      {
        heading: 'Who and where',
        cell: ({ one }) =>
          html`${one.saidBy ?? 'Not named'}<br><span class="app-muted">${originLink(one)}</span>`,
      },
      { heading: 'What the measure says now', cell: measureCell },
      { heading: 'Verdict', cell: ({ one }) => verdictCell(one, today) },
    ],
    rows,
  })

function measureCell({ one, measure }: Assured): Content {
  if (measure === null) return one.audit ?? html`<span class="app-muted">No measure named</span>`
  const suggested = suggestedVerdict(measureNow(measure), one.origin.on)
  return html`<a class="govuk-link" href="${measurePath(measure.measure)}">${measureName(measure.measure)}</a><br>${measure.reading === null ? 'There are no figures.' : saying(measure.reading)}<br><span class="app-muted">Since then: ${verdicts[suggested.verdict].toLowerCase()}</span>`
}

function verdictCell(one: Commitment, today: Day): Content {
  const due = checkStateOf(one, today) === 'due'
  return html`${stateTag(one)}${
    one.check === null
      ? html`<br><span class="app-muted">${due ? 'Was to be looked at by' : 'To be looked at by'} ${longDay(dueOfCheck(one))}</span>`
      : html`<br>${one.check.words}<br><span class="app-muted">${one.check.by}, ${longDay(one.check.on)}</span>`
  }`
}
