import type { Day } from '#calendar'

export const bodyKinds = [
  'council',
  'cabinet',
  'scrutiny',
  'committee',
  'corporate parenting board',
  'improvement board',
  'safeguarding partnership',
  'partnership',
  'management',
] as const
export type BodyKind = (typeof bodyKinds)[number]

export const bodyKindWords: Readonly<Record<BodyKind, string>> = {
  council: 'Full council',
  cabinet: 'Cabinet',
  scrutiny: 'Overview and scrutiny',
  committee: 'Committee',
  'corporate parenting board': 'Corporate parenting board',
  'improvement board': 'Improvement board',
  'safeguarding partnership': 'Safeguarding partnership',
  partnership: 'Partnership',
  management: 'Management',
}

export const accesses = ['council', 'executive', 'none'] as const
/** Under which law the public may come to its meetings and read its papers. */
export type Access = (typeof accesses)[number]

/** Where a body of a kind mostly stands; its own terms may say otherwise. */
export const usualAccess: Readonly<Record<BodyKind, Access>> = {
  council: 'council',
  cabinet: 'executive',
  scrutiny: 'council',
  committee: 'council',
  'corporate parenting board': 'none',
  'improvement board': 'none',
  'safeguarding partnership': 'none',
  partnership: 'none',
  management: 'none',
}

export const numberings = ['each meeting', 'running'] as const
/** Whether the paragraphs of its minutes begin at 1 each time, or go on from meeting to meeting. */
export type Numbering = (typeof numberings)[number]

/** Whom to ask about a body: on each agenda, report and decision. */
export interface Clerk {
  readonly post: string
  readonly name: string
  readonly phone: string
  readonly email: string
}

export interface Body {
  readonly id: string
  readonly name: string
  readonly kind: BodyKind
  readonly access: Access
  /** Its terms of reference. */
  readonly about: string
  /** Of those who may vote; null where the constitution's rule holds. */
  readonly quorum: number | null
  readonly numbering: Numbering
  readonly venue: string
  readonly clerk: Clerk
  readonly startedOn: Day | null
  /** The last day on which it was there. */
  readonly endedOn: Day | null
  /** The body whose work it took over. */
  readonly succeeds: string | null
  /** Whether the public page names it. */
  readonly listed: boolean
}

export interface Person {
  readonly id: string
  /** Of somebody who is shown by their role only, the role: their name is kept nowhere. */
  readonly name: string
  /** 'Councillor', 'Dr' */
  readonly title: string | null
  readonly userId: string | null
  /** A young person, or anybody else who is shown by their role only. */
  readonly unnamed: boolean
  readonly contactEmail: string | null
}

export const seatKinds = [
  'chair',
  'vice-chair',
  'member',
  'statutory co-optee',
  'co-optee',
  'observer',
] as const
export type SeatKind = (typeof seatKinds)[number]

export const seatKindWords: Readonly<Record<SeatKind, string>> = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  member: 'Member',
  'statutory co-optee': 'Statutory co-opted member',
  'co-optee': 'Co-opted member',
  observer: 'Observer',
}

export const votesKinds = ['all', 'education', 'none'] as const
export type Votes = (typeof votesKinds)[number]

export const votesWords: Readonly<Record<Votes, string>> = {
  all: 'On everything',
  education: 'On education matters only',
  none: 'No vote',
}

/** A place on a body, held by a person or by whoever holds a post. */
export interface Seat {
  readonly id: string
  readonly bodyId: string
  readonly personId: string | null
  /** The title of the post to which the seat belongs; null where it is the person's own. */
  readonly post: string | null
  readonly kind: SeatKind
  readonly votes: Votes
  readonly organisation: string
  readonly party: string
  readonly ward: string
  readonly fromOn: Day
  /** The last day; null while it is held. */
  readonly untilOn: Day | null
}

export interface Post {
  readonly id: string
  readonly title: string
  readonly statutory: StatutoryPost | null
}

/** Somebody in a post from a day to a day. */
export interface Holder {
  readonly postId: string
  readonly personId: string
  readonly fromOn: Day
  /** The last day; null while it is held. */
  readonly untilOn: Day | null
  readonly interim: boolean
}

/** What a member of the executive answers for, as it was called then. */
export interface Portfolio {
  readonly id: string
  readonly personId: string
  readonly title: string
  readonly fromOn: Day
  /** The last day; null while it is held. */
  readonly untilOn: Day | null
}

export const statutoryPostKeys = [
  'chief-executive',
  'director-of-childrens-services',
  'lead-member',
  'monitoring-officer',
  'director-of-public-health',
  'director-of-adult-social-services',
  'head-of-legal',
] as const
export type StatutoryPost = (typeof statutoryPostKeys)[number]

type Dated = { readonly fromOn: Day; readonly untilOn: Day | null }

/** Whether something held on a day; both the first and the last day count. */
export function holdsOn({ fromOn, untilOn }: Dated, day: Day): boolean {
  return fromOn <= day && (untilOn === null || day <= untilOn)
}

/** Whether a body was there on a day. */
export function bodyOn({ startedOn, endedOn }: Body, day: Day): boolean {
  return (startedOn === null || startedOn <= day) && (endedOn === null || day <= endedOn)
}

/** 'Councillor Ada Example'; of somebody who is shown by their role only, the role. */
export function fullName({ title, name }: Pick<Person, 'title' | 'name'>): string {
  return title === null || title === '' ? name : `${title} ${name}`
}

/** Who sat on a day: chair first, then in the order of `seatKinds`. */
export function seatsOn(seats: readonly Seat[], day: Day): readonly Seat[] {
  return seats
    .filter(seat => holdsOn(seat, day))
    .toSorted((a, b) => seatKinds.indexOf(a.kind) - seatKinds.indexOf(b.kind))
}

/**
 * Who was in a post on a day, of those who ever held it. In a handover, when two hold it at once, it
 * is the one who came last; null while it was vacant.
 */
export function holderOn(holders: readonly Holder[], day: Day): Holder | null {
  return lastOn(holders, day)
}

/** The portfolio of a member as it was called on a day, of all that they ever had. */
export function portfolioOn(portfolios: readonly Portfolio[], day: Day): Portfolio | null {
  return lastOn(portfolios, day)
}

function lastOn<Item extends Dated>(items: readonly Item[], day: Day): Item | null {
  return items.filter(item => holdsOn(item, day)).toSorted((a, b) => b.fromOn - a.fromOn)[0] ?? null
}

/** Who sits in a seat on a day: its person, or whoever holds its post then; null for nobody. */
export function sitterOn(
  seat: Pick<Seat, 'personId' | 'post'>,
  posts: readonly Post[],
  holders: readonly Holder[],
  day: Day,
): string | null {
  if (seat.personId !== null) return seat.personId
  const post = posts.find(({ title }) => title === seat.post)
  if (post === undefined) return null
  return (
    holderOn(
      holders.filter(({ postId }) => postId === post.id),
      day,
    )?.personId ?? null
  )
}

/** Whether a seat has a vote on an item. Those who sit for education vote on education alone. */
export function mayVote(
  { kind, votes }: Pick<Seat, 'kind' | 'votes'>,
  item: { readonly education: boolean },
): boolean {
  if (kind === 'observer') return false
  return votes === 'all' || (votes === 'education' && item.education)
}
