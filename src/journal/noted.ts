import type { Head } from './faults.ts'

/** Where the journal of an authority ended at an instant, as it is kept out of the database's reach. */
export interface NotedHead extends Head {
  readonly authority: string
  readonly at: Date
}

/** A line of JSON for each head: files of many days can be put one after another. */
export function headsText(heads: readonly NotedHead[]): string {
  return heads
    .map(({ authority, seq, hash, at }) => {
      return `${JSON.stringify({ authority, seq, hash, at: at.toISOString() })}\n`
    })
    .join('')
}

/**
 * What stands in such a file.
 * @throws {RangeError} naming the first line that is no head
 */
export function readHeads(text: string): readonly NotedHead[] {
  return text
    .split(/\r?\n/)
    .map((line, place) => ({ line: line.trim(), place: place + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => {
      const head = headIn(line)
      if (head === null) throw new RangeError(`Line ${place} is not a head of a journal.`)
      return head
    })
}

function headIn(line: string): NotedHead | null {
  let found: unknown
  try {
    found = JSON.parse(line)
  } catch {
    return null
  }
  if (found === null || typeof found !== 'object') return null
  const { authority, seq, hash, at } = found as Readonly<Record<string, unknown>> // an object
  if (typeof authority !== 'string' || typeof hash !== 'string' || typeof at !== 'string')
    return null
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) return null
  const when = new Date(at)
  if (!/^[0-9a-f]{64}$/.test(hash) || Number.isNaN(when.getTime())) return null
  return { authority, seq, hash, at: when }
}
