import { type Day, dayOf } from '#calendar'
import { plainColumn } from './published-measures.ts'
import type { Refusal, TableLine } from './table-rows.ts'

/** What the interactive tool's dictionary says of a measure. */
export interface DictionaryEntry {
  /** Its short name, which is the published code here. */
  readonly code: string
  readonly topic: string
  readonly name: string
  /** Which way the publisher says is better; null where it takes no side. */
  readonly better: 'high' | 'low' | null
  /** 'Financial Year', 'Academic Year', … */
  readonly yearKind: string
  readonly owner: string
  readonly updatedOn: Day | null
  readonly nextOn: Day | null
  /** Whether quartiles are not shown of it. */
  readonly noQuartile: boolean
}

export interface DictionaryRead {
  readonly kind: 'dictionary'
  readonly rowsFound: number
  readonly entries: readonly DictionaryEntry[]
  readonly refusals: readonly Refusal[]
}

/** Reads the dictionary of the Local Authority Interactive Tool; null where the table is another. */
export function readDictionary(lines: readonly TableLine[]): DictionaryRead | null {
  const [head, ...rest] = lines
  const places = new Map((head?.cells ?? []).map((each, place) => [plainColumn(each), place]))
  if (!['measure_short', 'measure', 'polarity', 'year_type'].every(each => places.has(each)))
    return null
  const entries = new Map<string, DictionaryEntry>()
  const refusals: Refusal[] = []
  for (const { line, cells } of rest) {
    const cell = (column: string): string => {
      const text = (cells[places.get(column) ?? -1] ?? '').trim()
      return text === 'NA' ? '' : text
    }
    const code = cell('measure_short')
    if (code === '') {
      refusals.push({ line, message: 'The measure has no short name.' })
      continue
    }
    if (entries.has(code)) {
      refusals.push({ line, message: `“${code}” stands twice; the first was kept.` })
      continue
    }
    entries.set(code, {
      code,
      topic: cell('topic'),
      name: cell('measure').replaceAll(/\s+/g, ' '),
      better: polarityOf(cell('polarity')),
      yearKind: cell('year_type'),
      owner: cell('data_owner_do_supplier_and_contact_details').replaceAll(/\s+/g, ' '),
      updatedOn: dayIn(cell('last_update')),
      nextOn: dayIn(cell('next_update')),
      noQuartile: cell('no_quartile') === 'N',
    })
  }
  return {
    kind: 'dictionary',
    rowsFound: rest.length,
    entries: [...entries.values()],
    refusals,
  }
}

function polarityOf(text: string): DictionaryEntry['better'] {
  const plain = text.toLowerCase()
  return plain === 'high' || plain === 'low' ? plain : null
}

/** A day as a spreadsheet counts it, from the last day of 1899; null for 'TBC' and the like. */
function dayIn(text: string): Day | null {
  if (!/^\d{5}$/.test(text)) return null
  return (dayOf(1899, 12, 30) ?? 0) + Number(text)
}
