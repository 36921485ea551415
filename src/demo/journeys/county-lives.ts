import { type Month, firstDayOf, lastDayOf, monthOf, weekdayOf } from '#calendar'
import { SCHOOLS, SOCIAL_CARE, sources } from '../codes.ts'
import { drawn, shareOn } from '../chances.ts'
import { type County, bornBefore, newChild } from '../county.ts'
import { NONE } from '../sheet.ts'
import { contactsAMonth, seasons, springOf2020, usual } from '../story.ts'
import { careEntryLongAgo, unaccompaniedChild } from './care.ts'
import { earlyHelpFor } from './early-help.ts'
import { referral } from './referral.ts'

/** What was decided about a contact; the words are in the front door's tables. */
export const contactOutcome = { referral: 0, open: 1, nothing: 2, advice: 3, earlyHelp: 4 } as const

const schools = drawn(springOf2020.schools)
const others = drawn(springOf2020.others)

/** Before this day only children who stayed in care are made up: of others nothing is left to see. */
const REFERRALS_LIVED_MONTHS = 72

/** Lives through the county's months, from long before the first extract to the last one. */
export function live(county: County): void {
  const { span } = county
  const first = monthOf(span.livedFrom)
  const referralsFrom = monthOf(span.from) - REFERRALS_LIVED_MONTHS
  for (let month = first; month <= monthOf(span.to); month++) {
    if (month < referralsFrom) {
      const entries = county.random.count((usual.careEntriesAYearBefore / 12) * county.scale)
      for (let i = 0; i < entries; i++) careEntryLongAgo(county, dayIn(county, month))
    } else {
      contactsOf(county, month)
    }
    const unaccompanied = county.random.count((usual.unaccompaniedAYear / 12) * county.scale)
    for (let i = 0; i < unaccompanied; i++) unaccompaniedChild(county, dayIn(county, month))
  }
}

function contactsOf(county: County, month: Month): void {
  const { random, chances, span } = county
  const on = firstDayOf(month)
  const kept = on >= span.keptFrom
  const season = seasons[month % 12] ?? 1
  const weights = sources.map(([, , weight], place) => {
    if (place !== SCHOOLS) return weight * shareOn(others, on)
    return weight * shareOn(schools, on) * schoolSeason(season)
  })
  const usualWeight = sources.reduce((sum, [, , weight]) => sum + weight, 0)
  const busy = (weights.reduce((sum, weight) => sum + weight, 0) / usualWeight) * season
  const contacts = random.count(contactsAMonth * county.scale * busy)

  for (const due of county.toCome.get(month) ?? []) {
    if (free(county, due.child, due.on)) referred(county, due.child, due.on, SOCIAL_CARE)
  }
  for (let i = 0; i < contacts; i++) {
    const day = dayIn(county, month)
    const source = random.weighted(weights)
    if (random.chance(chances.of('contactToReferral', day, 0))) {
      const again = random.chance(chances.of('reReferral', day, 0) - 0.02)
      const child = (again ? recently(county, day) : null) ?? seldom(county, day)
      referred(county, child, day, source)
    } else if (kept) {
      contactOnly(county, day, source)
    }
  }
  if (kept) {
    const helped = random.count((usual.earlyHelpAYear / 12) * county.scale)
    for (let i = 0; i < helped; i++) {
      const day = dayIn(county, month)
      earlyHelpFor(county, newChild(county, bornBefore(random, day - 200)), day)
    }
  }
}

function referred(county: County, child: number, on: number, source: number): void {
  if (on > county.span.to) return
  if (on >= county.span.keptFrom) {
    county.happened.contacts.add({ child, on, source, outcome: contactOutcome.referral })
  }
  referral(county, child, on, source)
}

function contactOnly(county: County, on: number, source: number): void {
  const { random, happened } = county
  const child = known(county, on, 0.82) ?? newChild(county, bornBefore(random, on))
  const open = !free(county, child, on)
  const outcome = open
    ? contactOutcome.open
    : random.chance(0.5)
      ? contactOutcome.nothing
      : random.chance(0.62)
        ? contactOutcome.advice
        : contactOutcome.earlyHelp
  happened.contacts.add({ child, on, source, outcome })
}

/** A child referred within the last year whose journey has ended; null where none is found. */
function recently(county: County, on: number): number | null {
  const { random, happened } = county
  for (let tries = 0; tries < 40; tries++) {
    const ended = county.endedIn.get(monthOf(on) - random.between(0, 11)) ?? []
    const child = ended[random.between(0, ended.length - 1)]
    if (child === undefined) continue
    const last = happened.people.get(child, 'referredOn')
    if (last > on - 360 && last < on && free(county, child, on)) return child
  }
  return null
}

/** A child never referred, or not for a year. */
function seldom(county: County, on: number): number {
  const { random, happened } = county
  const child = random.chance(0.3) ? known(county, on, 1) : null
  if (
    child !== null &&
    free(county, child, on) &&
    happened.people.get(child, 'referredOn') < on - 366
  ) {
    return child
  }
  return newChild(county, bornBefore(random, on))
}

/** Some child on the council's books who is under 18 and born; null now and then, or where none is found. */
function known(county: County, on: number, share: number): number | null {
  const { random, happened } = county
  const { people } = happened
  if (people.length === 0 || !random.chance(share)) return null
  for (let tries = 0; tries < 12; tries++) {
    // Children met lately are met again more often than those met long ago.
    const child = Math.floor(people.length * Math.sqrt(random.next()))
    if (
      people.get(child, 'born') < on &&
      people.get(child, 'childUntil') > on + 30 &&
      people.get(child, 'died') === NONE
    ) {
      return child
    }
  }
  return null
}

function free(county: County, child: number, on: number): boolean {
  const { people } = county.happened
  return (
    people.get(child, 'busyUntil') < on &&
    people.get(child, 'childUntil') > on + 30 &&
    people.get(child, 'died') === NONE
  )
}

/** A day of a month, seldom on a weekend and hardly ever on Christmas Day. */
export function dayIn(county: County, month: Month): number {
  const { random } = county
  for (;;) {
    const day = random.between(firstDayOf(month), lastDayOf(month))
    const quiet = weekdayOf(day) > 5 || day === christmas(month)
    if (!quiet || random.chance(0.16)) return day
  }
}

function christmas(month: Month): number {
  return month % 12 === 11 ? firstDayOf(month) + 24 : 0
}

/** Schools make few contacts when they are shut, over and above the season of all contacts. */
function schoolSeason(season: number): number {
  return season < 0.8 ? 0.25 : 1
}
