import { describe, expect, it } from 'vitest'
import { bankHolidays } from './bank-holidays.ts'
import { isoDay, parseIsoDay } from './day.ts'
import { parseGovUkBankHolidays } from './gov-uk-bank-holidays.ts'
import { isWorkingDay, workingCalendar } from './working-days.ts'

type Event = { title: string; date: string; notes: string }

const eventsOf = (first: number, last: number): Event[] =>
  bankHolidays(first, last).map(({ day, title }) => ({ title, date: isoDay(day), notes: '' }))

const list = (events: unknown): string => JSON.stringify({ 'england-and-wales': { events } })

describe('the list of GOV.UK', () => {
  it('is read, and makes a calendar', () => {
    const thanks = { title: 'A day of thanks', date: '2029-07-20', notes: '' }
    const read = parseGovUkBankHolidays(`\uFEFF${list([...eventsOf(2028, 2029), thanks])}`)
    expect(read).toMatchObject({ kind: 'read', firstYear: 2028, lastYear: 2029 })
    const calendar = workingCalendar(read.kind === 'read' ? read.holidays : [])
    const day = parseIsoDay('2029-07-20') ?? Number.NaN
    expect([isWorkingDay(day), isWorkingDay(day, calendar)]).toEqual([true, false])
    expect(calendar.publishedYears.has(2029)).toBe(true)
    expect(calendar.publishedYears.has(2030)).toBe(false)
  })

  it('says which day is a substitute', () => {
    const events = eventsOf(2026, 2026).map(event => ({ ...event, notes: 'Substitute day' }))
    const read = parseGovUkBankHolidays(list(events))
    expect(read).toMatchObject({
      holidays: [{ title: 'New Year’s Day (substitute day)' }, {}, {}, {}, {}, {}, {}, {}],
    })
  })

  it.each([
    ['not json', 'The file is not JSON.'],
    ['null', 'The file has no list of bank holidays under "england-and-wales".'],
    [list('soon'), 'The file has no list of bank holidays under "england-and-wales".'],
    [list([]), 'The list is empty.'],
    [
      list([{ title: 'Christmas Day', date: '25/12/2026' }]),
      'Bank holiday 1 in the file has no title, or no date such as 2026-12-25.',
    ],
    [
      list([...eventsOf(2026, 2026), ...eventsOf(2027, 2027).slice(0, 3)]),
      'The list has 3 bank holidays for 2027. There are at least 8 in a year, so the list may have been cut short.',
    ],
  ])('is refused in plain words: %s', (text, reason) => {
    expect(parseGovUkBankHolidays(text)).toEqual({ kind: 'refused', reason })
  })
})
