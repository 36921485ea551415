import { dayOf } from '#calendar'
import type { SourceFile } from '#extracts'
import type { County } from '../county.ts'
import { csv } from '../csv.ts'
import { inCareTables } from './in-care.ts'
import { outcomeTables } from './outcomes.ts'
import type { Year } from './return-table.ts'

/**
 * The SSDA903 return of the year to 31 March, as eleven CSV files (all but DoLo) with the collection's columns.
 * Children are those in care in the year, and care leavers with a birthday from the 17th in it.
 */
export function ssda903Return(county: County, year: number): readonly SourceFile[] {
  const period: Year = { from: dayOf(year - 1, 4, 1) ?? 0, to: dayOf(year, 3, 31) ?? 0 }
  return [...inCareTables, ...outcomeTables].map(({ name, columns, write }) => {
    const file = csv(columns.split(' '))
    write(county, period, file)
    return { name: `ssda903-${year}-${name}.csv`, bytes: file.bytes() }
  })
}
