import type { Changing } from '#findings'
import { library } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import type { CountSeries } from '#series'
import { countFromAudits } from './count.ts'

/** Counts the indicators of audits again, where a change of an audit may have changed one. */
export async function countAgain(
  { countSeries }: { readonly countSeries?: CountSeries },
  trx: Trx,
  by: Changing,
): Promise<void> {
  if (countSeries !== undefined) await countFromAudits(trx, by, library, countSeries)
}
