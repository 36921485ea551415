import { longDay, parseIsoDay } from '#calendar'
import type { How, ItemKind } from '#meetings'
import type { ActionRead, PaperRead, Person, Place } from '#papers'
import { partsOf } from './parts.ts'
import { isMargin, linesOutside, paragraphsRead, wordsOfParagraphs } from './paragraphs.ts'

/** What a document becomes, as somebody would type it; a person confirms or corrects each of it. */
export interface Proposal {
  readonly kind: 'minutes' | 'agenda' | 'report'
  readonly authority: string
  readonly body: string
  readonly title: string
  readonly heldOn: string
  readonly startsAt: string
  readonly concludedAt: string
  readonly venue: string
  readonly state: 'draft' | 'agreed'
  readonly people: readonly ProposedPerson[]
  /** What stands before the first item and is none of the above, as paragraphs. */
  readonly front: string
  readonly items: readonly ProposedItem[]
  readonly declarations: readonly ProposedDeclaration[]
  readonly nil: { readonly interests: boolean; readonly whip: boolean }
  readonly questions: readonly ProposedQuestion[]
  readonly actions: readonly ProposedAction[]
  /** What somebody should look at before confirming. */
  readonly doubts: readonly string[]
  /** Running heads and feet, which are left out. */
  readonly leftOut: readonly string[]
  readonly marks: readonly Mark[]
}

/** A place of the original with what was read there. */
export interface Mark {
  readonly what: string
  readonly place: Place
}

export interface ProposedPerson {
  readonly name: string
  readonly capacity: string
  readonly how: How
  readonly seat: 'chair' | 'vice-chair' | 'member' | 'statutory co-optee' | 'co-optee' | 'none'
  readonly standsInFor: string
}

export interface ProposedItem {
  readonly number: string
  readonly title: string
  readonly kind: ItemKind
  readonly presenter: string
  /** 'Pages 1 to 8' where an agenda says so. */
  readonly pages: string
  /** Its paragraphs with a blank line between them, each with its printed number where it has one. */
  readonly words: string
}

export interface ProposedDeclaration {
  readonly by: string
  readonly words: string
  readonly kind: 'disclosable pecuniary' | 'other interest' | 'party whip'
  readonly item: string
}

export interface ProposedQuestion {
  readonly kind: 'question' | 'supplementary'
  readonly category: 'public' | 'member'
  readonly number: string
  readonly asker: string
  readonly subject: string
  readonly words: string
  readonly answer: string
  /** The second part, where whoever asked split it; empty for one that was not. */
  readonly second: string
  readonly secondAnswer: string
  readonly item: string
  readonly packPage: string
  readonly respondent: string
  readonly onBehalfOf: string
  /** How many questions asked in writing it follows on from. */
  readonly covers: number
  readonly answeredLater: boolean
}

export interface ProposedAction {
  readonly words: string
  readonly owner: string
  readonly due: string
  readonly done: boolean
  readonly item: string
}

/** A proposal from what was read. @param text the document as it was read */
export function proposalOf(read: PaperRead, text: string): Proposal {
  const kind = read.kind?.value ?? 'minutes'
  const heldOn = parseIsoDay(read.date?.value ?? '')
  return {
    kind,
    authority: read.authority?.value ?? '',
    body: read.body?.value ?? '',
    title: read.title?.value ?? '',
    heldOn: heldOn === null ? '' : longDay(heldOn),
    startsAt: read.startsAt?.value ?? '',
    concludedAt: read.concludedAt?.value ?? '',
    venue: read.venue?.value ?? '',
    state: isAgreed(read) ? 'agreed' : 'draft',
    people: peopleIn(read),
    front: kind === 'report' ? '' : frontWords(read, text),
    items: kind === 'report' ? reportItem(read) : read.items.map(item => itemOf(item, read, text)),
    declarations: declarationsIn(read),
    nil: { interests: read.declarations === 'nil', whip: read.partyWhip === 'nil' },
    questions: questionsIn(read, text),
    actions: read.actions.map(actionOf(read)),
    doubts: read.doubts,
    leftOut: [...new Set([...read.repeated.map(each => each.text), ...marginWords(read)])],
    marks: marksOf(read),
  }
}

/** What a web page of minutes has between the paragraphs: said once, and left out of them. */
const marginWords = (read: PaperRead): readonly string[] =>
  read.items.flatMap(each => each.paragraphs.map(({ text }) => text)).filter(isMargin)

