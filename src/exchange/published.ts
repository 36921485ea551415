import type { Day } from '#calendar'

/**
 * What a council has published about its meetings, and nothing else: every document of this room is
 * made of it. It has no place for what is exempt, confidential or not yet published, so that nobody
 * can put it there by mistake. Whoever fills it decides what is published.
 */
export interface Published {
  readonly council: PublishedCouncil
  readonly bodies: readonly PublishedBody[]
  readonly people: readonly PublishedPerson[]
  readonly meetings: readonly PublishedMeeting[]
  readonly decisions: readonly PublishedDecision[]
  readonly questions: readonly PublishedQuestion[]
  readonly actions: readonly PublishedAction[]
  /** What was published once and is no longer: readers of lists must be able to forget it. */
  readonly withdrawn: readonly Withdrawn[]
}

/** When a thing was first published and when anything of it last changed. */
export interface Dated {
  readonly createdAt: Date
  readonly modifiedAt: Date
}

/** By the clock of Europe/London, whatever time zone the reader or the server is in. */
export interface LocalTime {
  readonly day: Day
  /** 24 hours, "09:30"; null where only the day is known. */
  readonly time: string | null
}

export interface PublishedCouncil extends Dated {
  readonly id: string
  readonly name: string
  readonly website: string | null
  readonly contactName: string | null
  readonly contactEmail: string | null
  /** From one election to the next. */
  readonly terms: readonly Term[]
}

