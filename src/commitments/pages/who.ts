import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { answeringOf, challengeOf } from '../counts.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { commitmentsCrumb, seenBy } from './seen.ts'

/** `/commitments/who`: who answers, partners too, and whether what each body asks has an effect. */
export function whoPage(rooms: CommitmentsRooms): Route {
  return route({
    method: 'GET',
    url: '/commitments/who',
    handler: async ({ request }) => {
      const { all, today } = await seenBy(rooms, request)
      const answering = answeringOf(all, today)
      const body = html`${heading({ title: 'Who asks and who answers', lead: 'How often each was asked and answered. Few were asked often enough for a share to mean much, so these are counts.' })}
${
  answering.length === 0
    ? emptyState({
        title: 'Nobody was asked for anything yet',
        text: 'It is counted once commitments have owners.',
      })
    : dataTable({
        caption: 'Who answers',
        captionSize: 'm',
        columns: [
          {
            heading: 'Post, person or organisation',
            names: true,
            cell: each =>
              html`<a class="govuk-link" href="${listOf('owner', each.who)}">${each.who}</a>`,
          },
          { heading: 'Asked', numeric: true, cell: each => each.asked },
          { heading: 'Answered', numeric: true, cell: each => each.answered },
          {
            heading: 'By the first date',
            numeric: true,
            cell: each => (each.withDay === 0 ? 'No dates' : `${each.inTime} of ${each.withDay}`),
          },
          { heading: 'Overdue', numeric: true, cell: each => each.overdue },
        ],
        rows: answering,
      })
}
${dataTable({
  caption: 'Who asks, and what it led to',
  captionSize: 'm',
  columns: [
    {
      heading: 'Body',
      names: true,
      cell: each =>
        html`<a class="govuk-link" href="${listOf('body', each.body)}">${each.body}</a>`,
    },
    { heading: 'Asked or raised', numeric: true, cell: each => each.asked },
    { heading: 'Answered', numeric: true, cell: each => each.answered },
    { heading: 'Done or resolved, with evidence', numeric: true, cell: each => each.changed },
    { heading: 'Open for a year or longer', numeric: true, cell: each => each.old },
  ],
  rows: challengeOf(all, today),
})}`
      return show({
        title: 'Who asks and who answers',
        breadcrumbs: [commitmentsCrumb],
        current: '/meetings',
        wide: true,
        body,
      })
    },
  })
}

const listOf = (field: 'owner' | 'body', name: string): string =>
  `/commitments?${new URLSearchParams({ show: 'all', [field]: name }).toString()}`
