import type { Trx } from '#kit/db/index.ts'
import type { ExtractStore } from './freeze.ts'
import type { FrozenExtract } from './frozen.ts'
import { insertDestroyed, namedFiles } from './store.ts'

/** A load in another process puts its files before it names them, and takes less than a day. */
const A_DAY = 24 * 3_600_000

export interface Destroyed {
  /** False where somebody else had destroyed it. */
  readonly done: boolean
  /** Frozen files that are gone. Those that another extract names too stay until that goes. */
  readonly files: number
}

/**
 * Destroys an extract's records. One transaction says so first, with whatever `within` writes beside
 * it; then each of its frozen files loses the key that alone opens it, and goes. Stopped between the
 * two, the files are named by nobody, and the sweep at the next start destroys them.
 * @param by `rule` is why, in words
 */
export async function destroyExtract(
  { db, vault, authority }: ExtractStore,
  extract: FrozenExtract,
  by: { readonly rule: string; readonly at: Date; readonly actor: string },
  within: (trx: Trx) => Promise<void>,
): Promise<Destroyed> {
  const done = await db.as(authority, async trx => {
    if (!(await insertDestroyed(trx, authority, extract.id, by))) return false
    await within(trx)
    return true
  })
  const named = await namedFiles(db)
  const before = new Date(by.at.getTime() - A_DAY)
  let files = 0
  for (const sha256 of filesOf(extract)) {
    if (!named.has(sha256) && (await vault.remove(sha256, before))) files++
  }
  return { done, files }
}

function filesOf(extract: FrozenExtract): ReadonlySet<string> {
  return new Set([...extract.lists.map(each => each.sha256), extract.refusalsSha256])
}
