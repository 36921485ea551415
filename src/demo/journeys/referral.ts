import { DISABILITY_NEED, closed, factors, needWeights } from '../codes.ts'
import { type Child, type County, childAt, workdaysAfter } from '../county.ts'
import { NONE } from '../sheet.ts'
import type { Seat } from '../staff.ts'
import { usual } from '../story.ts'
import { allocate } from './allocation.ts'
import { careFor } from './care.ts'
import { type Ending, closeReferral } from './closing.ts'
import { earlyHelpFor } from './early-help.ts'
import { type NeedPlan, needPlan } from './need.ts'
import { earlierPlan, enquiry, protectionPlan } from './protection.ts'

/** A referral and everything that follows from it, up to the day the work is closed. */
export function referral(county: County, child: number, on: number, source: number): void {
  const { random, chances, happened, staff } = county
  const { people, referrals } = happened
  const who = childAt(county, child)
  const need = who.disabled && random.chance(0.45) ? DISABILITY_NEED : random.weighted(needWeights)
  const nfa = random.chance(chances.of('noFurtherAction', on, who.locality))
  const row = referrals.add({
    child,
    from: on,
    to: NONE,
    source,
    need,
    nfa: nfa ? 1 : 0,
    closed: NONE,
    seat: staff.seat('frontDoor', who.locality),
  })
  people.set(child, 'referredOn', on)
  people.set(child, 'referrals', people.get(child, 'referrals') + 1)
  people.set(child, 'busyUntil', who.childUntil)
  const end = nfa
    ? { on: on + random.between(0, 4), reason: closed.otherwise }
    : assessed(county, { child, who, row, on, need })
  closeReferral(county, child, row, end)
}

interface Referred {
  readonly child: number
  readonly who: Child
  readonly row: number
  readonly on: number
  readonly need: number
}

function assessed(county: County, referred: Referred): Ending {
  const { random, staff, chances } = county
  const { child, who, row, on } = referred
  const seat = staff.seat('assessment', who.locality)
  const done = Math.min(on + assessmentDays(county, on, who.locality), who.childUntil)
  const begun = workdaysAfter(on, random.weighted([50, 35, 15]))
  const from = Math.min(begun, done)
  allocate(county, { child, referral: row, from, to: done, seat, first: true })

  const notInNeed = random.chance(chances.of('notInNeed', on, who.locality))
  let plan: NeedPlan['conference'] = null
  let enquiredUntil = done
  if (random.chance(usual.enquiryInAssessment * (notInNeed ? 0.35 : 1.3))) {
    const again = earlierPlan(county, child, on)
    const began = Math.min(workdaysAfter(on, random.between(0, 9)), done)
    plan = enquiry(county, { child, who, row, on: began, seat, again })
    enquiredUntil = lastEnquiryTo(county, row) ?? done
  }
  const support = !notInNeed || plan !== null
  assessment(county, { child, row, from, to: done, seat, support, who })
  assessmentVisits(county, child, from, done)
  const ending = afterAssessment(county, { ...referred, done, support, plan })
  return { ...ending, on: Math.max(ending.on, done, enquiredUntil) }
}

/** The last day of the latest enquiry, if it belongs to this referral. */
function lastEnquiryTo(county: County, referral: number): number | null {
  const { enquiries } = county.happened
  const latest = enquiries.length - 1
  return enquiries.get(latest, 'referral') === referral ? enquiries.get(latest, 'to') : null
}

function afterAssessment(
  county: County,
  referred: Referred & {
    readonly done: number
    readonly support: boolean
    readonly plan: NeedPlan['conference']
  },
): Ending {
  const { random } = county
  const { child, who, row, on, need, done, support, plan } = referred
  if (plan !== null) {
    return afterProtection(county, referred, protectionPlan(county, { child, who, row, ...plan }))
  }
  if (done >= who.childUntil) return { on: done, reason: closed.otherwise }
  if (!support) return { on: done, reason: closed.notInNeed }
  const care = young(who, on) ? usual.careAfterAssessmentOfBabies : usual.careAfterAssessment
  if (random.chance(care)) {
    return careFor(county, { child, row, on: Math.min(on + random.between(1, 40), done), need })
  }
  if (random.chance(0.17)) {
    earlyHelpFor(county, child, done + 1)
    return { on: done, reason: closed.earlyHelp }
  }
  return inNeed(county, referred, workdaysAfter(done, random.between(0, 8)))
}

