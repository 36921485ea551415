import { longDay } from '#calendar'
import { placeOf } from '#findings'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { isOpen, nameOf } from '../decision.ts'
import { draftDecisions } from '../policy.ts'
import type { DecisionsRooms } from '../rooms.ts'
import { allDecisions, openDelegations } from '../store/index.ts'
import { endWords } from './decision.view.ts'
import { decisionCrumbs, decisionPath } from './paths.ts'

/** `/decisions/delegations`: what posts may do under a decision, and how often they did. */
export function delegationsPage(rooms: DecisionsRooms): Route {
  return route({
    method: 'GET',
    url: '/decisions/delegations',
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const seesDrafts = permits(draftDecisions, viewerOf(request))
      const rows = await rooms.db.as(council.code, async trx => {
        const readable = new Map(
          (await allDecisions(trx))
            .filter(each => seesDrafts || (each.publishedAt !== null && each.exemptWords === ''))
            .map(each => [each.id, each]),
        )
        return (await openDelegations(trx)).flatMap(delegation => {
          const decision = readable.get(delegation.decisionId)
          return decision === undefined || !isOpen(delegation, today)
            ? []
            : [{ delegation, decision }]
        })
      })
      const title = 'What officers may do under a decision'
      const body = html`${heading({ title, lead: 'Each power that a decision gave to a post and that has not ended, with the times that it was used.' })}
${
  rows.length === 0
    ? emptyState({
        title: 'Nothing is delegated',
        text: 'No decision leaves anything to a post at the moment.',
      })
    : dataTable({
        caption: title,
        captionHidden: true,
        columns: [
          {
            heading: 'Post',
            cell: ({ delegation }) =>
              html`${delegation.toPost}${delegation.consulting !== '' && html`<br><span class="app-muted">in consultation with ${delegation.consulting}</span>`}`,
          },
          { heading: 'What', cell: ({ delegation }) => delegation.scope },
          {
            heading: 'Under',
            cell: ({ decision }) =>
              html`<a class="govuk-link" href="${decisionPath(decision.id)}">${nameOf(decision)}: ${decision.title}</a>`,
          },
          { heading: 'Until', cell: ({ delegation }) => endWords(delegation, today) },
          {
            heading: 'Used',
            cell: ({ delegation: { exercises } }) => {
              const last = exercises.at(-1)
              return last === undefined
                ? 'Never'
                : `${exercises.length === 1 ? 'Once' : `${exercises.length} times`}, last on ${longDay(last.doneOn)}`
            },
          },
        ],
        rows,
      })
}`
      return show({ title, current: '/meetings', breadcrumbs: decisionCrumbs, wide: true, body })
    },
  })
}