/** Words on the paper itself; what a web page of a council calls minutes may be either. */
const isAgreed = ({ status }: PaperRead): boolean =>
  status !== null &&
  /\b(?:agreed|approved|signed|confirmed)\b/i.test(status.value) &&
  !/subject/i.test(status.value)

function peopleIn(read: PaperRead): readonly ProposedPerson[] {
  const list = (people: readonly Person[] | 'nil' | null) =>
    people === null || people === 'nil' ? [] : people
  const as = (
    people: readonly Person[],
    how: How,
    seat: ProposedPerson['seat'],
  ): readonly ProposedPerson[] =>
    people.map(each => ({
      name: each.name ?? each.capacity ?? '',
      capacity: each.name === null ? '' : (each.capacity ?? ''),
      how,
      seat: each.chairs ?? seat,
      standsInFor: each.substituteFor ?? '',
    }))
  const { membership } = read
  const all = [
    ...as(read.chair === null ? [] : [read.chair], 'present', 'chair'),
    ...as(list(read.present), 'present', 'member'),
    ...as(list(read.substitutes), 'substitute', 'member'),
    ...as(list(read.apologies), 'apologies', 'member'),
    ...as(list(read.inAttendance), 'in attendance', 'none'),
    ...(membership === null
      ? []
      : [
          ...as(membership.members, 'present', 'member'),
          ...as(membership.added, 'present', 'statutory co-optee'),
          ...as(membership.coOpted, 'present', 'co-optee'),
          ...as(membership.substitutes, 'substitute', 'member'),
        ]),
  ]
  // Whoever is in the chair is often named again among those present.
  return all.filter(
    (each, nth) =>
      all.findIndex(other => other.name === each.name && other.how === each.how) === nth,
  )
}

const kindsByTitle: readonly (readonly [RegExp, ItemKind])[] = [
  [/apolog/i, 'apologies'],
  [/\bminutes\b|confirmation of the minutes/i, 'minutes'],
  [/declaration/i, 'declarations'],
  [/public (?:participation|questions)|questions from (?:the )?public/i, 'public questions'],
  [/member.? questions|questions (?:from|by) members|questions at/i, 'member questions'],
  [/work ?(?:plan|programme)|forward plan/i, 'workplan'],
  [/exclusion|exempt (?:information|business)/i, 'exclusion'],
  [/presentation/i, 'presentation'],
  [/urgent|any other|other business/i, 'other'],
]

function itemKind(title: string, verbal: boolean): ItemKind {
  if (verbal) return 'verbal update'
  return kindsByTitle.find(([pattern]) => pattern.test(title))?.[1] ?? 'report'
}

