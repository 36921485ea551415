import { type DictionaryRead, readDictionary } from './read-dictionary.ts'
import { type NeighboursRead, readNeighbours } from './read-neighbours.ts'
import { type PublishedRead, readPublished } from './read-published.ts'
import { tableLines } from './table-rows.ts'

export type FileRead =
  | PublishedRead
  | NeighboursRead
  | DictionaryRead
  | { readonly kind: 'refused'; readonly message: string }

/** What a file is, told by its headings, and what is in it. Never throws. */
export async function readFile(name: string, bytes: Uint8Array): Promise<FileRead> {
  const table = await tableLines(name, bytes)
  if (table.kind === 'refused') return table
  const { lines } = table
  const read = readDictionary(lines) ?? readNeighbours(lines) ?? readPublished(lines)
  if (read === null)
    return {
      kind: 'refused',
      message:
        'This is neither a table of published statistics (its columns time_period and geographic_level are missing), nor a table of statistical neighbours, nor the dictionary of measures.',
    }
  if (read.kind === 'published' && read.cuts.size === 0 && read.refusals.length === 0)
    return {
      kind: 'refused',
      message:
        'No column of this table answers an indicator here, so nothing of it was kept. Head a column by the published code of a measure to bring it.',
    }
  return { ...read, refusals: [...table.refusals, ...read.refusals] }
}
