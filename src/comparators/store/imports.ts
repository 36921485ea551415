import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Refusal } from '../table-rows.ts'

export type ImportKind = 'published' | 'neighbours' | 'dictionary' | 'refused'

/** A file that somebody brought, and what became of it. */
export interface Import {
  readonly id: string
  /** Files that were brought at once. */
  readonly batch: string
  readonly fileName: string
  readonly sha256: string
  readonly kind: ImportKind
  readonly source: string
  readonly broughtBy: string
  readonly broughtByName: string
  readonly broughtAt: Date
  readonly rowsFound: number
  readonly rowsTaken: number
  readonly valuesAdded: number
  readonly valuesRevised: number
  /** The first thousand. */
  readonly refusals: readonly Refusal[]
  readonly refusalCount: number
  readonly notes: readonly string[]
}

const MOST_REFUSALS = 1000

export async function insertImport(trx: Trx, authority: string, one: Import): Promise<void> {
  await sql`
    insert into comparators.imports (authority, id, batch, file_name, sha256, kind, source,
      brought_by, brought_by_name, brought_at, rows_found, rows_taken, values_added,
      values_revised, refusals, refusal_count, notes)
    values (${authority}, ${one.id}, ${one.batch}, ${one.fileName}, ${one.sha256}, ${one.kind},
      ${one.source}, ${one.broughtBy}, ${one.broughtByName}, ${one.broughtAt}, ${one.rowsFound},
      ${one.rowsTaken}, ${one.valuesAdded}, ${one.valuesRevised},
      ${JSON.stringify(one.refusals.slice(0, MOST_REFUSALS))}::jsonb, ${one.refusalCount},
      ${[...one.notes]})`.execute(trx)
}

const columns = sql`id, batch, file_name as "fileName", sha256, kind, source,
  brought_by as "broughtBy", brought_by_name as "broughtByName", brought_at as "broughtAt",
  rows_found as "rowsFound", rows_taken as "rowsTaken", values_added as "valuesAdded",
  values_revised as "valuesRevised", refusals, refusal_count as "refusalCount", notes`

/** Newest first. */
export async function allImports(trx: Trx): Promise<readonly Import[]> {
  const { rows } = await sql<Import>`
    select ${columns} from comparators.imports order by brought_at desc, file_name`.execute(trx)
  return rows
}

/** In the order of their names; none where the batch is not known. */
export async function importsOfBatch(trx: Trx, batch: string): Promise<readonly Import[]> {
  if (!isUuid(batch)) return []
  const { rows } = await sql<Import>`
    select ${columns} from comparators.imports where batch = ${batch} order by file_name`.execute(
    trx,
  )
  return rows
}

/** The import that brought this very file and took something of it; null where there is none. */
export async function importOfFile(trx: Trx, sha256: string): Promise<Import | null> {
  const { rows } = await sql<Import>`
    select ${columns} from comparators.imports
    where sha256 = ${sha256} and kind <> 'refused' order by brought_at limit 1`.execute(trx)
  return rows[0] ?? null
}

/** Holds every other import of the authority back until the transaction ends. */
export async function takeImportTurn(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(
    hashtext('comparators.imports'), hashtext(current_setting('sightline.authority')))`.execute(trx)
}
