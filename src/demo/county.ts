import { type Day, addWorkingDays, ageOn } from '#calendar'
import { localityWeights } from './authority.ts'
import { type Chances, chancesOf } from './chances.ts'
import { disabilityWeights, ethnicityWeights } from './codes.ts'
import { type Random, randomFrom } from './random.ts'
import { NONE, sheet } from './sheet.ts'
import { type Staff, staffOf } from './staff.ts'

export interface Span {
  /** The first day that figures are wanted for. */
  readonly from: Day
  /** The last day: the day of the last extract. */
  readonly to: Day
  /** The day from which journeys are lived through, so that the first extract is as full as the last. */
  readonly livedFrom: Day
  /** Contacts, visits and allocations before this day are not kept. */
  readonly keptFrom: Day
}

/** A young person who left care, and what was known of them from day to day until they were 21. */
export interface Leaver {
  readonly child: number
  readonly from: Day
  readonly to: Day
  readonly eligibility: 'relevant' | 'former' | 'qualifying'
  readonly seat: number
  readonly contacts: readonly Day[]
  readonly pathwayReviews: readonly Day[]
  readonly circumstances: readonly {
    readonly from: Day
    readonly inTouch: string
    readonly activity: number
    readonly accommodation: number
    readonly suitable: boolean
  }[]
}

/** Everything that happened in the county, in the order in which it was made up. */
export interface County {
  readonly random: Random
  readonly scale: number
  readonly span: Span
  readonly chances: Chances
  readonly staff: Staff
  readonly happened: ReturnType<typeof nothingYet>
  readonly leavers: Leaver[]
  /** Referrals that earlier events lead to, by month. */
  readonly toCome: Map<number, { readonly child: number; readonly on: Day }[]>
  /** Children whose last journey ended, by the month of its end: a re-referral comes from here. */
  readonly endedIn: Map<number, number[]>
}

function nothingYet() {
  return {
    people: sheet(
      'born',
      'bornRecorded',
      'sex',
      'ethnicity',
      'locality',
      'disability',
      'died',
      'unaccompanied',
      'busyUntil',
      'referredOn',
      'plans',
      'motherOf',
      'childUntil',
      'referrals',
    ),
    contacts: sheet('child', 'on', 'source', 'outcome'),
    earlyHelp: sheet('child', 'from', 'to', 'seat', 'reason'),
    referrals: sheet('child', 'from', 'to', 'source', 'need', 'nfa', 'closed', 'seat'),
    assessments: sheet('child', 'referral', 'from', 'to', 'seen', 'support', 'seat'),
    factors: sheet('assessment', 'from', 'to', 'low', 'high'),
    enquiries: sheet('child', 'referral', 'from', 'to', 'conference', 'seat'),
    conferences: sheet('child', 'referral', 'enquiry', 'on', 'target', 'plan', 'seat'),
    needPlans: sheet('child', 'referral', 'from', 'to', 'seat'),
    needVisits: sheet('child', 'on', 'alone'),
    plans: sheet('child', 'referral', 'conference', 'from', 'to', 'first', 'latest', 'seat'),
    protectionReviews: sheet('child', 'plan', 'on', 'due', 'last'),
    protectionVisits: sheet('child', 'plan', 'on', 'alone'),
    periods: sheet('child', 'from', 'to', 'referral'),
    episodes: sheet(
      'child',
      'period',
      'from',
      'to',
      'startReason',
      'endReason',
      'need',
      'placement',
    ),
    placements: sheet(
      'child',
      'period',
      'from',
      'to',
      'type',
      'provider',
      'tenthMiles',
      'urn',
      'reason',
    ),
    legal: sheet('child', 'from', 'to', 'status'),
    careReviews: sheet('child', 'period', 'on', 'due', 'participation'),
    careVisits: sheet('child', 'period', 'on', 'alone'),
    healthChecks: sheet('child', 'on', 'dental', 'done'),
    immunisations: sheet('child', 'on', 'upToDate'),
    questionnaires: sheet('child', 'on', 'score', 'reason'),
    convictions: sheet('child', 'on'),
    substances: sheet('child', 'on', 'helped'),
    carePlans: sheet('child', 'from', 'to', 'plan'),
    earlierPermanence: sheet('child', 'on', 'kind', 'ordered'),
    missing: sheet('child', 'from', 'to', 'away', 'offered', 'accepted'),
    permanence: sheet(
      'child',
      'period',
      'from',
      'to',
      'decided',
      'order',
      'matched',
      'placed',
      'reversed',
      'reason',
      'byCarer',
      'kind',
    ),
    involvements: sheet('child', 'referral', 'from', 'to', 'seat', 'reason'),
    asylum: sheet('child', 'from', 'to'),
  }
}

