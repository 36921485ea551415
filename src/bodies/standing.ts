import { type Constitution, type Day, type Law, localLaw } from '#calendar'
import {
  type Body,
  type BodyKind,
  bodyOn,
  holdsOn,
  type Holder,
  holderOn,
  type Post,
  type Seat,
  sitterOn,
  type StatutoryPost,
  statutoryPostKeys,
} from './body.ts'

const READ_ON = '21 November 2026'
const LGA_2000 = 'Local Government Act 2000'

/**
 * Members of the executive do not sit on overview and scrutiny. Section 9FA(3) was not read itself; a
 * council's minute that quotes the section was (barnsleymbc.moderngov.co.uk, agenda item 49730).
 */
export const executiveOutsideScrutiny: Law = {
  document: LGA_2000,
  paragraph: 'section 9FA(3)',
  reading: {
    kind: 'unverified',
    because: `the section was not read; a council’s minute that quotes it was, on ${READ_ON}`,
  },
}

/** No business at a meeting of a council without a quarter of the whole number of its members. */
export const quorumOfCouncil: Law = {
  document: 'Local Government Act 1972',
  paragraph: 'Schedule 12, paragraph 6',
  reading: { kind: 'unverified', because: 'the paragraph was not read' },
}

/** Whoever might sit for somebody else. */
export interface Substitute {
  readonly party: string
  /** Whether they are a member of the council's executive on the day. */
  readonly isExecutive: boolean
  /** Whether they have a seat on the body themselves. */
  readonly isMember: boolean
}

export type Standing =
  | { readonly may: true }
  | { readonly may: false; readonly because: string; readonly law: Law | null }

/** Whether somebody may sit for a member at a meeting, by the constitution and by law; if not, why. */
export function mayStandInFor(
  constitution: Constitution,
  kind: BodyKind,
  absent: Pick<Seat, 'kind' | 'party'>,
  substitute: Substitute,
): Standing {
  const rule = constitution.substitutes
  if (rule === null) return no('The constitution provides for no substitutes.', null)
  const own = localLaw(constitution, rule.paragraph)
  if (!['chair', 'vice-chair', 'member'].includes(absent.kind))
    return no('Only members of the council have substitutes.', own)
  // By law and whatever a constitution says, so it comes first of what is about the person.
  if (kind === 'scrutiny' && substitute.isExecutive)
    return no(
      'A member of the cabinet may not sit on overview and scrutiny.',
      executiveOutsideScrutiny,
    )
  if (kind === 'cabinet') return no('Members of the cabinet have no substitutes.', own)
  if (substitute.isMember) return no('They have a seat there themselves.', own)
  if (rule.sameParty && !sameWords(absent.party, substitute.party))
    return no('A substitute is of the same political group as the member.', own)
  return { may: true }
}

const no = (because: string, law: Law | null): Standing => ({ may: false, because, law })

/** Whether two say the same, however they are written. */
export const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * How many of those with a vote must be there: what the body's own terms say, or else the
 * constitution's rule; for full council never fewer than a quarter (Schedule 12 to the 1972 Act,
 * unverified). Null where nothing says.
 * @param seats the seats that are there on the day, held or vacant
 */
export function quorumOf(
  { quorum, kind }: Pick<Body, 'quorum' | 'kind'>,
  seats: readonly Pick<Seat, 'votes' | 'kind'>[],
  { quorum: rule }: Pick<Constitution, 'quorum'>,
): number | null {
  const voting = seats.filter(seat => seat.votes === 'all' && seat.kind !== 'observer').length
  const byRule = rule === null ? null : Math.max(rule.least, Math.ceil(voting / rule.oneIn))
  const own = quorum ?? byRule
  if (kind !== 'council') return own
  return Math.max(own ?? 1, Math.ceil(voting / 4))
}

/** @param present how many are there who may vote on everything */
export function isQuorate(present: number, quorum: number | null): boolean {
  return present > 0 && present >= (quorum ?? 1)
}

