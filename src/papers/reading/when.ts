import { addWorkingDays, isoDay, parseIsoDay } from '#calendar'
import { datesIn, firstDate, isoOf, nearestYear } from './dates.ts'
import { type Line, SHORT, placeOf } from './lines.ts'
import type { Read } from './paper-read.ts'
import { timesIn } from './times.ts'

/** A date that is about something else than the day of the meeting. */
const OTHER_DATE =
  /\b(?:previous|last meeting|minutes of the (?:last|previous)|published|publication|despatch|issued|next meeting|printed|deadline|by no later|updated|moved from|call-?in|come into|implementation)\b/iu
const OF_MEETING =
  /\b(?:held|meeting|date|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/iu

/** The day of the meeting as the head of the paper has it: one said as such before one that just stands there. */
export function dateOf(front: readonly Line[]): Read<string> | null {
  const lines = front.filter(line => !line.blank && line.text.length <= SHORT * 2).slice(0, 80)
  const candidates = lines.flatMap(line => {
    const date = firstDate(withoutMoved(line.text))
    return date === null || OTHER_DATE.test(withoutMoved(line.text)) ? [] : [{ line, date }]
  })
  const best =
    candidates.find(({ line }) => OF_MEETING.test(line.text)) ??
    candidates.find(({ line }) => line.text.length < 60)
  return best === undefined
    ? null
    : { value: best.date, place: placeOf([best.line]), inferred: null }
}

const withoutMoved = (text: string): string => text.replace(/^moved from [^,]{3,40},\s*/iu, '')

/**
 * A paper without its date may say which day came before it: "no later than 9.00am on the working
 * day before the meeting (in this case 26 January)". The year is the first after the minutes that
 * it confirmed.
 */
export function dateFromDeadline(
  lines: readonly Line[],
  previous: string | null,
): Read<string> | null {
  for (const line of lines) {
    if (!/\bworking days? before the meeting\b/iu.test(line.text)) continue
    const at = line.text.search(/\bworking days? before the meeting\b/iu)
    const count = /\b(one|two|three|four|five|six|\d)\s+(?:clear\s+)?$/iu.exec(
      line.text.slice(Math.max(0, at - 14), at),
    )?.[1]
    const said = datesIn(line.text.slice(at, at + 120))[0]
    const days = count === undefined ? 1 : NUMBERS.indexOf(count.toLowerCase()) + 1 || Number(count)
    const day =
      said === undefined
        ? null
        : dayAfter(
            isoOf(said),
            said.day === null || previous === null ? null : firstAfter(said, previous),
          )
    const meeting = day === null ? null : addWorkingDays(day, days)
    if (meeting === null || Number.isNaN(meeting)) continue
    return {
      value: isoDay(meeting),
      place: placeOf([line]),
      inferred: `the working day after ${isoDay(day ?? meeting)}, which the paper gives as the day before the meeting`,
    }
  }
  return null
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six']

const dayAfter = (whole: string | null, inferred: string | null): number | null =>
  parseIsoDay(whole ?? inferred ?? '')

function firstAfter(said: Parameters<typeof nearestYear>[0], previous: string): string | null {
  for (const year of [Number(previous.slice(0, 4)), Number(previous.slice(0, 4)) + 1]) {
    const day = isoOf({ ...said, year })
    if (day !== null && day > previous) return day
  }
  return null
}

/** When it began: beside the date, or under "Time". An end on the same line is only planned. */
export function startsAtOf(
  front: readonly Line[],
  lines: readonly Line[],
  date: Read<string> | null,
): Read<string> | null {
  for (const line of lines) {
    const said =
      /\b(?:meeting|committee|panel|board|cabinet|duration)\b[^.]{0,40}?\b(?:started|commenced|began|opened|convened|of meeting)\b\s*(?:at|promptly at)?\s*:?\s*/iu.exec(
        line.text.slice(0, 2000),
      )
    const time =
      said === null ? undefined : timesIn(line.text.slice(said.index, said.index + 140))[0]
    if (time !== undefined) return { value: time.time, place: placeOf([line]), inferred: null }
  }
  const head = front.filter(line => !line.blank && line.text.length <= SHORT).slice(0, 60)
  const dated = head.findIndex(line => date !== null && line.number === date.place.firstLine)
  const near = dated < 0 ? [] : [head[dated], head[dated + 1], head[dated - 1]]
  for (const line of [...near, ...head]) {
    if (
      line === undefined ||
      /\b(?:tel|telephone|fax|contact|e-?mail|deadline|no later than|https?:)\b/iu.test(line.text)
    )
      continue
    const labelled =
      /^(?:time|start(?:s| time)?|commencing|at)\b/iu.test(line.text) ||
      /\b(?:at|commencing|from|held)\b/iu.test(line.text)
    if (!near.includes(line) && !labelled) continue
    const time = timesIn(withoutDates(line.text))[0]
    if (time !== undefined) return { value: time.time, place: placeOf([line]), inferred: null }
  }
  return null
}

/** "3.3.25" is no time of day. */
const withoutDates = (text: string): string => {
  let out = text
  for (const { words } of datesIn(text)) out = out.replace(words, ' ')
  return out
}

const CONCLUDED =
  /\b(?:(?:meeting|committee|panel|board|cabinet|business|proceedings|session|webcast|it|and)\b[^.]{0,60}?\b(?:conclud(?:ed|ing)|closed?|ended|finish(?:ed|ing)|terminated|rose|ending)\b|(?:duration|length) of (?:the )?meeting|time (?:of closure|meeting (?:closed|ended))|(?:closed|ended|finish(?:ed)?|end time|close)\s*(?:at|:))/iu

/** When it ended, from the last line that says so. */
export function concludedAtOf(lines: readonly Line[]): Read<string> | null {
  for (const line of lines.toReversed()) {
    if (line.blank || line.text.length > 2000) continue
    const said = CONCLUDED.exec(line.text)
    if (said === null) continue
    const time = timesIn(line.text.slice(said.index, said.index + 160)).at(-1)
    if (time !== undefined) return { value: time.time, place: placeOf([line]), inferred: null }
  }
  return null
}