function inNeed(county: County, referred: Referred, from: number): Ending {
  const { random } = county
  const { child, who, row, need } = referred
  if (from >= who.childUntil) return { on: who.childUntil, reason: closed.otherwise }
  const plan = needPlan(county, { child, who, row, from, long: need === DISABILITY_NEED })
  if (plan.conference !== null) {
    return afterProtection(
      county,
      referred,
      protectionPlan(county, { child, who, row, ...plan.conference }),
    )
  }
  if (plan.to < who.childUntil && random.chance(usual.careAfterNeed)) {
    return careFor(county, { child, row, on: plan.to, need })
  }
  return { on: plan.to, reason: whyClosed(county, plan.to, who) }
}

function afterProtection(county: County, referred: Referred, ended: number): Ending {
  const { random, span } = county
  const { child, who, row, need } = referred
  if (ended >= who.childUntil) return { on: who.childUntil, reason: closed.otherwise }
  const next = random.next()
  const care = young(who, ended) ? usual.careAfterProtectionOfBabies : usual.careAfterProtection
  if (next < care) return careFor(county, { child, row, on: ended, need })
  if (next < 0.85 && ended < span.to) {
    const plan = needPlan(county, { child, who, row, from: ended, long: false, after: true })
    return { on: plan.to, reason: whyClosed(county, plan.to, who) }
  }
  return { on: ended, reason: whyClosed(county, ended, who) }
}

/** Under one year old, or not born yet. */
function young(who: Child, on: number): boolean {
  return on - who.born < 365
}

function whyClosed(county: County, on: number, who: Child): number {
  const { random } = county
  if (on >= who.childUntil) return who.disabled ? closed.adultCare : closed.otherwise
  if (random.chance(0.0008)) return closed.died
  return random.chance(0.04) ? closed.moved : closed.otherwise
}

/** Calendar days from the referral to the day the assessment was authorised. */
function assessmentDays(county: County, on: number, locality: number): number {
  const { random, chances } = county
  const timely = random.chance(chances.of('assessmentOnTime', on + 45, locality))
  const days = timely
    ? random.weighted([8, 24, 30, 38]) * 10 + random.between(4, 15)
    : 46 + Math.min(110, Math.floor(random.wait(19)))
  return workdaysAfter(on, days) - on
}

function assessment(
  county: County,
  made: {
    readonly child: number
    readonly row: number
    readonly from: number
    readonly to: number
    readonly seat: Seat
    readonly support: boolean
    readonly who: Child
  },
): void {
  const { random, chances, happened, span } = county
  if (made.from > span.to) return
  const seen = random.chance(chances.of('childSeenInAssessment', made.to, made.who.locality))
  const row = happened.assessments.add({
    child: made.child,
    referral: made.row,
    from: made.from,
    to: made.to,
    seen: seen ? 1 : 0,
    support: made.support ? 1 : 0,
    seat: made.seat,
  })
  let low = 0
  let high = 0
  for (const [place, [, inAHundred]] of factors.entries()) {
    if (!random.chance((inAHundred / 100) * (made.support ? 1.15 : 0.65))) continue
    if (place < 30) low |= 1 << place
    else high |= 1 << (place - 30)
  }
  happened.factors.add({ assessment: row, from: made.from, to: made.to, low, high })
}

/** The child is seen within days of the start, and again every few weeks. */
function assessmentVisits(county: County, child: number, from: number, to: number): void {
  const { random, span, happened } = county
  let on = workdaysAfter(from, random.between(1, 7))
  while (on < to && on <= span.to) {
    if (on >= span.keptFrom) {
      happened.needVisits.add({ child, on, alone: random.chance(0.48) ? 1 : 0 })
    }
    on = workdaysAfter(on, random.between(8, 19))
  }
}
