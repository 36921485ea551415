import { type Day, isoDay, weekdayOf } from './day.ts'
import { type Law, citeLaw } from './law.ts'
import {
  type Period,
  type Reckoning,
  type Unit,
  beginsWithEvent,
  hasCorrespondingDate,
  isClear,
  reckon,
  weekdayAndDate,
  whyLeftOut,
} from './periods.ts'
import {
  type WorkingCalendar,
  addWorkingDays,
  englandAndWales,
  isWorkingDay,
} from './working-days.ts'

/** A rule as it applies to one event: what is to be done, counted from what, by which law. */
export type Duty = {
  /** 'publish the agenda and reports': follows "the last day to". */
  readonly task: string
  /** 'the meeting', 'receipt of the report': what the days are counted from. */
  readonly event: string
  readonly reckoning: Reckoning
  readonly period: Period
  /** A time of day on the last day: '10:00'. */
  readonly at?: string
  readonly law: Law
}

export type LeftOut = { readonly day: Day; readonly why: string }

/** A date with its working. */
export type Deadline = {
  readonly due: Day
  /** '10:00' where the day ends early for this purpose; null for the whole day. */
  readonly at: string | null
  readonly task: string
  readonly reckoning: Reckoning
  readonly start: { readonly event: string; readonly day: Day }
  readonly unit: Unit
  readonly length: number
  /** The first and last day that count, in the order of the calendar. */
  readonly counted: { readonly first: Day; readonly last: Day }
  readonly leftOut: readonly LeftOut[]
  readonly law: Law
  readonly steps: readonly string[]
  /** What a person should know before relying on the date. */
  readonly cautions: readonly string[]
}

/** The date that a duty gives for an event on a day, with its working. */
export function deadline(
  duty: Duty,
  day: Day,
  calendar: WorkingCalendar = englandAndWales,
): Deadline {
  const { unit, length } = duty.period
  const due = reckon(duty.reckoning, duty.period, day, calendar)
  const span = countedSpan(duty, day, due)
  const between = days(span.from, span.to)
  const counting = between.filter(at => whyLeftOut(unit, at, calendar) === null)
  const counted = { first: counting[0] ?? due, last: counting.at(-1) ?? due }
  const leftOut = [...ends(duty, day, due), ...daysOff(between, unit, calendar)].toSorted(
    (a, b) => a.day - b.day,
  )
  return {
    due,
    at: duty.at ?? null,
    task: duty.task,
    reckoning: duty.reckoning,
    start: { event: duty.event, day },
    unit,
    length,
    counted,
    leftOut,
    law: duty.law,
    steps: inWords(duty, day, due, counted, daysOff(between, unit, calendar)),
    cautions: cautions(duty, day, due, calendar),
  }
}

/** The date, its working and its law in plain English, a sentence or two each. */
export function explainDeadline(result: Deadline): string[] {
  // The last step is the answer, which the first line has given.
  const working = result.steps.slice(0, -1)
  return [headline(result), ...working, `Law: ${citeLaw(result.law)}.`, ...result.cautions]
}

function headline({ reckoning, due, at, task, start }: Deadline): string {
  const when = at === null ? weekdayAndDate(due) : `${at} on ${weekdayAndDate(due)}`
  if (reckoning === 'once-elapsed') return `The first day to ${task} is ${when}.`
  if (reckoning === 'latest-start') {
    return `To ${task} by ${weekdayAndDate(start.day)}, the count must start on or before ${when}.`
  }
  return `The ${at === null ? 'last day' : 'latest time'} to ${task} is ${when}.`
}

/** The days among which the counted ones lie. */
function countedSpan(duty: Duty, day: Day, due: Day): { from: Day; to: Day } {
  const included = beginsWithEvent(duty.period.unit)
  switch (duty.reckoning) {
    case 'within':
      return { from: included ? day : day + 1, to: due }
    case 'once-elapsed':
      return { from: included ? day : day + 1, to: due - 1 }
    case 'before':
      if (included) return { from: due, to: day }
      return { from: isClear(duty.period.unit) ? due + 1 : due, to: day - 1 }
    case 'latest-start':
      return { from: included ? due : due + 1, to: day }
  }
}

function ends(duty: Duty, day: Day, due: Day): LeftOut[] {
  if (beginsWithEvent(duty.period.unit)) return []
  const ofEvent = { day, why: `the day of ${duty.event} does not count` }
  switch (duty.reckoning) {
    case 'within':
    case 'once-elapsed':
      return [ofEvent]
    case 'before':
      return isClear(duty.period.unit)
        ? [ofEvent, { day: due, why: 'the day it is done does not count' }]
        : [ofEvent]
    case 'latest-start':
      return [{ day: due, why: `the day of ${duty.event} does not count` }]
  }
}

function daysOff(between: readonly Day[], unit: Unit, calendar: WorkingCalendar): LeftOut[] {
  return between.flatMap(day => {
    const why = whyLeftOut(unit, day, calendar)
    return why === null ? [] : [{ day, why }]
  })
}

