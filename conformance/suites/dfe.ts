import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { type FileRead, readFile } from '../../src/comparators/read-file.ts'
import { agreements } from '../dfe/agreements.ts'
import { cellsOf } from '../dfe/cells.ts'
import type { Suite, SuiteLine } from '../suite.ts'

/**
 * Tables as the DfE's statistics service publishes them, its sets of neighbours and the dictionary of
 * its interactive tool. Each file must come out read, or refused with a sentence; each cell of a
 * figure must be a number or a known symbol; and where two published columns say one thing, what is
 * worked out here from the one must be what stands in the other.
 */
export const suite: Suite = {
  name: 'dfe',
  run: async folder => {
    const place = join(folder, 'dfe')
    if (!existsSync(place)) return { lines: [], skipped: `no files at ${place}` }
    const entries = await readdir(place, { recursive: true, withFileTypes: true })
    const names = entries
      .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
      .map(entry => join(entry.parentPath, entry.name))
      .toSorted()
    const read = new Map<string, FileRead>()
    const cells: SuiteLine[] = []
    for (const name of names) {
      const bytes = readFileSync(name)
      read.set(basename(name), await readFile(basename(name), bytes))
      if (name.endsWith('.csv')) cells.push(...cellsOf(basename(name), bytes))
    }
    return {
      lines: [filesLine(place, names, read), ...cells, ...(await agreements(place, read))],
    }
  },
}

/** Every file and what became of its rows; one that is refused has to say why. */
function filesLine(
  place: string,
  names: readonly string[],
  read: ReadonlyMap<string, FileRead>,
): SuiteLine {
  const told = names.map(name => {
    const found = read.get(basename(name))
    return { name: relative(place, name), ...tell(found) }
  })
  return {
    name: 'files',
    agreed: told.filter(each => each.agreed).length,
    total: told.length,
    notes: told.map(each => `${each.name}: ${each.words}`),
  }
}

/** What is in the folder and is no table of statistics: the words of a dashboard. */
function tell(read: FileRead | undefined): { agreed: boolean; words: string } {
  if (read === undefined) return { agreed: false, words: 'not read' }
  if (read.kind === 'refused')
    return { agreed: read.message.length > 0, words: `refused: ${read.message}` }
  const left = read.refusals.filter(each => each.kept !== true).length
  const reasons = [...new Set(read.refusals.map(each => each.message))].slice(0, 2).join(' ')
  const faults = `${left} refused${reasons === '' ? '' : ` (${reasons})`}`
  const agreed = read.refusals.every(each => each.message !== '')
  if (read.kind === 'published') {
    const values = [...read.cuts.values()]
      .flatMap(years => [...years.values()])
      .reduce((sum, cut) => sum + cut.size, 0)
    const symbols = [...read.symbols].map(([symbol, count]) => `${count} ${symbol}`).join(', ')
    return {
      agreed: agreed && read.rowsUsed > 0,
      words: `${read.rows} rows, ${read.rowsUsed} of them with ${values} figures for ${read.cuts.size} measures (symbols: ${symbols || 'none'}), ${faults}`,
    }
  }
  const taken = read.kind === 'neighbours' ? read.rows.length : read.entries.length
  return {
    agreed: agreed && taken + left >= read.rowsFound && taken > 0,
    words: `${taken} of ${read.rowsFound} rows, ${faults}`,
  }
}
