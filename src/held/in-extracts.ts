import { isoDay } from '#calendar'
import {
  type ExtractStore,
  frozenExtracts,
  type FrozenExtract,
  frozenTable,
  refusalsFromBytes,
} from '#extracts'
import { listNamed, type Table, valueAt } from '#records'
import type { HeldPart, Holds, HeldValue } from './held.ts'

/**
 * What the frozen extracts say about a child: each row of each list whose child it is, and what was
 * refused or doubted that names them. Each extract is given by itself, for that is how it is held.
 */
export function heldInExtracts(storeOf: (authority: string) => ExtractStore): Holds {
  return {
    of: 'child',
    async about(authority, { id }) {
      const store = storeOf(authority)
      const extracts = await store.db.as(authority, frozenExtracts)
      const parts: HeldPart[] = []
      for (const extract of extracts) {
        for (const { sha256 } of extract.lists) {
          // A list at a time: all lists of an extract at once could be most of our memory.
          const table = frozenTable(await store.vault.get(sha256))
          parts.push(partOf(extract, table, id))
        }
        parts.push(await refusalsOf(store, extract, id))
      }
      return parts
    },
  }
}

function partOf(extract: FrozenExtract, table: Table, child: string): HeldPart {
  const fields = Object.entries(table.list.fields)
  // In a list about adopters, teams or workers the same number is somebody else's.
  const number = table.list.about === 'child' ? table.child.words.indexOf(child) : -1
  const rows: (readonly HeldValue[])[] = []
  if (number > 0) {
    for (let row = 0; row < table.length; row++) {
      if (table.child.values[row] !== number) continue
      rows.push(fields.map(([name]) => valueIn(table, name, row)))
    }
  }
  return {
    source: extract.title,
    sourceId: extract.id,
    title: sentence(listNamed(table.list.name)?.title ?? table.list.name),
    name: table.list.name,
    columns: fields.map(([name, { means }]) => ({ name, means })),
    rows,
  }
}

function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`
}

function valueIn(table: Table, name: string, row: number): HeldValue {
  const column = table.columns[name]
  if (column === undefined) return null
  const value = valueAt(column, row)
  return column.kind === 'day' && typeof value === 'number' ? isoDay(value) : value
}

/**
 * A refusal holds a place in a file and a value, and not whose row it was: those are theirs in which
 * the value is their identifier.
 */
async function refusalsOf(
  { vault }: ExtractStore,
  extract: FrozenExtract,
  child: string,
): Promise<HeldPart> {
  const refusals = refusalsFromBytes(await vault.get(extract.refusalsSha256))
  return {
    source: extract.title,
    sourceId: extract.id,
    title: 'What was refused or is doubtful',
    name: 'refusals',
    columns: [
      { name: 'file', means: 'File' },
      { name: 'list', means: 'List' },
      { name: 'row', means: 'Row' },
      { name: 'column', means: 'Column' },
      { name: 'value', means: 'Value' },
      { name: 'why', means: 'Why' },
    ],
    rows: refusals
      .filter(each => child !== '' && each.value?.trim() === child)
      .map(each => [each.file, each.sourceList, each.row, each.column, each.value, each.message]),
  }
}
