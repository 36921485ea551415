import { z } from 'zod'
import { type BodyKind, bodyKinds } from '#bodies'
import type { Day } from '#calendar'
import { dayFrom, maybeText } from '#findings'
import type { FieldError } from '#kit/html/page.ts'
import { type FormValues, invalid } from '#kit/http/index.ts'
import { attendances, type How, itemKinds, type ItemKind } from '#meetings'
import type { Proposal, ProposedPerson } from './proposal.ts'

/** As many rows of each kind as one document may have. */
export const MOST = {
  people: 120,
  items: 120,
  questions: 60,
  declarations: 40,
  actions: 80,
} as const

/** A document as somebody confirmed it. */
export interface Said {
  readonly kind: Proposal['kind']
  /** An identifier, or null for a new body. */
  readonly bodyId: string | null
  readonly bodyName: string
  readonly bodyKind: BodyKind
  readonly meetingId: string | null
  readonly title: string
  readonly heldOn: Day
  readonly startsAt: string
  readonly concludedAt: string | null
  readonly venue: string
  readonly state: 'draft' | 'agreed'
  readonly agreedOn: Day | null
  readonly front: string
  readonly people: readonly ProposedPerson[]
  /** Whether those named are written down as members of the body. */
  readonly asMembers: boolean
  readonly items: readonly {
    readonly number: string
    readonly title: string
    readonly kind: ItemKind
    readonly presenter: string
    readonly words: string
  }[]
  readonly declarations: readonly SaidDeclaration[]
  readonly nilInterests: boolean
  readonly nilWhip: boolean
  readonly questions: readonly SaidQuestion[]
  readonly actions: readonly SaidAction[]
}

export interface SaidDeclaration {
  readonly by: string
  readonly words: string
  readonly kind: 'disclosable pecuniary' | 'other interest' | 'party whip'
  readonly item: string
}

export interface SaidQuestion {
  readonly kind: 'question' | 'supplementary'
  readonly category: 'public' | 'member'
  readonly asker: string
  readonly subject: string
  readonly words: string
  readonly answer: string
  readonly second: string
  readonly secondAnswer: string
  readonly item: string
  readonly packPage: string
  readonly respondent: string
  readonly onBehalfOf: string
  readonly later: boolean
}

export interface SaidAction {
  readonly words: string
  readonly owner: string
  readonly due: string
  readonly done: boolean
  readonly item: string
}

const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

/** What the confirmation form sends; rows have names with numbers in them. */
export const ConfirmFields = z.looseObject({
  kind: z.enum(['minutes', 'agenda', 'report']),
  bodyId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  bodyName: maybeText(200),
  bodyKind: z.enum(bodyKinds).default('committee'),
  meetingId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  title: maybeText(200),
  heldOn: maybeText(60),
  startsAt: maybeText(20),
  concludedAt: maybeText(20),
  venue: maybeText(300),
  state: z.enum(['draft', 'agreed']).default('draft'),
  agreedOn: maybeText(60),
  front: maybeText(100_000),
  asMembers: z.string().default(''),
  nilInterests: z.string().default(''),
  nilWhip: z.string().default(''),
})
type ConfirmFields = z.output<typeof ConfirmFields>

const oneOf = <Key extends string>(keys: readonly Key[], value: string, otherwise: Key): Key =>
  keys.find(each => each === value) ?? otherwise

// as: the keys of a constant are its kinds.
const hows = Object.keys(attendances) as How[]
const kindsOfItem = Object.keys(itemKinds) as ItemKind[]
const seats = ['chair', 'vice-chair', 'member', 'statutory co-optee', 'co-optee', 'none'] as const

/**
 * What the form says.
 * @throws invalid with all that is missing, each for its field
 */
export function saidIn(body: ConfirmFields, today: Day): Said {
  const issues: FieldError[] = []
  const say = (wrong: boolean, field: string, message: string): void => {
    if (wrong) issues.push({ field, message })
  }
  const heldOn = dayFrom(body.heldOn)
  const startsAt = timeFrom(body.startsAt)
  const concludedAt = timeFrom(body.concludedAt)
  const agreedOn = dayFrom(body.agreedOn)
  say(
    body.bodyId === null && body.bodyName === '',
    'bodyName',
    'Choose the body that met, or enter the name of a new one.',
  )
  say(heldOn === null, 'heldOn', 'Enter the day of the meeting, such as 18 September 2017.')
  say(
    startsAt === null && body.meetingId === null,
    'startsAt',
    body.startsAt === ''
      ? 'Enter when the meeting began, such as 10:00. The document does not say.'
      : 'Enter when the meeting began, such as 10:00.',
  )
  say(
    body.concludedAt !== '' && concludedAt === null,
    'concludedAt',
    'Enter when the meeting ended, such as 12:25, or leave it empty.',
  )
  if (body.kind === 'minutes') {
    say(
      heldOn !== null && heldOn > today,
      'heldOn',
      'Minutes are of a meeting that has been held: this day is still to come.',
    )
    const isAgreed = body.state === 'agreed'
    say(isAgreed && agreedOn === null, 'agreedOn', 'Enter the day on which they were agreed.')
    say(
      isAgreed && agreedOn !== null && heldOn !== null && (agreedOn <= heldOn || agreedOn > today),
      'agreedOn',
      'Minutes are agreed after their meeting, and not in the future.',
    )
  }
  const items = rows(body, 'item', MOST.items).map(row => ({
    number: row('number').slice(0, 20),
    title: row('title').slice(0, 300),
    kind: oneOf(kindsOfItem, row('kind'), 'report'),
    presenter: row('presenter').slice(0, 200),
    words: row('words'),
  }))
  items.forEach((item, nth) =>
    say(item.title === '', `item-${nth}-title`, 'Enter the title of the item.'),
  )
  if (issues.length > 0 || heldOn === null) throw invalid(issues)
  const { kind, bodyId, bodyName, bodyKind, meetingId, title, venue, state, front } = body
  return {
    kind,
    bodyId,
    bodyName,
    bodyKind,
    meetingId,
    title,
    venue,
    state,
    front,
    heldOn,
    startsAt: startsAt ?? '',
    concludedAt,
    agreedOn,
    items,
    people: peopleIn(body),
    asMembers: body.asMembers === 'yes',
    declarations: rows(body, 'declaration', MOST.declarations).map(row => ({
      by: row('by'),
      words: row('words'),
      kind: oneOf(
        ['disclosable pecuniary', 'other interest', 'party whip'],
        row('kind'),
        'other interest',
      ),
      item: row('item'),
    })),
    nilInterests: body.nilInterests === 'yes',
    nilWhip: body.nilWhip === 'yes',
    questions: questionsIn(body),
    actions: rows(body, 'action', MOST.actions).map(row => ({
      words: row('words'),
      owner: row('owner'),
      due: row('due'),
      done: row('done') === 'yes',
      item: row('item'),
    })),
  }
}

