import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateIn, fieldworkOf } from './dates.ts'

const stretch = (text: string): readonly [string, string] | null => {
  const fieldwork = fieldworkOf(text)
  return fieldwork === null ? null : [fieldwork.start, fieldwork.end]
}

describe('dates of fieldwork', () => {
  it('takes what a date lacks from the one after it', () => {
    expect(stretch('3 to 14 October 2022')).toEqual(['2022-10-03', '2022-10-14'])
    expect(stretch('27 February to 23 March 2017')).toEqual(['2017-02-27', '2017-03-23'])
    expect(stretch('6 July 2015 – 30 July 2015')).toEqual(['2015-07-06', '2015-07-30'])
    expect(stretch('18 Feb 2014 – 12 March 2014')).toEqual(['2014-02-18', '2014-03-12'])
    expect(stretch('29 November-10 December 2021')).toEqual(['2021-11-29', '2021-12-10'])
    expect(stretch('12 December to 13 January 2023')).toEqual(['2022-12-12', '2023-01-13'])
    expect(stretch('1st to 12th May 2023')).toEqual(['2023-05-01', '2023-05-12'])
    expect(stretch('1/06/2015 – 25/06/2015')).toEqual(['2015-06-01', '2015-06-25'])
    expect(stretch('28 July 2016')).toEqual(['2016-07-28', '2016-07-28'])
  })

  it('keeps the stretches of an inspection that was interrupted', () => {
    expect(
      fieldworkOf('8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019')?.stretches,
    ).toEqual([
      { start: '2019-07-08', end: '2019-07-12' },
      { start: '2019-08-07', end: '2019-08-08' },
    ])
  })

  it('reads nothing into what is no date', () => {
    for (const text of ['', 'in spring', '31 February 2020', '14 to 3 October 2022', '10 May'])
      expect(stretch(text)).toBeNull()
    expect(dateIn('on or about 13 June 2017, a Tuesday')).toBe('2017-06-13')
  })

  it('reads back any two days that it is told', () => {
    const day = fc.integer({ min: 14_000, max: 21_000 })
    const long = (at: number): string =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        at * 86_400_000,
      )
    const iso = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (start, length) => {
        const end = start + length
        expect(stretch(`${long(start)} to ${long(end)}`)).toEqual([iso(start), iso(end)])
      }),
    )
  })
})
