import { addWorkingDays } from '#calendar'
import type { County } from '../county.ts'
import { NONE } from '../sheet.ts'
import type { InCare } from './care-planning.ts'

/** The place of Z1: no earlier permanence arrangement. */
const NEVER = 4

/** Health of a child in care: assessments, teeth, immunisations, feelings, and what went wrong. */
export function healthInCare(county: County, care: InCare): void {
  assessments(county, care)
  teeth(county, care)
  immunisations(county, care)
  questionnaires(county, care)
  troubles(county, care)
}

function assessments(county: County, care: InCare): void {
  const { random, chances } = county
  const { who, from } = care
  const prompt = random.chance(chances.of('firstHealthAssessmentOnTime', from + 15, who.locality))
  let on = prompt
    ? addWorkingDays(from, random.between(8, 20))
    : addWorkingDays(from, 21 + Math.floor(random.wait(17)))
  while (keep(county, care, on, false)) {
    // Twice a year for children under five, once a year from then on.
    const every = on - who.born < 5 * 365.25 ? 182 : 365
    const timely = random.chance(chances.of('healthAssessmentOnTime', on + every, who.locality))
    on += timely ? every - random.between(2, 30) : every + 10 + Math.round(random.wait(70))
  }
}

function teeth(county: County, care: InCare): void {
  const { random, chances } = county
  const { who } = care
  let on = Math.max(care.from + random.between(20, 150), who.born + 500)
  while (keep(county, care, on, true)) {
    const timely = random.chance(chances.of('dentalOnTime', on + 365, who.locality))
    on += timely ? random.between(170, 360) : 375 + Math.round(random.wait(140))
  }
}

/** Writes a check down; false once care has ended. One in thirty was refused, and is offered again. */
function keep(county: County, care: InCare, on: number, dental: boolean): boolean {
  const { random, happened, span } = county
  if (on >= care.to || on > span.to) return false
  happened.healthChecks.add({ child: care.child, on, dental: dental ? 1 : 0, done: 1 })
  if (random.chance(0.03) && on - 9 > care.from) {
    happened.healthChecks.add({ child: care.child, on: on - 9, dental: dental ? 1 : 0, done: 0 })
  }
  return true
}

function immunisations(county: County, care: InCare): void {
  const { random, happened, chances, span } = county
  const { child, who, to } = care
  for (
    let on = care.from + random.between(20, 90);
    on < to && on <= span.to;
    on += random.between(240, 360)
  ) {
    const upToDate = random.chance(chances.of('immunised', on, who.locality))
    happened.immunisations.add({ child, on, upToDate: upToDate ? 1 : 0 })
  }
}

function questionnaires(county: County, care: InCare): void {
  const { random, happened, chances, span } = county
  const { child, who, to } = care
  const usual = random.near(13.6, 5.5)
  let on = Math.max(care.from + random.between(60, 330), who.born + 1461)
  for (; on < to && on <= span.to && on - who.born < 17 * 365.25; on += random.between(300, 362)) {
    const done = random.chance(chances.of('questionnaireDone', on, who.locality))
    const score = Math.max(0, Math.min(40, Math.round(random.near(usual, 3))))
    happened.questionnaires.add({
      child,
      on,
      score: done ? score : NONE,
      reason: done ? NONE : random.weighted([0, 40, 10, 30, 20]) + 1,
    })
  }
}

function troubles(county: County, care: InCare): void {
  const { random, happened, span } = county
  const { child, who, from, to } = care
  for (
    let on = from + random.between(30, 365);
    on < to && on <= span.to;
    on += random.between(200, 500)
  ) {
    if (on - who.born < 11 * 365.25) continue
    if (random.chance(0.028)) happened.convictions.add({ child, on })
    if (random.chance(0.045)) {
      happened.substances.add({ child, on: on + 5, helped: random.chance(0.6) ? 1 : 0 })
    }
  }
  const ordered = from - random.between(400, 2000)
  const kind = random.weighted([1.4, 3.8, 1.3, 0.9, 92.6])
  happened.earlierPermanence.add({
    child,
    on: from,
    kind: ordered > who.born ? kind : NEVER,
    ordered,
  })
  if (who.sex === 0 && random.chance(0.02) && to - who.born > 16.3 * 365.25) {
    happened.people.set(
      child,
      'motherOf',
      Math.max(from, who.born + 5900) + random.between(10, 200),
    )
  }
}
