import { citeLaw, type Constitution, type Day, localLaw, longDay } from '#calendar'
import { definition, heading } from '#kit/html/blocks.ts'
import { button, dataTable, details, tag, warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { accessWords } from '../access.ts'
import {
  type Body,
  bodyKindWords,
  bodyOn,
  fullName,
  mayVote,
  type Person,
  type Seat,
  type SeatKind,
  seatKindWords,
  votesWords,
} from '../body.ts'
import { bodyPath } from '../change.ts'
import { quorumOf, quorumOfCouncil } from '../standing.ts'
import { dayForm, onDay, personLink, timeOf } from './parts.view.ts'

export interface Sitting {
  readonly seat: Seat
  /** Who sits there on the day; undefined for nobody. */
  readonly person: Person | undefined
  /** The portfolio of a member of the cabinet, as it was called on the day. */
  readonly portfolio: string | null
}

export interface BodyModel {
  readonly body: Body
  readonly day: Day
  readonly today: Day
  readonly asked: { readonly typed: string; readonly wrong: string | null }
  /** Who sat on the day, chair first. */
  readonly sitting: readonly Sitting[]
  /** The seats that were given up before the day. */
  readonly before: readonly Sitting[]
  readonly constitution: Constitution
  readonly predecessor: Body | null
  readonly successors: readonly Body[]
  readonly mayKeep: boolean
  readonly ways: readonly { readonly text: string; readonly href: string }[]
}

const groups: readonly (readonly [title: string, kinds: readonly SeatKind[]])[] = [
  ['Members', ['chair', 'vice-chair', 'member']],
  ['Statutory co-opted members', ['statutory co-optee']],
  ['Co-opted members', ['co-optee']],
  ['Observers', ['observer']],
]

export function bodyView(model: BodyModel): Html {
  const { body, day, today, asked, sitting, before, mayKeep } = model
  const at = bodyPath(body.id)
  return html`${heading({ title: body.name, caption: bodyKindWords[body.kind], lead: leadOf(model) })}
${
  mayKeep &&
  html`<div class="govuk-button-group">${button({ text: 'Add a seat', href: `${at}/seats/new` })}<a class="govuk-link" href="${at}/change">Change the body</a></div>`
}
${model.ways.map(({ text, href }) => html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`)}
<h2 class="govuk-heading-m">${day === today ? 'Who sits there today' : `Who sat there on ${longDay(day)}`}</h2>
${dayForm(at, 'Who sat there on', asked)}
${
  !bodyOn(body, day) &&
  warningText({
    text: `${body.name} was not there on ${longDay(day)}.`,
    iconFallbackText: 'Warning',
  })
}
${sitting.length === 0 && html`<p class="govuk-body">${day === today ? 'Nobody sits there today' : 'Nobody sat there on that day'}.</p>`}
${groups.map(([title, kinds]) => {
  const rows = sitting.filter(({ seat }) => kinds.includes(seat.kind))
  return rows.length > 0 && groupView(model, title, rows)
})}
${votesView(model)}
<h2 class="govuk-heading-m">About it</h2>
${definition(termsOf(model))}
${
  before.length > 0 &&
  details({
    summaryText: `Who sat there before ${onDay(day, today)}`,
    html: dataTable({
      caption: 'Seats that have ended',
      captionHidden: true,
      columns: [
        { heading: 'Who', names: true, cell: ({ seat, person }) => whoOf(seat, person) },
        { heading: 'As', cell: ({ seat }) => seatKindWords[seat.kind] },
        { heading: 'When', cell: ({ seat }) => timeOf(seat) },
      ],
      rows: before,
    }),
  })
}`
}

function leadOf({ body, today, predecessor, successors }: BodyModel): string {
  const began = body.startedOn === null ? '' : `It began on ${longDay(body.startedOn)}. `
  const from = predecessor === null ? '' : `It took over from ${predecessor.name}. `
  const ended =
    body.endedOn === null
      ? ''
      : `It ${body.endedOn < today ? 'ended' : 'ends'} on ${longDay(body.endedOn)}. `
  const [next] = successors
  const after = next === undefined ? '' : `${next.name} took over from it.`
  return `${began}${from}${ended}${after}`.trim()
}

function groupView(
  { body, today, mayKeep }: BodyModel,
  title: string,
  rows: readonly Sitting[],
): Html {
  const has = (test: (sitting: Sitting) => boolean): boolean => rows.some(test)
  const hasParty = has(({ seat }) => seat.party !== '')
  const hasOrganisation = has(({ seat }) => seat.organisation !== '')
  const hasPortfolio = has(({ portfolio }) => portfolio !== null)
  return html`<h3 class="govuk-heading-s">${title}</h3>
