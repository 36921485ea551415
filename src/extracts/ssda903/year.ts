import { type Day, dayOf, longDay, monthOf } from '#calendar'
import { dayColumnReader, isProblem } from '../values.ts'
import type { TableName } from './shapes.ts'
import type { SourceTable } from './source-table.ts'

/** The day a return describes the authority on, and how it was found. */
export interface ReturnDay {
  readonly asOf: Day
  readonly because: string
}

/** The year to 31 March that a day falls in, named by the year it ends in. */
export function returnYear(day: Day): number {
  const month = monthOf(day)
  return Math.floor(month / 12) + (month % 12 >= 3 ? 1 : 0)
}

export const yearEnd = (year: number): Day => dayOf(year, 3, 31) ?? 0
export const yearStart = (year: number): Day => dayOf(year - 1, 4, 1) ?? 0

// Where the year of a return shows, surest first. A 903 table does not name its year. Episodes that
// ended belong to the year they ended in; reviews come last, because systems also send planned ones.
const evidence: readonly {
  readonly table: TableName
  readonly column: string
  readonly words: string
}[] = [
  { table: 'episodes', column: 'DEC', words: 'ends of episodes' },
  { table: 'episodes', column: 'DECOM', words: 'starts of episodes' },
  { table: 'missing', column: 'MIS_START', words: 'missing episodes' },
  { table: 'workers', column: 'SW_DECOM', words: 'starts of social workers' },
  { table: 'deprivations', column: 'DOLO_START', words: 'deprivation of liberty orders' },
  { table: 'decisions', column: 'DATE_PLACED_CEASED', words: 'ends of plans for adoption' },
  { table: 'decisions', column: 'DATE_PLACED', words: 'decisions for adoption' },
  { table: 'adopted', column: 'DATE_MATCH', words: 'matches for adoption' },
  { table: 'reviews', column: 'REVIEW', words: 'reviews' },
]

/** A year that holds a single date, or fewer than one in twenty, is taken for a slip of the pen. */
const leastShare = 0.05

/** Works out the day of a return from what is in it; null where no date tells. */
export function findReturnDay(tables: readonly SourceTable[]): ReturnDay | null {
  for (const { table, column, words } of evidence) {
    const days = daysOf(tables, table, column)
    if (days.length === 0) continue
    const year = latestYear(days)
    const early = endsEarly(tables, year)
    if (early !== null)
      return {
        asOf: early,
        because: `The return does not name its day; its episodes begin and end until ${longDay(early)} and no later.`,
      }
    return {
      asOf: yearEnd(year),
      because: `A 903 return does not name its year; the latest ${words} fall in the year to 31 March ${year}.`,
    }
  }
  return null
}

/** The year a single table tells of, by the same rule; null where it does not tell. */
export function yearOfTable(table: SourceTable): number | null {
  const day = findReturnDay([table])
  return day === null ? null : returnYear(day.asOf)
}

function latestYear(days: readonly Day[]): number {
  const years = Map.groupBy(days, returnYear)
  const fullest = Math.max(...[...years.values()].map(of => of.length))
  const least = Math.max(days.length * leastShare, Math.min(2, fullest))
  const held = [...years].filter(([, of]) => of.length >= least)
  return Math.max(...held.map(([year]) => year))
}

/**
 * Councils also make the 903 tables during the year. Where a hundred or more episodes began or
 * ended in the year and none in its last six weeks, the tables were made before its end: speaking
 * of the rest of the year would invent quiet months.
 */
function endsEarly(tables: readonly SourceTable[], year: number): Day | null {
  const from = yearStart(year)
  const to = yearEnd(year)
  const days = [...daysOf(tables, 'episodes', 'DECOM'), ...daysOf(tables, 'episodes', 'DEC')]
  const within = days.filter(day => day >= from && day <= to)
  if (within.length < 100 || days.some(day => day > to - 42 && day <= to + 1)) return null
  return within.reduce((latest, day) => Math.max(latest, day))
}

function daysOf(tables: readonly SourceTable[], table: TableName, column: string): Day[] {
  const days: Day[] = []
  for (const source of tables) {
    const place = source.columns.indexOf(column)
    if (source.table !== table || place < 0) continue
    const { read } = dayColumnReader(source.rows.map(row => row.cells[place]))
    for (const { cells } of source.rows) {
      const reading = read(cells[place])
      if (!isProblem(reading) && reading.value !== null) days.push(reading.value)
    }
  }
  return days
}
