import type { Council } from '#council'
import type { Day } from '#calendar'
import { journalHead } from '#journal'
import type { Database } from '#kit/db/index.ts'
import { publishedRecord } from './gather.ts'
import type { PublicRecord } from './record.ts'

/** A public record, and the line of the journal as of which it was gathered. */
export interface Shelved {
  readonly record: PublicRecord
  readonly seq: number
}

/** Keeps the public record of each council until anything there changes. */
export interface PublicShelf {
  record(council: Council, today: Day): Promise<Shelved>
}

/**
 * Every change writes a line in the journal in its own transaction, so that a record is as good as new
 * for as long as no line was added: what is withdrawn is gone from the next answer on.
 */
export function openPublicShelf(db: Database): PublicShelf {
  const held = new Map<string, { readonly key: string; readonly made: Promise<Shelved> }>()
  return {
    async record(council, today) {
      const seq = (await db.as(council.code, journalHead))?.seq ?? 0
      const key = `${seq} ${today} ${council.name}`
      const kept = held.get(council.code)
      if (kept?.key === key) return kept.made
      // The line was read before the record: what changes meanwhile makes it old again.
      const made = db.as(council.code, async trx => ({
        record: await publishedRecord(trx, council, today),
        seq,
      }))
      held.set(council.code, { key, made })
      made.catch(() => {
        if (held.get(council.code)?.made === made) held.delete(council.code)
      })
      return made
    },
  }
}