const UNIT_IN_WORDS: Readonly<Record<Unit, readonly [one: string, many: string, rule: string]>> = {
  'working-day-2007': [
    'working day',
    'working days',
    'Monday to Friday, leaving out bank holidays',
  ],
  'clear-working-day': [
    'clear working day',
    'clear working days',
    'Monday to Friday, leaving out bank holidays and the days at both ends',
  ],
  'clear-calendar-day': ['clear day', 'clear days', 'every day but those at both ends'],
  'calendar-day': ['day', 'days', 'every day, from the day after the first'],
  'clear-day-1972': [
    'clear day',
    'clear days',
    'leaving out Sundays, bank holidays, the Christmas and Easter breaks and the days at both ends',
  ],
  'days-beginning-with': ['day', 'days', 'every day, the first included'],
  'months-beginning-with': ['month', 'months', 'the first day included'],
  'months-after': ['month', 'months', 'the first day not included'],
}

function inWords(
  duty: Duty,
  day: Day,
  due: Day,
  counted: { first: Day; last: Day },
  off: readonly LeftOut[],
): string[] {
  const { unit, length } = duty.period
  const [one, many, rule] = UNIT_IN_WORDS[unit]
  const amount = `${length} ${length === 1 ? one : many}`
  const backward = duty.reckoning === 'before' || duty.reckoning === 'latest-start'
  const included = beginsWithEvent(unit) || duty.reckoning === 'latest-start'
  const from = duty.reckoning === 'latest-start' ? `the day to ${duty.task}` : duty.event
  const when = duty.at === undefined ? weekdayAndDate(due) : `${duty.at} on ${weekdayAndDate(due)}`
  return [
    `Start from ${from}: ${weekdayAndDate(day)}. That day ${included ? 'counts' : 'does not count'}.`,
    `Count ${backward ? 'back ' : ''}${amount}: ${rule}.`,
    ...leftOutInWords(off),
    `The days that count run from ${weekdayAndDate(counted.first)} to ${weekdayAndDate(counted.last)}.`,
    ...monthsInWords(duty, day),
    `${ANSWER[duty.reckoning](duty)} ${when}.`,
  ]
}

const ANSWER: Readonly<Record<Reckoning, (duty: Duty) => string>> = {
  within: duty => `The last day to ${duty.task} is`,
  'once-elapsed': duty => `They have then gone by, so the first day to ${duty.task} is`,
  before: duty => `The ${duty.at === undefined ? 'last day' : 'latest time'} to ${duty.task} is`,
  'latest-start': duty => `So ${duty.event} can be no later than`,
}

function monthsInWords(duty: Duty, day: Day): string[] {
  const { unit, length } = duty.period
  if (!unit.startsWith('months') || duty.reckoning !== 'within') return []
  const end = unit === 'months-after' ? 'on' : 'the day before'
  return hasCorrespondingDate(day, length)
    ? [`A period of months counted so ends ${end} the same date of the last month.`]
    : ['The last month has no such date, so the period ends on its last day.']
}

function leftOutInWords(off: readonly LeftOut[]): string[] {
  const weekend = off.filter(({ why }) => why === 'Saturday' || why === 'Sunday').length
  const named = off.filter(({ why }) => why !== 'Saturday' && why !== 'Sunday')
  const parts = [
    ...(weekend > 0 ? [`${weekend} weekend ${weekend === 1 ? 'day' : 'days'}`] : []),
    ...named.map(({ day, why }) => `${weekdayAndDate(day)} (${why})`),
  ]
  return parts.length === 0 ? [] : [`Left out on the way: ${listed(parts)}.`]
}

function cautions(duty: Duty, day: Day, due: Day, calendar: WorkingCalendar): string[] {
  const said: string[] = []
  const years = [yearOf(Math.min(day, due)), yearOf(Math.max(day, due))]
  const unknown = [...new Set(years)].filter(year => !calendar.publishedYears.has(year))
  const unit = duty.period.unit
  const holidaysMatter = ['working-day-2007', 'clear-working-day', 'clear-day-1972'].includes(unit)
  if (holidaysMatter && unknown.length > 0) {
    said.push(
      `We hold no published list of bank holidays for ${listed(unknown.map(String))}. ` +
        'The usual ones are assumed; a one-off bank holiday would change the date.',
    )
  }
  if (duty.reckoning !== 'once-elapsed' && !isWorkingDay(due, calendar)) {
    const last = addWorkingDays(due, -1, calendar)
    const off = weekdayOf(due) > 5 ? 'falls on a weekend' : 'is a bank holiday'
    said.push(
      `${weekdayAndDate(due)} ${off}. The rule does not move the date, ` +
        `so plan to finish by ${weekdayAndDate(last)}, the last working day before it.`,
    )
  }
  return said
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

function days(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}

function yearOf(day: Day): number {
  return Number(isoDay(day).slice(0, 4))
}
