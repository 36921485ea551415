import { type Day, dayOf, firstDayOf, longMonth, monthOf, parseIsoMonth } from '#calendar'
import { dayFrom } from '#findings'

/** Spreadsheets count days from 30 December 1899; ours begin with 1 January 1970. */
const FIRST_SERIAL = 25_569
/** 1 January 2000 to 31 December 2049: a number outside them is no date of an audit. */
const serials = { from: 36_526, to: 54_788 } as const

export interface DayRead {
  readonly on: Day
  /** What is to be known of the day; '' where it was written as a day. */
  readonly note: string
}

/** The day of an audit as tables have it: a date with or without a time, a month, or a spreadsheet’s number. */
export function auditDay(written: string): DayRead | null {
  const text = written.trim().replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m|Z)?$/i, '')
  const day = dayFrom(text)
  if (day !== null) return { on: day, note: '' }
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : null
  if (serial !== null)
    return serial >= serials.from && serial <= serials.to
      ? { on: serial - FIRST_SERIAL, note: '' }
      : null
  const first = firstOfMonth(text)
  return first === null
    ? null
    : { on: first, note: `Its day in ${longMonth(monthOf(first))} was not written down.` }
}

/** ‘September 2017’, ‘Sept-17’, ‘09/2017’ or ‘2017-09’ as its first day. */
function firstOfMonth(text: string): Day | null {
  const iso = parseIsoMonth(text)
  if (iso !== null) return firstDayOf(iso)
  const figures = /^(\d{1,2})[/.-](\d{4})$/.exec(text)
  if (figures !== null) return dayOf(Number(figures[2]), Number(figures[1]), 1)
  return /^[a-z]{3,9}\.?[ -]'?(?:\d{2}|\d{4})$/i.test(text)
    ? dayFrom(`1 ${text.replace(/^([a-z]+)\.?[ -]'?/i, '$1 ')}`)
    : null
}