export function emptyCounty(seed: number, scale: number, span: Span): County {
  const random = randomFrom(seed)
  return {
    random,
    scale,
    span,
    chances: chancesOf(random),
    staff: staffOf(random, scale),
    happened: nothingYet(),
    leavers: [],
    toCome: new Map(),
    endedIn: new Map(),
  }
}

export interface Child {
  readonly born: Day
  readonly sex: number
  readonly locality: number
  readonly disabled: boolean
  /** The last day before the child is 18. */
  readonly childUntil: Day
}

export function childAt(county: County, child: number): Child {
  const { people } = county.happened
  const born = people.get(child, 'born')
  return {
    born,
    sex: people.get(child, 'sex'),
    locality: people.get(child, 'locality'),
    disabled: people.get(child, 'disability') > 0,
    childUntil: people.get(child, 'childUntil'),
  }
}

/** A child whom the council did not know before, born on a day. */
export function newChild(
  county: County,
  born: Day,
  more: {
    readonly unaccompanied?: boolean
    readonly male?: number
    readonly disabled?: number
  } = {},
): number {
  const { random, happened } = county
  return happened.people.add({
    born,
    bornRecorded: born,
    sex: random.chance(more.male ?? 0.53) ? 1 : random.chance(0.004) ? 2 : 0,
    ethnicity: more.unaccompanied
      ? random.weighted([0, 0, 0, 2, 0, 0, 0, 0, 1, 0, 1, 0, 4, 0, 8, 0, 0, 9])
      : random.weighted(ethnicityWeights),
    locality: random.weighted(localityWeights),
    disability: random.chance(more.disabled ?? 0.1) ? random.weighted(disabilityWeights) : 0,
    died: NONE,
    unaccompanied: more.unaccompanied ? 1 : 0,
    busyUntil: NONE,
    referredOn: NONE,
    plans: 0,
    motherOf: NONE,
    childUntil: birthday(born, 18) - 1,
    referrals: 0,
  })
}

/** How many children in a hundred are referred at each age, from birth to 17. */
const ages = [8, 5.6, 5.3, 5.2, 5.2, 5.5, 5.7, 5.7, 5.7, 5.7, 5.7, 5.9, 6, 6.1, 6.2, 6, 4.6, 2.4]

/** Nobody is first heard of in the last weeks before turning 18. */
const OLDEST = 17.9

/** A date of birth for a child first heard of on a day; a few are not born yet. */
export function bornBefore(random: Random, on: Day): Day {
  if (random.chance(0.022)) return on + random.between(14, 150)
  return on - Math.floor(Math.min(random.weighted(ages) + random.next(), OLDEST) * 365.25)
}

/** The day of the month on which somebody has a birthday so many years after birth. */
export function birthday(born: Day, years: number): Day {
  let day = born + Math.floor(years * 365.25) - 1
  while (ageOn(born, day) < years) day++
  return day
}

/** So many working days after a day. */
export const workdaysAfter = (day: Day, count: number): Day =>
  addWorkingDays(day, Math.round(count))
