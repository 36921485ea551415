import { z } from 'zod'
import { constitutionOn } from '#bodies'
import { inLondon, longDay } from '#calendar'
import { placeOf } from '#findings'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, input, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import {
  callInUntil,
  type Decision,
  makerKinds,
  nameOf,
  outcomes,
  type Standing,
  standingOn,
} from '../decision.ts'
import { draftDecisions, keepDecisions } from '../policy.ts'
import type { DecisionsRooms } from '../rooms.ts'
import { allDecisions, callInsOf } from '../store/index.ts'
import { decisionPath } from './paths.ts'
import { standingWords } from './standing.view.ts'

const Filter = z.object({
  by: z.string().max(20).default(''),
  outcome: z.string().max(20).default(''),
  key: z.string().max(5).default(''),
  q: z.string().max(200).default(''),
})
type Filtered = z.output<typeof Filter>

/** `/decisions`: what was decided, the newest first. */
export function decisionsPage(rooms: DecisionsRooms): Route {
  return route({
    method: 'GET',
    url: '/decisions',
    query: Filter,
    handler: async ({ request, query }) => {
      const { council, today } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const seesDrafts = permits(draftDecisions, viewer)
      const rows = await rooms.db.as(council.code, async trx => {
        const all = (await allDecisions(trx)).filter(
          each => seesDrafts || (each.publishedAt !== null && each.exemptWords === ''),
        )
        const callIns = await callInsOf(trx, ...all.map(each => each.id))
        return Promise.all(
          all.map(async decision => ({
            decision,
            standing: standingOn(
              decision,
              callIns.filter(each => each.decisionId === decision.id),
              decision.publishedAt === null
                ? null
                : callInUntil(
                    await constitutionOn(trx, inLondon(decision.publishedAt).day),
                    inLondon(decision.publishedAt).day,
                  ),
              today,
            ),
          })),
        )
      })
      const body = decisionsView(
        rows.filter(({ decision }) => passes(decision, query)),
        rows.length,
        query,
        permits(keepDecisions, viewer),
      )
      return show({ title: 'Decisions', current: '/meetings', wide: true, body })
    },
  })
}

function passes(decision: Decision, { by, outcome, key, q }: Filtered): boolean {
  if (by !== '' && decision.makerKind !== by) return false
  if (outcome !== '' && decision.outcome !== outcome) return false
  if (key === 'yes' && !decision.isKey) return false
  const text =
    `${decision.number} ${decision.title} ${decision.maker} ${decision.resolved.join(' ')}`.toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

type Row = { readonly decision: Decision; readonly standing: Standing }

function decisionsView(
  rows: readonly Row[],
  all: number,
  filter: Filtered,
  mayKeep: boolean,
): Html {
  return html`${heading({ title: 'Decisions', lead: 'What was decided, by whom, on what notice, and whether it is in force.' })}
<ul class="govuk-list"><li><a class="govuk-link" href="/decisions/notices">What is coming: notices of decisions</a></li>
<li><a class="govuk-link" href="/decisions/delegations">What officers may do under a decision</a></li>
${mayKeep && html`<li><a class="govuk-link" href="/decisions/new">Write down a decision</a></li>`}</ul>
${
  all === 0
    ? emptyState({
        title: 'No decision is written down yet',
        text: 'A clerk writes one down from the meeting that took it.',
      })
    : html`${filterForm(filter)}
<p class="govuk-body">${rows.length === all ? `${all} decisions.` : `${rows.length} of ${all} decisions.`}</p>
${rows.length > 0 && table(rows)}`
}`
}

function filterForm(filter: Filtered): Html {
  const choices = (words: Readonly<Record<string, string>>, chosen: string) => [
    { value: '', text: 'All' },
    ...Object.entries(words).map(([value, text]) => ({ value, text, selected: chosen === value })),
  ]
  return html`<form method="get" action="/decisions" class="app-filter">
${select({ id: 'by', name: 'by', label: { text: 'Decided by' }, items: choices(makerKinds, filter.by) })}
${select({ id: 'outcome', name: 'outcome', label: { text: 'Outcome' }, items: choices(outcomes, filter.outcome) })}
${select({ id: 'key', name: 'key', label: { text: 'Key decisions' }, items: choices({ yes: 'Key decisions only' }, filter.key) })}
${input({ id: 'q', name: 'q', label: { text: 'Words' }, value: filter.q })}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`
}

const table = (rows: readonly Row[]): Html =>
  dataTable({
    caption: 'Decisions, the newest first',
    columns: [
      {
        heading: 'Decision',
        cell: ({ decision }) =>
          html`<a class="govuk-link" href="${decisionPath(decision.id)}">${nameOf(decision)}: ${decision.title}</a>${decision.isKey && html`<br><span class="app-muted">Key decision</span>`}`,
      },
      { heading: 'By', cell: ({ decision }) => decision.maker },
      { heading: 'Taken', cell: ({ decision }) => longDay(decision.takenOn) },
      { heading: 'Outcome', cell: ({ decision }) => outcomes[decision.outcome] },
      { heading: 'Now', cell: ({ standing }) => standingWords(standing) },
    ],
    rows,
  })
