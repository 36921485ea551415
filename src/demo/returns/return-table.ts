import { type Day, isoDay } from '#calendar'
import { type County, birthday } from '../county.ts'
import type { Csv } from '../csv.ts'
import { NONE, type Sheet } from '../sheet.ts'

/** The year of a return: from 1 April to 31 March. */
export interface Year {
  readonly from: Day
  readonly to: Day
}

export interface ReturnTable {
  readonly name: string
  readonly columns: string
  readonly write: (county: County, year: Year, file: Csv) => void
}

/** Dates are written as 18/09/2017. */
export function date(file: Csv, day: Day): void {
  file.word(day === NONE ? '' : isoDay(day).split('-').toReversed().join('/'))
}

export function who(file: Csv, child: number): void {
  file.number(1_000_000 + child)
}

export function whoAndBirth(county: County, file: Csv, child: number): void {
  who(file, child)
  date(file, county.happened.people.get(child, 'born'))
}

export const flag = (file: Csv, yes: boolean): void => file.number(yes ? 1 : 0)

export const byEnd = (year: Year, day: Day): Day => (day > year.to ? NONE : day)

/** Children with a day of care in the year. */
export function inCare(county: County, year: Year): ReadonlySet<number> {
  const { periods } = county.happened
  const children = new Set<number>()
  for (let row = 0; row < periods.length; row++) {
    if (wentOn(periods, row, year)) children.add(periods.get(row, 'child'))
  }
  return children
}

export function wentOn(
  rows: Sheet<'from' | 'to'> | Sheet<never>,
  row: number,
  year: Year,
): boolean {
  // Every sheet of spells has these two columns; the others do not matter here.
  const spells = rows as Sheet<'from' | 'to'>
  return spells.get(row, 'from') <= year.to && spells.get(row, 'to') >= year.from
}

/** Young people who left care at 16 or later and turned 17 to 21 in the year, with how they were. */
export function leaversOf(county: County, year: Year) {
  return county.leavers.flatMap(leaver => {
    const born = county.happened.people.get(leaver.child, 'born')
    const on = [17, 18, 19, 20, 21]
      .map(age => birthday(born, age))
      .find(day => day >= year.from && day <= year.to)
    if (on === undefined || on < leaver.from) return []
    const then = leaver.circumstances.findLast(each => each.from <= on)
    return then === undefined ? [] : [{ child: leaver.child, circumstances: then }]
  })
}