function itemOf(item: PaperRead['items'][number], read: PaperRead, text: string): ProposedItem {
  const pages = item.pages.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`))
  return {
    number: item.number ?? '',
    title: item.title,
    kind: itemKind(item.title, item.verbal),
    presenter: item.presenter?.value ?? '',
    pages: pages.length === 0 ? '' : `Pages ${pages.join(', ')}`,
    words: wordsOfParagraphs(paragraphsRead(item, read, text)),
  }
}

/** A report is one item of the meeting it goes to; its text is kept as a paper. */
function reportItem(read: PaperRead): readonly ProposedItem[] {
  const wanted = read.recommendations.map(each => each.text)
  return [
    {
      number: '1',
      title: read.title?.value ?? 'Report',
      kind: 'report',
      presenter: read.headerFields.find(each => /member/i.test(each.label))?.text ?? '',
      pages: '',
      words: wanted.join('\n\n'),
    },
  ]
}

/** What stands before the first item and was not read as anything else. */
function frontWords(read: PaperRead, text: string): string {
  const { front } = read
  const people = [read.present, read.apologies, read.substitutes, read.inAttendance].flatMap(
    each => (each === null || each === 'nil' ? [] : each),
  )
  const known = [
    read.kind,
    read.title,
    read.authority,
    read.body,
    read.date,
    read.startsAt,
    read.concludedAt,
    read.venue,
    read.status,
    read.chair,
    ...people,
    ...(read.contacts ?? []),
    ...read.repeated,
  ].flatMap(each => (each === null ? [] : [each.place]))
  return linesOutside(text, front.place, known)
    .filter(
      line => !/^(?:present|agenda|minutes|no\.? item|councillors?|members?)[:\s]*$/i.test(line),
    )
    .join('\n\n')
}

function declarationsIn(read: PaperRead): readonly ProposedDeclaration[] {
  const list = (given: PaperRead['declarations']) =>
    given === null || given === 'nil' ? [] : given
  return [
    ...list(read.declarations).map(each => ({
      by: each.by,
      words: each.nature,
      kind: each.kind === 'disclosable pecuniary' ? each.kind : ('other interest' as const),
      item: each.items[0] ?? '',
    })),
    ...list(read.partyWhip).map(each => ({
      by: each.by,
      words: each.nature,
      kind: 'party whip' as const,
      item: each.items[0] ?? '',
    })),
  ]
}

function questionsIn(read: PaperRead, text: string): readonly ProposedQuestion[] {
  const nameOf = (respondents: PaperRead['supplementaries'][number]['respondents']) =>
    [
      ...new Set(
        respondents.map(({ name, capacity }) =>
          capacity === null ? name : `${name}, ${capacity}`,
        ),
      ),
    ].join('; ')
  const behalf = (respondents: PaperRead['supplementaries'][number]['respondents']) =>
    respondents.find(each => each.onBehalfOf !== null)?.onBehalfOf ?? ''
  return [
    ...read.questions.map(each => ({
      kind: 'question' as const,
      category: each.kind ?? ('member' as const),
      number: each.number === null ? '' : String(each.number),
      asker: each.asker ?? '',
      subject: each.subject ?? '',
      words: each.text,
      answer: '',
      second: '',
      secondAnswer: '',
      item: '',
      packPage: '',
      respondent: nameOf(each.respondents),
      onBehalfOf: behalf(each.respondents),
      covers: 1,
      answeredLater: false,
    })),
    ...read.supplementaries.map((each, nth) => ({
      kind: 'supplementary' as const,
      category: 'member' as const,
      number: each.question === null ? String(nth + 1) : String(each.question),
      asker: each.asker,
      subject: '',
      ...partsOf(text, each),
      item: each.item ?? '',
      packPage: each.packPage === null ? '' : String(each.packPage),
      respondent: nameOf(each.respondents),
      onBehalfOf: behalf(each.respondents),
      covers: each.coversOriginals,
      answeredLater: each.answeredLater,
    })),
  ]
}

const actionOf =
  (read: PaperRead) =>
  (action: ActionRead): ProposedAction => {
    const after = read.paragraphs.find(each => each.number === action.after)
    const due = parseIsoDay(action.due ?? '')
    return {
      // An action that only names who does it is about the paragraph before it.
      words: action.text ?? after?.text ?? '',
      owner: action.owner ?? '',
      due: due === null ? (action.dueWords ?? '') : longDay(due),
      done: action.state === 'completed',
      item: action.item ?? '',
    }
  }

function marksOf(read: PaperRead): readonly Mark[] {
  const found = (what: string, each: { readonly place: Place } | null): readonly Mark[] =>
    each === null ? [] : [{ what, place: each.place }]
  const people = (what: string, list: readonly Person[] | 'nil' | null) =>
    list === null || list === 'nil' ? [] : list.flatMap(each => found(what, each))
  const declared = (list: PaperRead['declarations']) =>
    list === null || list === 'nil' ? [] : list.flatMap(each => found('Declaration', each))
  return [
    ...found('Authority', read.authority),
    ...found('Body', read.body),
    ...found('Date', read.date),
    ...found('Title', read.title),
    ...found('Beginning', read.startsAt),
    ...found('End', read.concludedAt),
    ...found('Venue', read.venue),
    ...found('Status', read.status),
    ...found('Chair', read.chair),
    ...people('Present', read.present),
    ...people('Apologies', read.apologies),
    ...people('Substitute', read.substitutes),
    ...people('In attendance', read.inAttendance),
    ...people('Member', read.membership?.members ?? null),
    ...people('Added member', read.membership?.added ?? null),
    ...people('Co-opted member', read.membership?.coOpted ?? null),
    ...read.items.map(each => ({ what: `Item ${each.number ?? ''}`.trim(), place: each.place })),
    ...found('Earlier minutes', read.previousMinutes),
    ...declared(read.declarations),
    ...declared(read.partyWhip),
    ...read.questions.map(each => ({ what: 'Question', place: each.place })),
    ...read.supplementaries.map(each => ({
      what: `Supplementary question of ${each.asker}`,
      place: { ...each.place, lastLine: each.place.firstLine },
    })),
    ...read.resolutions.flatMap(each => each.parts.flatMap(part => found('Resolution', part))),
    ...read.actions.flatMap(each => found('Action', each)),
    ...read.recommendations.flatMap(each => found('Recommendation', each)),
    ...read.cuts.map(place => ({ what: 'Cut off here', place })),
  ]
}
