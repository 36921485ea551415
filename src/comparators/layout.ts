import { plainColumn } from './published-measures.ts'
import type { TableLine } from './table-rows.ts'

// The layout in which the DfE's statistics service publishes: one row a place and period, eleven
// columns that say which, then filters and figures.

export type Level = 'national' | 'regional' | 'authority'

export interface PublishedPlace {
  /** 'E92000001', a region's code, or an authority's code of three digits, which outlives changes of its nine. */
  readonly code: string
  readonly level: Level
  readonly name: string
  /** The code of nine characters; '' where none is given. */
  readonly newCode: string
}

export const ENGLAND = 'E92000001'

export interface LayoutRow {
  readonly line: number
  /** The calendar year in which its period ends. */
  readonly year: number
  readonly place: PublishedPlace
  /** The text of a column, by its plain name; '' where the row has none. */
  readonly cell: (column: string) => string
}

export type RowRead =
  | { readonly kind: 'row'; readonly row: LayoutRow }
  | { readonly kind: 'refused'; readonly message: string }

export interface Layout {
  readonly columns: ReadonlySet<string>
  readonly read: (line: TableLine) => RowRead
}

const needed = ['time_period', 'geographic_level'] as const

/** Columns that say when and where, and hold no figure. */
export const standardColumns: ReadonlySet<string> = new Set([
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
])

/** The layout of a row of headings; null where it is another. */
export function layoutOf(headings: readonly string[]): Layout | null {
  const places = new Map(headings.map((heading, place) => [plainColumn(heading), place]))
  if (!needed.every(column => places.has(column))) return null
  return {
    columns: new Set(places.keys()),
    read: ({ line, cells }) => {
      if (cells.length > headings.length && cells.slice(headings.length).some(each => each !== ''))
        return refused(
          `The row has ${cells.length} cells where the headings have ${headings.length}.`,
        )
      const cell = (column: string): string => (cells[places.get(column) ?? -1] ?? '').trim()
      const year = endYear(cell('time_period'))
      if (year === null)
        return refused(
          `“${cell('time_period').slice(0, 20)}” is not a year such as 2025 or 202425.`,
        )
      const place = placeOf(cell)
      return typeof place === 'string'
        ? refused(place)
        : { kind: 'row', row: { line, year, place, cell } }
    },
  }
}

/** The year in which '2025', '202425', '2024-25' or '2024/25' ends. */
export function endYear(text: string): number | null {
  const match = /^(\d{4})(?:[-/]?(\d{2}))?$/.exec(text)
  if (match === null) return null
  const first = Number(match[1])
  if (first < 1990 || first > 2100) return null
  if (match[2] === undefined) return first
  return Number(match[2]) === (first + 1) % 100 ? first + 1 : null
}

/** The place, or why there is none. */
function placeOf(cell: (column: string) => string): PublishedPlace | string {
  const level = cell('geographic_level').toLowerCase()
  if (level === 'national') {
    const code = cell('country_code') || ENGLAND
    return code === ENGLAND
      ? { code, level: 'national', name: cell('country_name') || 'England', newCode: code }
      : `It is about ${cell('country_name') || code} and not about England.`
  }
  if (level === 'regional') {
    const code = cell('region_code')
    return code === ''
      ? 'It is about a region and does not say which: the column region_code is empty.'
      : { code, level: 'regional', name: cell('region_name') || code, newCode: code }
  }
  if (level === 'local authority') {
    const code = cell('old_la_code')
    const name = cell('la_name')
    if (!authorityCode.test(code))
      return code === ''
        ? `It is about a local authority${name && ` (${name})`} and has no code of three digits.`
        : `“${code.slice(0, 20)}” is not a code of a local authority, which has three digits.`
    return { code, level: 'authority', name: name || code, newCode: cell('new_la_code') }
  }
  return level === ''
    ? 'It does not say whether it is about a country, a region or an authority.'
    : `It is about the level “${cell('geographic_level').slice(0, 40)}”, which is not used here.`
}

/** Two authorities that publish one figure together have both codes: '314 / 318'. */
const authorityCode = /^\d{3}( \/ \d{3})*$/

/** The authorities that a code stands for: more than one where they publish together. */
export function codesIn(code: string): readonly string[] {
  return code.split(' / ')
}

const refused = (message: string): RowRead => ({ kind: 'refused', message })
