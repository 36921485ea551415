import { addMonths, addWorkingDays } from '#calendar'
import { SOCIAL_CARE, abuseWeights, closed } from '../codes.ts'
import { type Child, type County, childAt, workdaysAfter } from '../county.ts'
import { NONE } from '../sheet.ts'
import type { Seat } from '../staff.ts'
import { usual } from '../story.ts'
import { allocate } from './allocation.ts'
import { visitThrough } from './visits.ts'

/** A section 47 enquiry; where its conference makes a plan, the day and the conference. */
export function enquiry(
  county: County,
  wanted: {
    readonly child: number
    readonly who: Child
    readonly row: number
    readonly on: number
    readonly seat: Seat
    /** What an earlier plan of the child did to the chances: true makes a conference certain. */
    readonly again: true | null
  },
): { readonly from: number; readonly conference: number } | null {
  const { random, happened, chances, span } = county
  const { child, who, row, on, seat } = wanted
  if (on > span.to || on > who.childUntil - 120) return null
  const meets = wanted.again === true || random.chance(usual.enquiryToConference)
  const held = meets ? conferenceDay(county, on, who.locality) : NONE
  const to = Math.min(workdaysAfter(on, random.between(4, 13)), meets ? held : who.childUntil)
  const enquired = happened.enquiries.add({
    child,
    referral: row,
    from: on,
    to,
    conference: meets ? 1 : 0,
    seat,
  })
  if (!meets || held > span.to) return null
  const plans =
    wanted.again === true || random.chance(chances.of('conferenceToPlan', held, who.locality))
  const conference = happened.conferences.add({
    child,
    referral: row,
    enquiry: enquired,
    on: held,
    target: addWorkingDays(on, 15),
    plan: NONE,
    seat,
  })
  return plans ? { from: held, conference } : null
}

function conferenceDay(county: County, strategyOn: number, locality: number): number {
  const { random, chances } = county
  const timely = random.chance(chances.of('conferenceOnTime', strategyOn + 20, locality))
  return addWorkingDays(
    strategyOn,
    timely ? random.between(9, 15) : 16 + Math.min(40, Math.floor(random.wait(5))),
  )
}

/** Days that plans last: in each of these ranges, so many of a hundred. */
const lengths: readonly (readonly [from: number, to: number, share: number])[] = [
  [20, 88, 18],
  [92, 180, 11],
  [182, 365, 40],
  [366, 729, 27],
  [731, 1000, 4],
]

/** A child protection plan, its visits and reviews; the day it ended. */
export function protectionPlan(
  county: County,
  wanted: {
    readonly child: number
    readonly who: Child
    readonly row: number
    readonly from: number
    readonly conference: number
  },
): number {
  const { random, happened, staff, chances } = county
  const { child, who, row, from } = wanted
  const [low, high] = lengths[random.weighted(lengths.map(each => each[2]))] ?? [30, 300]
  const to = Math.min(from + random.between(low, high), who.childUntil)
  const seat = staff.seat('protection', who.locality)
  const first = random.weighted(abuseWeights)
  const plan = happened.plans.add({
    child,
    referral: row,
    conference: wanted.conference,
    from,
    to,
    first,
    latest: random.chance(0.9) ? first : random.weighted(abuseWeights),
    seat,
  })
  if (wanted.conference !== NONE) happened.conferences.set(wanted.conference, 'plan', plan)
  happened.people.set(child, 'plans', happened.people.get(child, 'plans') + 1)
  allocate(county, { child, referral: row, from, to, seat, first: false })
  reviews(county, { child, plan, from, to, locality: who.locality })
  visitThrough(county, {
    from,
    to,
    soonest: 4,
    standard: 10,
    latest: 14,
    onTime: on => chances.of('protectionVisitOnTime', on, who.locality),
    visit: on => {
      const alone = random.chance(chances.of('protectionVisitSeenAlone', on, who.locality))
      happened.protectionVisits.add({ child, plan, on, alone: alone ? 1 : 0 })
    },
  })
  return to
}

/**
 * Reviews fall due three months after the conference and then every six months (Working Together
 * to Safeguard Children 2023, unverified here); the plan ends at its last.
 */
function reviews(
  county: County,
  of: {
    readonly child: number
    readonly plan: number
    readonly from: number
    readonly to: number
    readonly locality: number
  },
): void {
  const { random, happened, chances, span } = county
  let due = addMonths(of.from, 3)
  for (;;) {
    const timely = random.chance(chances.of('protectionReviewOnTime', due, of.locality))
    const on = timely ? due - random.between(0, 18) : due + 1 + Math.floor(random.wait(14))
    const last = on >= of.to - 15
    const held = last ? of.to : on
    if (held > span.to || (last && of.to - of.from < 14)) return
    happened.protectionReviews.add({
      child: of.child,
      plan: of.plan,
      on: held,
      due,
      last: last ? 1 : 0,
    })
    if (last) return
    due = addMonths(held, 6)
  }
}

/**
 * Some children had a plan before anything here was recorded: an old journey of its own, so that
 * a second plan is really a second. True where one was made up.
 */
export function earlierPlan(county: County, child: number, on: number): true | null {
  const { random, happened, staff } = county
  const known = childAt(county, child)
  const who = { ...known, childUntil: on - 400 }
  if (happened.people.get(child, 'referrals') > 1) return null
  if (!random.chance(usual.earlierPlan * usual.enquiryToConference)) return null
  const from = on - random.between(600, 2600)
  if (from < who.born + 60) return null
  const row = happened.referrals.add({
    child,
    from: from - 40,
    to: NONE,
    source: SOCIAL_CARE,
    need: 0,
    nfa: 0,
    closed: closed.otherwise,
    seat: staff.seat('frontDoor', who.locality),
  })
  const seat = staff.seat('protection', who.locality)
  const conference = enquiry(county, { child, who, row, on: from - 25, seat, again: true })
  const to = conference === null ? from : protectionPlan(county, { child, who, row, ...conference })
  happened.referrals.set(row, 'to', to)
  return true
}
