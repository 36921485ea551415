import { type Cell, readText } from '../values.ts'
import type { AnnexList } from './annex-list.ts'
import { annexLists } from './lists.ts'
import { plain } from './vocabulary.ts'

/** A column of the list that was found in a sheet. */
export interface FoundColumn {
  /** Its place in a row, from 0. */
  readonly place: number
  /** The heading as the sheet has it. */
  readonly heading: string
}

export interface Match {
  readonly list: AnnexList
  readonly columns: ReadonlyMap<string, FoundColumn>
  /** Share of the columns that mark the list which are there, 0 to 1. */
  readonly share: number
}

/**
 * The columns of a list among the headings of a row: by the template's own words first, wherever
 * the column stands, and then by what other headings for it look like. Two columns never share a
 * heading.
 */
export function matchHeadings(list: AnnexList, cells: readonly Cell[]): Match {
  const headings = cells.map(cell => (typeof cell === 'string' ? plain(wordsOf(cell)) : ''))
  const columns = new Map<string, FoundColumn>()
  const free = new Set(headings.keys().filter(place => headings[place] !== ''))
  const take = (key: string, fits: (heading: string) => boolean): void => {
    if (columns.has(key)) return
    for (const place of free) {
      if (!fits(headings[place] ?? '')) continue
      free.delete(place)
      columns.set(key, { place, heading: readText(cells[place]) })
      return
    }
  }
  for (const { key, heading } of list.columns) {
    const official = plain(heading)
    take(key, found => found === official)
  }
  for (const { key, like } of list.columns)
    if (like !== undefined) take(key, found => like.test(found))
  const marks = list.marks.filter(key => columns.has(key)).length
  return { list, columns, share: marks / list.marks.length }
}

/** The words of a heading that a database wrote: 'CINStartDate' is 'CIN Start Date'. */
function wordsOf(heading: string): string {
  if (heading.includes(' ')) return heading
  return heading
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
}

/** The number in a sheet's name: 'List 4', 'List_4 Assessments', 'L4', 'AnnexA-List04', '4. Assessments'. */
export function numberInName(name: string): number | null {
  const words = plain(name.replace(/\.(csv|xlsx|xlsm)$/i, '')).replace(/annex ?a\b/, '')
  const found = /(?:\blist|\bl|^)\s*0?(\d{1,2})(?!\d)/.exec(words)
  const number = Number(found?.[1])
  return number >= 1 && number <= 11 ? number : null
}

/** Which list a sheet is, by its headings and its name together; null where it is none. */
export function recognise(name: string, cells: readonly Cell[]): Match | null {
  const numbered = numberInName(name)
  const called = plain(name)
  let best: { readonly match: Match; readonly score: number } | null = null
  for (const list of annexLists) {
    const match = matchHeadings(list, cells)
    if (!list.needs.every(key => match.columns.has(key))) continue
    const hint = numbered === list.number ? 0.35 : list.called.test(called) ? 0.15 : 0
    // Headings decide. A name alone, or one shared column, is not enough to call a sheet a list.
    if (match.share + hint < 0.5) continue
    const score = match.share + hint + match.columns.size / 100
    if (best === null || score > best.score) best = { match, score }
  }
  return best?.match ?? null
}