${dataTable<Sitting>({
  caption: title,
  captionHidden: true,
  columns: [
    {
      heading: 'Who',
      names: true,
      cell: ({ seat, person }) =>
        html`${whoOf(seat, person)}${(seat.kind === 'chair' || seat.kind === 'vice-chair') && html` ${tag({ text: seatKindWords[seat.kind] })}`}`,
    },
    ...(hasPortfolio
      ? [{ heading: 'Portfolio', cell: ({ portfolio }: Sitting) => portfolio ?? '' }]
      : []),
    ...(hasParty
      ? [
          { heading: 'Political group', cell: ({ seat }: Sitting) => seat.party },
          { heading: 'Division', cell: ({ seat }: Sitting) => seat.ward },
        ]
      : []),
    ...(hasOrganisation
      ? [{ heading: 'From', cell: ({ seat }: Sitting) => seat.organisation }]
      : []),
    { heading: 'Vote', cell: ({ seat }) => votesWords[seat.votes] },
    { heading: 'When', cell: ({ seat }) => timeOf(seat) },
    ...(mayKeep
      ? [
          {
            heading: 'Change',
            cell: ({ seat, person }: Sitting) =>
              seat.untilOn === null || seat.untilOn > today
                ? html`<a class="govuk-link" href="${bodyPath(body.id)}/seats/${seat.id}/end">End<span class="govuk-visually-hidden"> the seat of ${person === undefined ? (seat.post ?? '') : fullName(person)}</span></a>`
                : '',
          },
        ]
      : []),
  ],
  rows,
})}`
}

/** A seat of a post names the post first: it is the post's, whoever holds it. */
function whoOf({ post }: Seat, person: Person | undefined): Html | string {
  if (post === null) return personLink(person)
  return person === undefined ? post : html`${post}: ${personLink(person)}`
}

function votesView({ body, sitting, constitution }: BodyModel): Html | false {
  if (sitting.length === 0) return false
  const seats = sitting.map(({ seat }) => seat)
  const all = seats.filter(seat => mayVote(seat, { education: false })).length
  const education = seats.filter(seat => mayVote(seat, { education: true })).length - all
  const quorum = quorumOf(body, seats, constitution)
  const source =
    body.quorum !== null
      ? 'by its own terms'
      : constitution.quorum === null
        ? ''
        : `by ${citeLaw(localLaw(constitution, constitution.quorum.paragraph))}`
  return html`<p class="govuk-body">${all === 1 ? 'One has' : `${all} have`} a vote on everything${education > 0 && `, and ${education} more on education matters`}. ${quorum !== null && `${quorum} of those who vote on everything must be there (${source}).`}${body.kind === 'council' && html` <span class="app-muted">Never fewer than a quarter: ${citeLaw(quorumOfCouncil)}.</span>`}</p>`
}

function substitutesWords({ kind }: Body, constitution: Constitution): string {
  const rule = constitution.substitutes
  if (kind === 'cabinet') return 'Members of the cabinet have none.'
  if (rule === null) return 'The constitution provides for none.'
  const who = rule.sameParty ? 'Of the same political group' : 'Of any political group'
  const never = kind === 'scrutiny' ? ', and never a member of the cabinet' : ''
  const example = constitution.isExample
    ? '. This is an example: enter the council’s own rule.'
    : ''
  return `${who}${never}. ${citeLaw(localLaw(constitution, rule.paragraph))}${example}`
}

function termsOf({ body, constitution, predecessor, successors }: BodyModel) {
  const access = accessWords[body.access]
  const { clerk } = body
  const asked = [clerk.post, clerk.name, clerk.phone].filter(each => each !== '')
  const link = (other: Body): Html =>
    html`<a class="govuk-link" href="${bodyPath(other.id)}">${other.name}</a>`
  return [
    { term: 'Terms of reference', says: body.about === '' ? 'None are entered.' : body.about },
    {
      term: 'Who to ask',
      says:
        asked.length === 0 && clerk.email === ''
          ? 'Nobody is named.'
          : html`${asked.join(', ')}${clerk.email !== '' && html`<br><a class="govuk-link" href="mailto:${clerk.email}">${clerk.email}</a>`}`,
    },
    { term: 'Usual place', says: body.venue === '' ? 'None is entered.' : body.venue },
    {
      term: 'The public',
      says: html`${access.name}. ${access.says}${access.law !== null && html` <span class="app-muted">${citeLaw(access.law)}</span>`}`,
    },
    ...(body.access === 'none'
      ? []
      : [{ term: 'Substitutes', says: substitutesWords(body, constitution) }]),
    {
      term: 'Paragraphs of minutes',
      says:
        body.numbering === 'running'
          ? 'Numbered on from meeting to meeting'
          : 'Numbered from 1 at each meeting',
    },
    { term: 'Named in public', says: body.listed ? 'Yes' : 'No' },
    ...(predecessor === null ? [] : [{ term: 'Took over from', says: link(predecessor) }]),
    ...(successors.length === 0
      ? []
      : [{ term: 'Followed by', says: successors.map(each => html`${link(each)} `) }]),
  ]
}
