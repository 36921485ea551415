import { addMonths, addWorkingDays } from '#calendar'
import { participationWeights } from '../codes.ts'
import type { Child, County } from '../county.ts'
import type { Destiny } from './care.ts'
import { visitThrough } from './visits.ts'

export interface InCare {
  readonly child: number
  readonly who: Child
  readonly period: number
  readonly from: number
  readonly to: number
}

/**
 * Reviews fall due 20 working days after care began, then three months later, then every six
 * months (SI 2010/959 reg 33, unverified here).
 */
export function careReviews(county: County, care: InCare): void {
  const { random, happened, chances, span } = county
  const { child, who, period, from, to } = care
  let due = addWorkingDays(from, 20)
  for (let nth = 0; ; nth++) {
    const timely = random.chance(chances.of('careReviewOnTime', due, who.locality))
    const on = timely
      ? due - random.between(0, nth === 0 ? 6 : 20)
      : due + 1 + Math.floor(random.wait(12))
    if (on >= to || on > span.to) return
    const young = on - who.born < 4 * 365.25
    const participation = young ? 0 : random.weighted(participationWeights)
    happened.careReviews.add({ child, period, on, due, participation })
    due = addMonths(on, nth === 0 ? 3 : 6)
  }
}

/** A visit in the first week of a placement, then every six weeks (SI 2010/959 reg 28). */
export function careVisits(county: County, care: InCare): void {
  const { random, happened, chances, span } = county
  const { child, who, period, from, to } = care
  const visit = (on: number) => {
    if (on < span.keptFrom || on > span.to) return
    const alone = random.chance(chances.of('careVisitSeenAlone', on, who.locality))
    happened.careVisits.add({ child, period, on, alone: alone ? 1 : 0 })
  }
  const prompt = random.chance(chances.of('placementVisitInWeek', from, who.locality))
  const first = from + (prompt ? random.between(1, 7) : 8 + Math.floor(random.wait(9)))
  if (first >= to) return
  visit(first)
  visitThrough(county, {
    from: first,
    to: to - 1,
    soonest: 14,
    standard: 28,
    latest: 18,
    onTime: on => chances.of('careVisitOnTime', on, who.locality),
    visit,
  })
}

const planFor: Readonly<Record<Destiny, readonly number[]>> = {
  home: [10, 8, 22, 34, 4, 6, 2, 4, 0, 10],
  guardianship: [0, 0, 4, 10, 70, 6, 0, 0, 6, 4],
  adoption: [0, 0, 0, 4, 8, 4, 0, 0, 84, 0],
  adulthood: [0, 0, 2, 6, 14, 52, 8, 16, 0, 2],
}

/** The plan for permanence: by the second review if all is well, and changed now and then. */
export function carePlan(county: County, care: InCare & { readonly destiny: Destiny }): void {
  const { random, happened, chances, span } = county
  const { child, who, to } = care
  const timely = random.chance(
    chances.of('permanencePlanInFourMonths', care.from + 100, who.locality),
  )
  let from = care.from + (timely ? random.between(20, 118) : 123 + Math.round(random.wait(160)))
  while (from < to && from <= span.to) {
    const end = Math.min(to, from + 300 + Math.round(random.wait(900)))
    happened.carePlans.add({ child, from, to: end, plan: random.weighted(planFor[care.destiny]) })
    from = end
  }
}

/** Young people who go missing do so several times; most children never do. */
export function missingFromCare(county: County, care: InCare): void {
  const { random, happened, chances, span } = county
  const { child, who, to } = care
  if (!random.chance(0.26)) return
  const mean = random.chance(0.4) ? 45 : 210
  let on = Math.max(care.from, who.born + 4380, span.keptFrom)
  for (;;) {
    on += 1 + Math.round(random.wait(mean))
    const found = on + Math.floor(random.wait(0.9))
    if (found >= to || on > span.to) return
    const offered = random.chance(chances.of('interviewOffered', on, who.locality))
    const accepted = offered && random.chance(chances.of('interviewAccepted', on, who.locality))
    happened.missing.add({
      child,
      from: on,
      to: found,
      away: random.chance(0.22) ? 1 : 0,
      offered: offered ? 1 : 0,
      accepted: accepted ? 1 : 0,
    })
    on = found
  }
}