export interface Term {
  readonly id: string
  readonly name: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export interface PublishedBody extends Dated {
  readonly id: string
  readonly name: string
  /** In words: "Overview and scrutiny committee", "Improvement board". */
  readonly kind: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly url: string | null
  readonly members: readonly PublishedMembership[]
}

export interface PublishedMembership {
  readonly id: string
  readonly person: string
  /** "Chair", "Vice-chair"; null for a member without one. */
  readonly post: string | null
  /** "Parent governor representative", "Diocesan representative"; null for a councillor. */
  readonly capacity: string | null
  readonly isVoting: boolean | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export interface PublishedPerson extends Dated {
  readonly id: string
  readonly name: string
  readonly party: string | null
  readonly ward: string | null
  /** Of the office, never private. */
  readonly email: string | null
  readonly url: string | null
  /** Posts and portfolios as they were titled. */
  readonly roles: readonly Role[]
}

export interface Role {
  readonly title: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export type MeetingState = 'provisional' | 'scheduled' | 'held' | 'postponed' | 'cancelled'
export type MeetingMode = 'in-person' | 'hybrid' | 'remote'

export interface PublishedMeeting extends Dated {
  readonly id: string
  readonly body: string
  /** Where it has a name beyond that of its body: "Extraordinary meeting". */
  readonly title: string | null
  readonly state: MeetingState
  readonly mode: MeetingMode | null
  readonly starts: LocalTime
  readonly ends: LocalTime | null
  readonly startedActually: LocalTime | null
  readonly endedActually: LocalTime | null
  readonly venue: Venue | null
  readonly isWebcast: boolean
  /** How often its date, time, place or state has changed since it was first published. */
  readonly revision: number
  readonly url: string | null
  readonly attendance: readonly Attendance[]
  /** In the order of the agenda. */
  readonly items: readonly PublishedItem[]
  /** Those of the meeting as a whole: agenda, pack, minutes. */
  readonly papers: readonly PublishedPaper[]
}

export interface Venue {
  readonly id: string
  readonly name: string
  readonly room: string | null
  readonly address: string | null
  readonly postcode: string | null
}

export interface Attendance {
  /** Null for somebody who is not among the people. */
  readonly person: string | null
  readonly name: string
  readonly role: string | null
  readonly presence: 'expected' | 'present' | 'apologies' | 'absent'
}

/** Text with its structure, and the same without. The HTML comes from `wordsOf`. */
export interface Words {
  readonly html: string
  readonly text: string
}

export type PublishedItem = OpenItem | ExemptItem

export interface OpenItem {
  readonly id: string
  /** As printed: "4", "4a", "(ii)". */
  readonly number: string | null
  readonly title: string
  readonly exempt: null
  readonly kind: string | null
  readonly text: Words | null
  readonly presenter: string | null
  readonly minutes: Words | null
  readonly resolution: string | null
  readonly papers: readonly PublishedPaper[]
}

/** An item that is taken in private. That there is one is public; what it says is not. */
export interface ExemptItem {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly exempt: Exemption
}

export interface Exemption {
  /** Of Part 1 of Schedule 12A to the Local Government Act 1972; null where none was given. */
  readonly paragraph: string | null
  /** The description of the category, as the notice gives it. */
  readonly words: string
}

export type PaperKind =
  | 'agenda'
  | 'pack'
  | 'minutes'
  | 'report'
  | 'supplement'
  | 'decision'
  | 'other'

export interface PublishedPaper extends Dated {
  readonly id: string
  readonly title: string
  readonly kind: PaperKind
  readonly reference: string | null
  readonly publishedOn: Day
  /** In the pack; null where it is not in one. */
  readonly pages: { readonly first: number; readonly last: number } | null
  /** The page about it; the file stands at its own address. */
  readonly url: string | null
  readonly file: PublishedFile
}

export interface PublishedFile {
  readonly url: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number | null
  /** In hexadecimal. */
  readonly sha256: string | null
  readonly sha512: string | null
}

export interface PublishedDecision extends Dated {
  readonly id: string
  readonly reference: string | null
  readonly title: string
  readonly madeOn: Day
  readonly body: string | null
  readonly meeting: string | null
  readonly item: string | null
  /** The body or post that decided, as titled on the day. */
  readonly madeBy: string
  readonly recommended: string | null
  readonly resolved: string
  readonly reasons: string | null
  readonly isKey: boolean
  readonly vote: Vote | null
  readonly url: string | null
}

export interface Vote {
  readonly for: number
  readonly against: number
  readonly abstained: number
  readonly isCarried: boolean
  /** Where names were taken; otherwise empty. */
  readonly votes: readonly {
    readonly person: string | null
    readonly name: string
    readonly vote: 'for' | 'against' | 'abstained'
  }[]
}

export interface PublishedQuestion extends Dated {
  readonly id: string
  readonly meeting: string
  readonly kind: 'member' | 'public'
  readonly number: string | null
  /** As published; null where whoever asked is not to be named. */
  readonly askedBy: string | null
  readonly askedByPerson: string | null
  readonly to: string | null
  readonly words: string
  /** The question that it supplements. */
  readonly supplementaryTo: string | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredByPerson: string | null
  readonly url: string | null
}

export interface PublishedAction extends Dated {
  readonly id: string
  readonly reference: string | null
  readonly body: string | null
  readonly meeting: string | null
  readonly item: string | null
  readonly words: string
  /** A post. */
  readonly owner: string | null
  readonly dueOn: Day | null
  readonly state: 'open' | 'done' | 'overdue' | 'withdrawn'
  readonly closedOn: Day | null
  readonly progress: string | null
  readonly url: string | null
}

export interface Withdrawn extends Dated {
  readonly kind: 'body' | 'person' | 'meeting' | 'paper'
  readonly id: string
}

export interface PlacedPaper {
  readonly paper: PublishedPaper
  readonly places: readonly { readonly meeting: PublishedMeeting; readonly item: OpenItem | null }[]
}

/** Every paper once, with the meetings and items that it is for. */
export function papersOf(meetings: readonly PublishedMeeting[]): readonly PlacedPaper[] {
  const found = new Map<
    string,
    { paper: PublishedPaper; places: PlacedPaper['places'][number][] }
  >()
  const place = (paper: PublishedPaper, meeting: PublishedMeeting, item: OpenItem | null): void => {
    const held = found.get(paper.id) ?? { paper, places: [] }
    held.places.push({ meeting, item })
    found.set(paper.id, held)
  }
  for (const meeting of meetings) {
    for (const paper of meeting.papers) place(paper, meeting, null)
    for (const item of meeting.items)
      if (item.exempt === null) for (const paper of item.papers) place(paper, meeting, item)
  }
  return [...found.values()]
}

/** What a meeting is called where its body does not stand beside it. */
export function meetingName(meeting: PublishedMeeting, bodies: readonly PublishedBody[]): string {
  const body = bodies.find(each => each.id === meeting.body)?.name ?? ''
  return [body, meeting.title].filter(part => part !== null && part !== '').join(': ')
}
