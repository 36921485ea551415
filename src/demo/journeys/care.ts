import {
  ABSENT_PARENTING,
  type EpisodeEnd,
  closed,
  endNumbered,
  needs,
  needWeights,
} from '../codes.ts'
import { type Child, type County, childAt, newChild } from '../county.ts'
import { NONE } from '../sheet.ts'
import { adoptionFrom, orderOf } from './adoption.ts'
import { allocate } from './allocation.ts'
import { episodes, legalChanges } from './care-episodes.ts'
import { healthInCare } from './care-health.ts'
import { carePlan, careReviews, careVisits, missingFromCare } from './care-planning.ts'
import { type Ending, closeReferral } from './closing.ts'
import { leaveCare } from './leaving.ts'
import { needPlan } from './need.ts'
import { placements } from './placements.ts'

/** Where care is to lead, as it turns out. */
export type Destiny = 'home' | 'guardianship' | 'adoption' | 'adulthood'
const destinies: readonly Destiny[] = ['home', 'guardianship', 'adoption', 'adulthood']

/** For ages up to each bound: how many of a hundred go home, to guardians, to adopters, or stay. */
const destinyByAge: readonly (readonly [under: number, weights: readonly number[]])[] = [
  [1, [22, 24, 35, 19]],
  [5, [32, 22, 21, 25]],
  [10, [44, 14, 2, 40]],
  [16, [50, 5, 0, 45]],
  [99, [24, 0, 0, 76]],
]

/** A period of care from a day, all that belongs to it, and how the council's work ended after it. */
export function careFor(
  county: County,
  wanted: {
    readonly child: number
    readonly row: number
    readonly on: number
    readonly need: number
    readonly unaccompanied?: boolean
  },
): Ending {
  const { random, happened, span, staff } = county
  const { child, row } = wanted
  const who = childAt(county, child)
  const from = Math.max(wanted.on, who.born + 1)
  if (from > span.to || from > who.childUntil - 20)
    return { on: Math.min(from, who.childUntil), reason: closed.otherwise }

  const age = (from - who.born) / 365.25
  const weights = destinyByAge.find(([under]) => age < under)?.[1] ?? [1, 0, 0, 1]
  const destiny = wanted.unaccompanied
    ? 'adulthood'
    : (destinies[random.weighted(weights)] ?? 'home')
  const adoption = destiny === 'adoption' ? adoptionFrom(county, from) : null
  const to = Math.min(
    endOfCare(county, from, destiny, adoption?.adoptedOn ?? null),
    who.childUntil + 1,
  )
  const grown = to > who.childUntil
  const end = endReason(county, adoption?.reversedOn ? 'home' : destiny, who, grown)

  const period = happened.periods.add({ child, from, to, referral: row })
  const moves = placements(county, {
    child,
    who,
    period,
    from,
    to,
    destiny,
    adoption,
    unaccompanied: wanted.unaccompanied === true,
  })
  const legal = legalChanges(county, {
    child,
    from,
    to,
    destiny,
    adoption,
    unaccompanied: wanted.unaccompanied === true,
  })
  episodes(county, {
    child,
    period,
    from,
    to,
    need: careNeed(wanted.need),
    end: endNumbered(end),
    moves,
    legal,
  })
  const seat = staff.seat('care', who.locality)
  allocate(county, { child, referral: row, from, to, seat, first: false })
  const care = { child, who, period, from, to }
  careReviews(county, care)
  for (const move of moves) careVisits(county, { ...care, from: move.from, to: move.to })
  carePlan(county, { ...care, destiny })
  missingFromCare(county, care)
  healthInCare(county, care)
  orderOf(county, { ...care, adoption, end })
  if (wanted.unaccompanied === true) happened.asylum.add({ child, from, to: who.childUntil + 1 })
  leaveCare(county, { ...care, end })
  return afterCare(county, { child, who, row, to, end })
}