/** Everybody who is a member of the executive on a day: who sits on a cabinet with a vote. */
export function executiveOn(
  bodies: readonly Body[],
  seats: readonly Seat[],
  posts: readonly Post[],
  holders: readonly Holder[],
  day: Day,
): ReadonlySet<string> {
  const cabinets = new Set(
    bodies.filter(body => body.kind === 'cabinet' && bodyOn(body, day)).map(({ id }) => id),
  )
  return new Set(
    seats
      .filter(
        seat =>
          cabinets.has(seat.bodyId) &&
          holdsOn(seat, day) &&
          // Officers and others attend a cabinet; what makes a member of it is the vote.
          seat.votes === 'all' &&
          seat.kind !== 'observer',
      )
      .flatMap(seat => sitterOn(seat, posts, holders, day) ?? []),
  )
}

export interface StatutoryPostWords {
  readonly title: string
  /** Null for a post that no law names and that councils rely on all the same. */
  readonly law: Law | null
}

function unread(document: string, paragraph: string): Law {
  const because = 'the section was not read'
  return { document, paragraph, reading: { kind: 'unverified', because } }
}

const childrenAct = (paragraph: string): Law => ({
  document: 'Children Act 2004',
  paragraph,
  reading: {
    kind: 'unverified',
    because: `the section was not read; statutory guidance that cites it was, on ${READ_ON}`,
  },
})

/** The posts that a council must have filled, and under which law. */
export const statutoryPosts: Readonly<Record<StatutoryPost, StatutoryPostWords>> = {
  'chief-executive': {
    title: 'Chief executive (head of paid service)',
    law: unread('Local Government and Housing Act 1989', 'section 4'),
  },
  'director-of-childrens-services': {
    title: 'Director of children’s services',
    law: childrenAct('section 18'),
  },
  'lead-member': { title: 'Lead member for children’s services', law: childrenAct('section 19') },
  'monitoring-officer': {
    title: 'Monitoring officer',
    law: unread('Local Government and Housing Act 1989', 'section 5'),
  },
  'director-of-public-health': {
    title: 'Director of public health',
    law: unread('National Health Service Act 2006', 'section 73A'),
  },
  'director-of-adult-social-services': {
    title: 'Director of adult social services',
    law: unread('Local Authority Social Services Act 1970', 'section 6'),
  },
  'head-of-legal': {
    title: 'Head of legal and democratic services',
    law: null,
  },
}

export interface Vacancy {
  readonly statutory: StatutoryPost
  /** Null where the council has no such post in its list. */
  readonly post: Post | null
  readonly state: 'not listed' | 'vacant' | 'interim'
  /** The last day on which somebody held it; null where it was never held or is held now. */
  readonly since: Day | null
}

/** The statutory posts that nobody holds on a day, or that somebody holds for the time being. */
export function vacanciesOn(
  posts: readonly Post[],
  holders: readonly Holder[],
  day: Day,
): readonly Vacancy[] {
  return statutoryPostKeys.flatMap((statutory): readonly Vacancy[] => {
    const own = posts.filter(post => post.statutory === statutory)
    if (own.length === 0) return [{ statutory, post: null, state: 'not listed', since: null }]
    // A post may have been renamed: it is filled where any of those that carry the duty is.
    const ever = holders.filter(({ postId }) => own.some(({ id }) => id === postId))
    const now = holderOn(ever, day)
    const before = ever.filter(each => each.fromOn <= day)
    const ended = before.map(each => each.untilOn ?? day)
    const last = before.toSorted((a, b) => a.fromOn - b.fromOn).at(-1)
    const post = own.find(({ id }) => id === (now ?? last)?.postId) ?? own[0] ?? null
    if (now === null)
      return [
        { statutory, post, state: 'vacant', since: ended.length === 0 ? null : Math.max(...ended) },
      ]
    return now.interim ? [{ statutory, post, state: 'interim', since: null }] : []
  })
}
