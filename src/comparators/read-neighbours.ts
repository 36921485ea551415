import { type Day, dayOf } from '#calendar'
import { plainColumn } from './published-measures.ts'
import type { Refusal, TableLine } from './table-rows.ts'

/** How like an authority its neighbour is, in the words that are published, likest first. */
export const closenesses = [
  'Extremely close',
  'Very close',
  'Close',
  'Somewhat close',
  'Not close',
] as const
export type Closeness = (typeof closenesses)[number]

export interface Neighbour {
  readonly code: string
  /** Null where the file does not say. */
  readonly closeness: Closeness | null
}

export interface NeighbourRow {
  readonly code: string
  readonly name: string
  readonly region: string
  /** Likest first. */
  readonly neighbours: readonly Neighbour[]
  /** It was abolished before the set was made; the file gives what it had. */
  readonly former: boolean
}

export interface NeighboursRead {
  readonly kind: 'neighbours'
  /** Rows of authorities, with those that were refused. */
  readonly rowsFound: number
  readonly rows: readonly NeighbourRow[]
  readonly refusals: readonly Refusal[]
}

/** As many as are published of each. */
const USUAL = 10

/** Reads a table of statistical neighbours; null where it is none. */
export function readNeighbours(lines: readonly TableLine[]): NeighboursRead | null {
  const at = lines.findIndex(({ cells }) => columnsOf(cells) !== null)
  const columns = columnsOf(lines[at]?.cells ?? [])
  if (columns === null) return null
  const rows = new Map<string, NeighbourRow>()
  const refusals: Refusal[] = []
  let former = false
  let rowsFound = 0
  for (const { line, cells } of lines.slice(at + 1)) {
    const cell = (place: number): string => (cells[place] ?? '').trim()
    const code = cell(columns.code)
    if (code === '') {
      if (cells.some(each => /^old sns?:?$/i.test(each.trim()))) former = true
      continue
    }
    rowsFound++
    const name = cell(columns.name)
    const found = columns.neighbours.map(place => ({
      code: cell(place),
      closeness: closenessOf(cell(place + 1)),
      said: cell(place + 1),
    }))
    const fault = faultOf(code, name, found, rows)
    if (fault !== null) {
      refusals.push({ line, message: fault })
      continue
    }
    const neighbours = found.filter(each => each.code !== '')
    const who = `${name || 'The authority'} (${code})`
    if (neighbours.length < columns.neighbours.length)
      refusals.push({
        line,
        message: `${who} has ${neighbours.length} of ${Math.max(USUAL, columns.neighbours.length)} neighbours; they were kept.`,
        kept: true,
      })
    for (const each of neighbours)
      if (each.closeness === null && each.said !== '')
        refusals.push({
          line,
          message: `${who}: “${each.said.slice(0, 40)}” is no known word for how close a neighbour is; the neighbour was kept.`,
          kept: true,
        })
    rows.set(code, {
      code,
      name: name.replace(/ \(Pre LG\)$/i, ''),
      region: cell(columns.region),
      neighbours: neighbours.map(each => ({ code: each.code, closeness: each.closeness })),
      former,
    })
  }
  return { kind: 'neighbours', rowsFound, rows: [...rows.values()], refusals }
}

interface NeighbourColumns {
  readonly code: number
  readonly name: number
  readonly region: number
  readonly neighbours: readonly number[]
}

function columnsOf(headings: readonly string[]): NeighbourColumns | null {
  const plain = headings.map(plainColumn)
  const find = (...names: readonly string[]) => plain.findIndex(each => names.includes(each))
  const neighbours = plain.flatMap((each, place) => (/^sn_?\d{1,2}$/.test(each) ? [place] : []))
  const code = find('la_num', 'la_number', 'old_la_code')
  if (code < 0 || neighbours.length === 0) return null
  return {
    code,
    name: find('la_name', 'name'),
    region: find('goreg', 'region_name'),
    neighbours,
  }
}

function faultOf(
  code: string,
  name: string,
  found: readonly { readonly code: string }[],
  rows: ReadonlyMap<string, NeighbourRow>,
): string | null {
  const who = name === '' ? `The authority ${code}` : `${name} (${code})`
  if (!threeDigits.test(code))
    return `“${code.slice(0, 20)}” is not a code of a local authority, which has three digits.`
  if (rows.has(code)) return `${who} stands twice; the first row was kept.`
  const codes = found.map(each => each.code).filter(each => each !== '')
  if (codes.length === 0) return `${who} has no neighbours.`
  const other = codes.find(each => !threeDigits.test(each))
  if (other !== undefined)
    return `${who} has “${other.slice(0, 20)}” for a neighbour, which is not a code of three digits.`
  if (codes.includes(code)) return `${who} is named as its own neighbour.`
  const twice = codes.find((each, place) => codes.indexOf(each) !== place)
  return twice === undefined ? null : `${who} has ${twice} for a neighbour twice.`
}

const threeDigits = /^\d{3}$/

export function closenessOf(text: string): Closeness | null {
  const plain = text.trim().toLowerCase()
  return closenesses.find(each => each.toLowerCase() === plain) ?? null
}

export interface MissingAuthority {
  readonly code: string
  readonly name: string
  /** How many authorities of the file name it as a neighbour. */
  readonly namedBy: number
}

/**
 * Authorities that ought to have a row and have none: those that others name as a neighbour, and
 * those that are known from elsewhere.
 * @param known codes with names, such as every authority of the newest published year
 */
export function missingAuthorities(
  rows: readonly NeighbourRow[],
  known: ReadonlyMap<string, string>,
): readonly MissingAuthority[] {
  const there = new Set(rows.map(each => each.code))
  const named = new Map<string, number>()
  for (const row of rows)
    for (const { code } of row.neighbours) named.set(code, (named.get(code) ?? 0) + 1)
  return [...new Set([...named.keys(), ...known.keys()])]
    .filter(code => !there.has(code))
    .toSorted()
    .map(code => ({ code, name: known.get(code) ?? '', namedBy: named.get(code) ?? 0 }))
}

export function missingInWords({ code, name, namedBy }: MissingAuthority): string {
  const who = name === '' ? `the authority ${code}` : `${name} (${code})`
  const by =
    namedBy === 0
      ? ''
      : `, which is named as a neighbour of ${namedBy} ${namedBy === 1 ? 'authority' : 'authorities'}`
  return `The file has no row for ${who}${by}. Every other row was kept.`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The first day of the month that a file's name speaks of: 'sn_may_2025.xlsx' is 1 May 2025. */
export function dayInName(name: string): Day | null {
  const plain = name.toLowerCase()
  const match = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ _.-]*(\d{4})/.exec(plain)
  if (match === null) return null
  return dayOf(Number(match[2]), months.indexOf(match[1] ?? '') + 1, 1)
}
