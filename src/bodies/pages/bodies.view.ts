import { longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, tag } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Body, bodyKinds, bodyKindWords } from '../body.ts'
import { bodyPath } from '../change.ts'

export interface BodiesModel {
  readonly bodies: readonly BodyLine[]
  readonly mayKeep: boolean
}

export interface BodyLine {
  readonly body: Body
  readonly chair: string
  readonly seats: number
  /** Whether it is there today. */
  readonly sits: boolean
  readonly successor: Body | null
}

export function bodiesView({ bodies, mayKeep }: BodiesModel): Html {
  const kindOf = ({ body }: BodyLine): number => bodyKinds.indexOf(body.kind)
  const sitting = bodies.filter(each => each.sits).toSorted((a, b) => kindOf(a) - kindOf(b))
  const ended = bodies.filter(each => !each.sits)
  return html`${heading({
    title: 'Bodies',
    lead: 'Who meets, decides, asks and follows up: who sits there, who chairs, and who has a vote.',
  })}
${mayKeep && html`<div class="govuk-button-group">${button({ text: 'Add a body', href: '/bodies/new' })}</div>`}
<ul class="govuk-list"><li><a class="govuk-link" href="/posts">Posts, and who held them when</a></li><li><a class="govuk-link" href="/constitution">The constitution’s own rules</a></li></ul>
${bodies.length === 0 && emptyState({ title: 'No bodies yet', text: 'Add the cabinet, the scrutiny committee and the boards whose meetings are to be kept here.' })}
${
  sitting.length > 0 &&
  dataTable<BodyLine>({
    caption: 'Sitting today',
    captionHidden: true,
    columns: [
      { heading: 'Body', names: true, cell: nameOf },
      { heading: 'Kind', cell: ({ body }) => bodyKindWords[body.kind] },
      { heading: 'Chair', cell: ({ chair }) => chair },
      { heading: 'Seats', numeric: true, cell: ({ seats }) => String(seats) },
      { heading: 'Named in public', cell: ({ body }) => (body.listed ? 'Yes' : 'No') },
    ],
    rows: sitting,
  })
}
${
  ended.length > 0 &&
  html`<h2 class="govuk-heading-m">Not sitting today</h2>
${dataTable({
  caption: 'Not sitting today',
  captionHidden: true,
  columns: [
    { heading: 'Body', names: true, cell: nameOf },
    { heading: 'Kind', cell: ({ body }) => bodyKindWords[body.kind] },
    { heading: 'From', cell: ({ body }) => dayOr(body.startedOn, 'Not known') },
    { heading: 'To', cell: ({ body }) => dayOr(body.endedOn, '') },
    {
      heading: 'Followed by',
      cell: ({ successor }) =>
        successor === null
          ? 'Nothing'
          : html`<a class="govuk-link" href="${bodyPath(successor.id)}">${successor.name}</a>`,
    },
  ],
  rows: ended,
})}`
}`
}

function nameOf({ body, sits }: BodyLine): Html {
  const yet = !sits && body.endedOn === null
  return html`<a class="govuk-link" href="${bodyPath(body.id)}">${body.name}</a>${yet && html` ${tag({ text: 'Has not begun', classes: 'govuk-tag--grey' })}`}`
}

const dayOr = (day: number | null, words: string): string => (day === null ? words : longDay(day))
