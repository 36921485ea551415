import type { Day } from '#calendar'

/** A meeting of a body. Times are 'HH:MM' in the United Kingdom. */
export interface Meeting {
  readonly id: string
  readonly bodyId: string
  /** What sets it apart from an ordinary meeting of its body; empty for an ordinary one. */
  readonly title: string
  readonly heldOn: Day
  readonly startsAt: string
  readonly endsAt: string | null
  readonly beganAt: string | null
  readonly concludedAt: string | null
  readonly mode: Mode
  readonly venue: string
  readonly mapLink: string
  readonly joiningLink: string
  readonly state: MeetingState
  /** Why it was cancelled or postponed. */
  readonly stateWords: string
  readonly movedTo: string | null
  readonly noticePublishedAt: Date | null
  readonly agendaPublishedAt: Date | null
  /** How often what a calendar shows has changed. */
  readonly sequence: number
  readonly importedFrom: string | null
}

export const modes = { 'in person': 'In person', hybrid: 'In person and online', virtual: 'Online' }
export type Mode = keyof typeof modes

export const meetingStates = {
  provisional: 'Provisional',
  confirmed: 'Confirmed',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  held: 'Held',
}
export type MeetingState = keyof typeof meetingStates

export const itemKinds = {
  apologies: 'Apologies',
  minutes: 'Minutes of an earlier meeting',
  declarations: 'Declarations of interest',
  'public questions': 'Questions from the public',
  'member questions': 'Questions from members',
  report: 'Report',
  'verbal update': 'Verbal update',
  presentation: 'Presentation',
  workplan: 'Work programme',
  exclusion: 'Leaving the public out',
  other: 'Other business',
}
export type ItemKind = keyof typeof itemKinds

/** Why something is kept from the public; null where it is not. */
export interface Exemption {
  /** Of part 1 of Schedule 12A to the Local Government Act 1972; null where it is confidential. */
  readonly paragraph: number | null
  readonly confidential: boolean
  readonly words: string
  /** Why keeping it back outweighs telling it. */
  readonly publicInterest: string
}

export interface Item {
  readonly id: string
  readonly meetingId: string
  readonly position: number
  /** As it is printed: '5', '262'. */
  readonly number: string
  readonly title: string
  readonly kind: ItemKind
  readonly presenter: string
  readonly author: string
  /** What the meeting is asked to do. */
  readonly words: string
  readonly education: boolean
  readonly exempt: Exemption | null
  readonly lateReason: string
  readonly lateBy: string
  readonly withdrawnWords: string | null
  readonly addedAt: Date
  readonly publishedAt: Date | null
}

export const paperKinds = {
  report: 'Report',
  appendix: 'Appendix',
  additional: 'Additional document',
  background: 'Background paper',
  minutes: 'Minutes',
  answers: 'Questions and answers',
  other: 'Paper',
}
export type PaperKind = keyof typeof paperKinds

export interface Paper {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string | null
  readonly position: number
  readonly kind: PaperKind
  readonly title: string
  readonly author: string
  /** Typed here; null where it is a file. */
  readonly words: string | null
  readonly fileSha: string | null
  readonly exempt: Exemption | null
  readonly replaces: string | null
  readonly replacesWords: string
  readonly withdrawnWords: string | null
  readonly addedAt: Date
  readonly addedBy: string
  readonly publishedAt: Date | null
  readonly packId: string | null
  /** In its pack, as printed. */
  readonly pages: { readonly first: string; readonly last: string } | null
}

/** What was published at one time and is never changed again. The first is the agenda. */
export interface Pack {
  readonly id: string
  readonly meetingId: string
  readonly nth: number
  readonly restricted: boolean
  readonly title: string
  readonly firstPage: number
  readonly lastPage: number
  readonly fileSha: string | null
  readonly contents: unknown
  readonly publishedAt: Date
  readonly publishedBy: string
}

export const attendances = {
  present: 'Present',
  virtual: 'Present online',
  apologies: 'Apologies',
  absent: 'Absent',
  substitute: 'Substitute',
  'in attendance': 'In attendance',
}
export type How = keyof typeof attendances

export interface Attendance {
  readonly id: string
  readonly meetingId: string
  readonly personId: string | null
  readonly name: string
  /** As titled on the day. */
  readonly capacity: string
  readonly organisation: string
  readonly seat:
    | 'chair'
    | 'vice-chair'
    | 'member'
    | 'statutory co-optee'
    | 'co-optee'
    | 'observer'
    | 'none'
  readonly votes: 'all' | 'education' | 'none'
  readonly how: How
  readonly standsInFor: string
}

export const isThere = ({ how }: Pick<Attendance, 'how'>): boolean =>
  how !== 'apologies' && how !== 'absent'

/** Whether the public may read it: published, and not kept back under a rule. */
export function isPublic(thing: {
  readonly publishedAt: Date | null
  readonly exempt: Exemption | null
}): boolean {
  return thing.publishedAt !== null && thing.exempt === null
}

/** Whether a meeting stands: it was neither cancelled nor put off. */
export const isArranged = ({ state }: Pick<Meeting, 'state'>): boolean =>
  state !== 'cancelled' && state !== 'postponed'