function endOfCare(
  county: County,
  from: number,
  destiny: Destiny,
  adoptedOn: number | null,
): number {
  const { random } = county
  if (adoptedOn !== null) return adoptedOn
  if (destiny === 'home') return from + 8 + Math.round(random.wait(250))
  if (destiny === 'guardianship') return from + 200 + Math.round(random.wait(230))
  return from + 300 + Math.round(random.wait(365 * 9))
}

function endReason(county: County, destiny: Destiny, who: Child, grown: boolean): EpisodeEnd {
  const { random } = county
  const pick = (...reasons: readonly (readonly [EpisodeEnd, number])[]): EpisodeEnd =>
    reasons[random.weighted(reasons.map(([, weight]) => weight))]?.[0] ?? 'E8'
  if (grown)
    return who.disabled && random.chance(0.4)
      ? 'E7'
      : pick(['E5', 58], ['E6', 14], ['E8', 24], ['E9', 4])
  if (destiny === 'adoption') return pick(['E11', 40], ['E12', 60])
  if (destiny === 'guardianship')
    return pick(['E45', 34], ['E46', 8], ['E47', 32], ['E48', 5], ['E41', 21])
  return pick(['E4A', 74], ['E4B', 10], ['E13', 14], ['E3', 1.5], ['E2', 0.4])
}

function afterCare(
  county: County,
  ended: {
    readonly child: number
    readonly who: Child
    readonly row: number
    readonly to: number
    readonly end: EpisodeEnd
  },
): Ending {
  const { child, who, row, to, end } = ended
  const on = Math.min(to, who.childUntil)
  if (end === 'E11' || end === 'E12') return { on, reason: closed.adopted }
  if (end === 'E41') return { on, reason: closed.childArrangements }
  if (end.startsWith('E4') && end !== 'E4A' && end !== 'E4B')
    return { on, reason: closed.guardianship }
  if (end === 'E2') return { on, reason: closed.died }
  if (end === 'E3') return { on, reason: closed.moved }
  if (end === 'E7') return { on, reason: closed.adultCare }
  if (to < who.childUntil - 30 && to <= county.span.to && county.random.chance(0.65)) {
    const plan = needPlan(county, { child, who, row, from: to, long: false, after: true })
    return { on: plan.to, reason: closed.otherwise }
  }
  return { on, reason: closed.otherwise }
}

/** How many of a hundred come into care at each age, from birth to 17. */
const entryAges = [19, 5, 4.5, 4.5, 4.5, 4, 4, 3.8, 3.8, 3.8, 4, 4.4, 5, 5.6, 6.4, 7, 5.5, 4]

/** A child who came into care before contacts and assessments are written: only a referral and care. */
export function careEntryLongAgo(county: County, on: number): void {
  const { random } = county
  const age = Math.min(random.weighted(entryAges) + random.next(), 17.8) * 365.25
  const child = newChild(county, on - Math.floor(age) - 5, { disabled: 0.14 })
  const need = random.weighted(needWeights)
  const row = entered(county, child, on - 4, need, 13)
  closeReferral(county, child, row, careFor(county, { child, row, on, need }))
}

/** A child of 15 to 17, most often a boy, who came to the country alone. */
export function unaccompaniedChild(county: County, on: number): void {
  const { random } = county
  const born = on - Math.floor((14.6 + random.next() * 2.9) * 365.25)
  const child = newChild(county, born, { unaccompanied: true, male: 0.92, disabled: 0.02 })
  const row = entered(county, child, on, ABSENT_PARENTING, 16)
  const end = careFor(county, { child, row, on, need: ABSENT_PARENTING, unaccompanied: true })
  closeReferral(county, child, row, end)
}

function entered(county: County, child: number, on: number, need: number, source: number): number {
  const { happened, staff } = county
  const locality = happened.people.get(child, 'locality')
  happened.people.set(child, 'referredOn', on)
  happened.people.set(child, 'referrals', 1)
  return happened.referrals.add({
    child,
    from: on,
    to: NONE,
    source,
    need,
    nfa: 0,
    closed: NONE,
    seat: staff.seat('frontDoor', locality),
  })
}

/** N9 (not a child in need) is no reason to be in care. */
function careNeed(need: number): number {
  return needs[need] === 'N9' ? 0 : need
}
