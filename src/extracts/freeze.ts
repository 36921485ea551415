import type { Database } from '#kit/db/index.ts'
import type { Vault } from '#kit/files/vault.ts'
import { record } from '#journal'
import { allLists, buildHistory, type History } from '#records'
import { fromArrow, toArrow } from './arrow.ts'
import { countRefusals, type FrozenExtract, refusalsToBytes, shortId } from './frozen.ts'
import type { ReceivedExtract } from './receive.ts'
import { frozenExtracts, hasExtract, insertExtract } from './store.ts'

/** Where an authority's extracts are kept. */
export interface ExtractStore {
  readonly db: Database
  readonly vault: Vault
  readonly authority: string
}

export type Kept =
  | { readonly kind: 'kept'; readonly extract: FrozenExtract }
  | { readonly kind: 'already-there'; readonly id: string }

/**
 * Freezes what was read: the lists are written and flushed first, and only then does one transaction
 * say, in the table and in the journal, that they are there. Stopped anywhere before that, nothing
 * has happened; the files left over are swept up at the next start.
 */
export async function freeze(
  { db, vault, authority }: ExtractStore,
  { id, extract: read }: ReceivedExtract,
  by: { readonly actor: string; readonly at: Date },
): Promise<Kept> {
  if (await db.as(authority, trx => hasExtract(trx, id))) return { kind: 'already-there', id }
  // Each file waits for the disk, so they wait together; all have to be there before the transaction.
  const putting = [...read.tables].map(async ([list, table]) => {
    const bytes = toArrow(table)
    const { length } = bytes
    return { list, sha256: await vault.put(bytes), rows: table.length, bytes: length }
  })
  const [lists, refusalsSha256] = await Promise.all([
    Promise.all(putting),
    vault.put(refusalsToBytes(read.refusals)),
  ])
  const extract: FrozenExtract = {
    id,
    kind: read.kind,
    title: read.title,
    asOf: read.asOf,
    asOfBecause: read.asOfBecause,
    files: read.files,
    coverage: read.coverage,
    reports: read.reports,
    refused: countRefusals(read.refusals),
    refusalsSha256,
    lists,
    loadedAt: by.at,
    loadedBy: by.actor,
  }
  return db.as(authority, async trx => {
    // Two people may load the same file at the same moment: the second waits, and finds it there.
    if (!(await insertExtract(trx, authority, extract))) return { kind: 'already-there', id }
    await record(
      trx,
      {
        actor: by.actor,
        action: 'extract.loaded',
        subject: { kind: 'extract', id: shortId(id) },
        detail: { title: read.title, sha256: id, lists: lists.length },
      },
      by.at,
    )
    return { kind: 'kept', extract }
  })
}

/**
 * All that the authority's extracts say together, or all but one of them. Every frozen file's hash is checked on the way.
 * @throws {VaultFault} where a file is missing or was altered
 */
export async function historyOf(store: ExtractStore, without?: string): Promise<History> {
  const all = await store.db.as(store.authority, frozenExtracts)
  return historyFrom(
    store,
    all.filter(each => each.id !== without),
  )
}

/**
 * What some extracts say together, such as those that were there on an earlier day.
 * @throws {VaultFault} where a file is missing or was altered
 */
export async function historyFrom(
  store: ExtractStore,
  extracts: readonly FrozenExtract[],
): Promise<History> {
  const building = buildHistory(extracts.map(each => ({ ...each, extract: each.id })))
  // A list at a time: all frozen lists of seven years at once would be most of our memory.
  for (const list of allLists) {
    const tables = []
    for (const extract of extracts) {
      const frozen = extract.lists.find(each => each.list === list.name)
      tables.push(frozen && fromArrow(await store.vault.get(frozen.sha256)))
    }
    building.add(list, tables)
  }
  return building.history()
}
