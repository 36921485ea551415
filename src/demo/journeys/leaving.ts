import {
  type EpisodeEnd,
  inWorkOrLearningWeights,
  notInWorkOrLearningWeights,
  suitableWeights,
  unsuitableWeights,
} from '../codes.ts'
import { type County, type Leaver, birthday } from '../county.ts'
import type { InCare } from './care-planning.ts'

/** From leaving care at 16 or later to the 21st birthday. */
export function leaveCare(county: County, care: InCare & { readonly end: EpisodeEnd }): void {
  const { staff, span, leavers } = county
  const { child, who, from, to, end } = care
  if (to < birthday(who.born, 16) || end === 'E2' || to > span.to) return
  const until = birthday(who.born, 21) - 1
  if (until < span.from) return
  const eligible = to - Math.max(from, birthday(who.born, 14)) >= 91
  leavers.push({
    child,
    from: to,
    to: until,
    eligibility: eligible ? (to > who.childUntil ? 'former' : 'relevant') : 'qualifying',
    seat: staff.seat('leaving', who.locality),
    contacts: contacts(county, to, until, who.locality),
    pathwayReviews: pathwayReviews(county, to, until, who.locality),
    circumstances: circumstances(county, to, until, who.locality),
  })
}

function contacts(county: County, from: number, to: number, locality: number): readonly number[] {
  const { random, chances } = county
  const days = []
  for (let on = from + random.between(3, 30); on <= to && on <= county.span.to; ) {
    days.push(on)
    const timely = random.chance(chances.of('leaverContactOnTime', on, locality))
    on += timely ? random.between(18, 58) : 63 + Math.round(random.wait(35))
  }
  return days
}

function pathwayReviews(
  county: County,
  from: number,
  to: number,
  locality: number,
): readonly number[] {
  const { random, chances } = county
  const days = []
  for (let on = from - random.between(0, 150); on <= to && on <= county.span.to; ) {
    days.push(on)
    const timely = random.chance(chances.of('pathwayReviewOnTime', on + 180, locality))
    on += timely ? random.between(140, 178) : 186 + Math.round(random.wait(70))
  }
  return days
}

/** What a young person does and where they live changes every eight months or so. */
function circumstances(
  county: County,
  from: number,
  to: number,
  locality: number,
): Leaver['circumstances'] {
  const { random, chances } = county
  const spells = []
  for (let on = from; on <= to && on <= county.span.to; on += 60 + Math.round(random.wait(170))) {
    const known = random.chance(chances.of('leaverInTouch', on, locality))
    const works = random.chance(chances.of('leaverInWork', on, locality))
    const suitable = random.chance(chances.of('leaverSuitable', on, locality))
    spells.push({
      from: on,
      inTouch: known
        ? 'YES'
        : (['NO', 'REFU', 'NREQ', 'RHOM'][random.weighted([70, 12, 8, 10])] ?? 'NO'),
      activity: random.weighted(works ? inWorkOrLearningWeights : notInWorkOrLearningWeights),
      accommodation: random.weighted(suitable ? suitableWeights : unsuitableWeights),
      suitable,
    })
  }
  return spells
}
