import type { Body, Person } from '#bodies'
import type { Day, Deadline, Law } from '#calendar'
import type { Commitment } from '#commitments'
import type { Decision, Notice as DecisionNotice, Standing } from '#decisions'
import type { Interest } from '#declarations'
import type { Published } from '#exchange'
import type { PublishedMeeting } from '#meetings'
import type { PublishedMinutes } from '#minutes'

/**
 * Everything of a council that anybody may see, and nothing else. Pages, feeds, letters and the
 * search are made of it and of nothing beside it. Addresses in it are paths of this site;
 * `withAddresses` makes them whole.
 */
export interface PublicRecord {
  readonly published: Published
  readonly bodies: ReadonlyMap<string, PublicBody>
  readonly meetings: ReadonlyMap<string, PublicMeeting>
  readonly decisions: ReadonlyMap<string, PublicDecision>
  /** That something was decided whose record is kept back, the latest first. */
  readonly keptBack: readonly KeptBack[]
  /** That a decision is coming, the latest first. */
  readonly notices: readonly DecisionNotice[]
  readonly actions: ReadonlyMap<string, PublicAction>
  readonly people: readonly PublicPerson[]
}

/** What the page of a body says beside its name and members. No address of e-mail is in it. */
export type PublicBody = Pick<Body, 'id' | 'name' | 'kind' | 'access' | 'about' | 'venue'> & {
  readonly clerk: { readonly post: string; readonly name: string; readonly phone: string }
}

export type PublicPerson = Pick<Person, 'id' | 'unnamed'> & {
  readonly name: string
  /** The register of interests; of a sensitive one only that there is one. */
  readonly interests: readonly PublicInterest[]
}

export type PublicInterest =
  | (Pick<Interest, 'id' | 'category' | 'whose' | 'words'> & { readonly sensitive: false })
  | { readonly id: string; readonly sensitive: true }

export interface PublicMeeting {
  readonly shown: PublishedMeeting
  readonly minutes: PublishedMinutes | null
  /** What the minutes say of interests and the whip; empty until they are published. */
  readonly declarations: readonly string[]
}

/** A decision whose record is public, and where it stands today. */
export interface PublicDecision {
  readonly decision: Decision
  readonly standing: Standing
  readonly until: Deadline | null
}

/** A decision of which no word is public: who decided, on which day, and why it is not told. */
export interface KeptBack {
  readonly id: string
  readonly madeBy: string
  readonly on: Day
  readonly because: string
  readonly law: Law | null
}

/** What of a commitment is public: what became of it, and not what was noted on the way. */
export type PublicAction = Pick<
  Commitment,
  | 'id'
  | 'number'
  | 'kind'
  | 'title'
  | 'words'
  | 'state'
  | 'dueOn'
  | 'dueWords'
  | 'firstDueOn'
  | 'deferrals'
  | 'statutory'
  | 'doneOn'
  | 'verifiedOn'
  | 'closedOn'
> & {
  /** 'Scrutiny, 9 January 2020, paragraph 4.2' */
  readonly origin: string
  readonly originOn: Day
  /** Where it was said, on the public site; null where that is not there. */
  readonly originPath: string | null
  readonly bodyId: string | null
  /** By post; empty where nobody is named. */
  readonly owner: string
  readonly toBodyName: string | null
  readonly isOverdue: boolean
  /** What came back, once it is published. */
  readonly response: { readonly words: string; readonly by: string; readonly on: Day } | null
  readonly verdict: string | null
}