function peopleIn(body: ConfirmFields): readonly ProposedPerson[] {
  return rows(body, 'person', MOST.people)
    .map(row => ({
      name: row('name').slice(0, 200),
      capacity: row('capacity').slice(0, 300),
      how: oneOf(hows, row('how'), 'present'),
      seat: oneOf(seats, row('seat'), 'member'),
      standsInFor: row('standsInFor').slice(0, 200),
    }))
    .filter(each => each.name !== '')
}

function questionsIn(body: ConfirmFields): readonly SaidQuestion[] {
  return rows(body, 'question', MOST.questions).map(row => ({
    kind: oneOf(['question', 'supplementary'], row('kind'), 'supplementary'),
    category: oneOf(['public', 'member'], row('category'), 'member'),
    asker: row('asker'),
    subject: row('subject'),
    words: row('words'),
    answer: row('answer'),
    second: row('second'),
    secondAnswer: row('secondAnswer'),
    item: row('item'),
    packPage: row('packPage'),
    respondent: row('respondent'),
    onBehalfOf: row('onBehalfOf'),
    later: row('later') === 'yes',
  }))
}

/** '10:25' of '10.25'; null for what is no time. */
function timeFrom(typed: string): string | null {
  const half = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)$/i.exec(typed)
  const plain =
    half === null
      ? typed
      : `${(Number(half[1]) % 12) + (/pm/i.test(half[3] ?? '') ? 12 : 0)}:${half[2] ?? '00'}`
  const match = clock.exec(plain)
  return match === null ? null : `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`
}

type Row = (field: string) => string

/** The rows of a kind that are ticked, in their order; each gives its fields by name. */
function rows(body: Readonly<Record<string, unknown>>, kind: string, most: number): readonly Row[] {
  return Array.from({ length: most }, (_, nth): Row => {
    return field => {
      const value = body[`${kind}-${nth}-${field}`]
      return typeof value === 'string' ? value.trim() : ''
    }
  }).filter(row => row('take') === 'yes')
}

const yes = (is: boolean): string => (is ? 'yes' : '')

/** A proposal as the fields of the form. */
export function valuesOf(proposal: Proposal, bodyId: string | null): FormValues {
  const values: Record<string, string> = {
    kind: proposal.kind,
    bodyId: bodyId ?? '',
    bodyName: bodyId === null ? proposal.body : '',
    bodyKind: guessKind(proposal.body),
    title: '',
    heldOn: proposal.heldOn,
    startsAt: proposal.startsAt,
    concludedAt: proposal.concludedAt,
    venue: proposal.venue,
    state: proposal.state,
    front: proposal.front,
    asMembers: yes(proposal.kind === 'agenda'),
    nilInterests: yes(proposal.nil.interests),
    nilWhip: yes(proposal.nil.whip),
  }
  const put = (kind: string, list: readonly object[]) =>
    list.forEach((row, nth) => {
      values[`${kind}-${nth}-take`] = 'yes'
      for (const [field, value] of Object.entries(row))
        values[`${kind}-${nth}-${field}`] = typeof value === 'boolean' ? yes(value) : String(value)
    })
  put('person', proposal.people.slice(0, MOST.people))
  put('item', proposal.items.slice(0, MOST.items))
  put('declaration', proposal.declarations.slice(0, MOST.declarations))
  put(
    'question',
    proposal.questions
      .slice(0, MOST.questions)
      .map(({ answeredLater, ...rest }) => ({ ...rest, later: answeredLater })),
  )
  put('action', proposal.actions.slice(0, MOST.actions))
  return values
}

function guessKind(name: string): BodyKind {
  if (/cabinet|executive/i.test(name)) return 'cabinet'
  if (/scrutiny|select committee/i.test(name)) return 'scrutiny'
  if (/corporate parenting/i.test(name)) return 'corporate parenting board'
  if (/improvement board/i.test(name)) return 'improvement board'
  if (/safeguarding/i.test(name)) return 'safeguarding partnership'
  if (/council$/i.test(name)) return 'council'
  return 'committee'
}
