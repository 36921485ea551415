import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { annexA } from '../../src/extracts/annex-a/index.ts'
import type { ReadResult } from '../../src/extracts/extract.ts'
import type { Suite } from '../suite.ts'

/**
 * Workbooks and CSVs that others made: each must come out loaded whole, every row of it in the
 * tables, or refused, with a sentence for every row and file that is left out.
 */
export const suite: Suite = {
  name: 'annex-a',
  run: async folder => {
    const place = join(folder, 'annex-a')
    if (!existsSync(place)) return { lines: [], skipped: `no files at ${place}` }
    const entries = await readdir(place, { recursive: true, withFileTypes: true })
    const names = entries
      .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
      .map(entry => join(entry.parentPath, entry.name))
      .toSorted()
    const notes: string[] = []
    let agreed = 0
    for (const name of names) {
      const told = await tell({ name, bytes: readFileSync(name) })
      if (told.agreed) agreed++
      notes.push(`${relative(place, name)}: ${told.words}`)
    }
    return { lines: [{ name: 'annex-a', agreed, total: names.length, notes }] }
  },
}

async function tell(file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Promise<{ agreed: boolean; words: string }> {
  try {
    const [group = [file]] = annexA.group([file])
    return judge(await annexA.read(group))
  } catch (error) {
    return {
      agreed: false,
      words: `stopped with ${error instanceof Error ? error.message : error}`,
    }
  }
}

function judge({ extract, refusals }: ReadResult): { agreed: boolean; words: string } {
  const reasons = refusals.filter(each => each.effect !== 'doubtful')
  const spoken = reasons.every(each => each.message.length > 0)
  if (extract === null)
    return {
      agreed: spoken && reasons.length > 0,
      words: `refused: ${reasons[0]?.message ?? 'without a reason'}`,
    }
  const found = sum(extract.reports.map(each => each.rowsFound))
  const taken = sum(extract.reports.map(each => each.rowsTaken))
  const rows = reasons.filter(each => each.effect === 'row-refused').length
  const listed = sum(extract.reports.map(each => each.rowsTaken)) > 0
  return {
    agreed: spoken && (listed || reasons.length > 0) && (found - taken === 0 || rows > 0),
    words: `${extract.reports.length} lists, ${taken} of ${found} rows, ${reasons.length} refusals, ${refusals.length - reasons.length} doubts`,
  }
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
