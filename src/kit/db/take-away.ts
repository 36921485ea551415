import type { RawBuilder } from 'kysely'
import { type Database, enter, type Trx } from './database.ts'

/** In the place of words that were taken away, so that it is still seen that something was said. */
export const NO_LONGER_KEPT = 'No longer kept'

/**
 * Takes rows of an authority away, or blanks them, as the owner: the application itself may not, so
 * that nobody comes to do it by a page. Each statement has to name the authority. Where they changed
 * anything, `within` is called in the same transaction as the authority, so that a log can say so.
 */
export async function takeAway(
  db: Pick<Database, 'owner'>,
  authority: string,
  statements: readonly RawBuilder<unknown>[],
  within: (trx: Trx) => Promise<void>,
): Promise<void> {
  await db.owner.transaction().execute(async trx => {
    let changed = 0n
    for (const statement of statements)
      changed += (await statement.execute(trx)).numAffectedRows ?? 0n
    if (changed === 0n) return
    await enter(trx, authority)
    await within(trx)
  })
}
