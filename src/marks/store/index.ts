import type { Trx } from '#kit/db/index.ts'
import type { Marks } from '../mark.ts'
import { standingNotes } from './notes.ts'
import { standingRebasings } from './rebasings.ts'
import { standingTargets } from './targets.ts'

export * from './events.ts'
export * from './notes.ts'
export * from './rebasings.ts'
export * from './targets.ts'

/** Everything that stands on the council's figures: some hundred rows, read once a page. */
export async function allMarks(trx: Trx): Promise<Marks> {
  return {
    targets: await standingTargets(trx),
    notes: await standingNotes(trx),
    rebasings: await standingRebasings(trx),
  }
}
