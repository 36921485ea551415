import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Database, Trx } from '#kit/db/index.ts'
import type { Coverage, ExtractKind, ListReport } from './extract.ts'
import type { FrozenExtract, FrozenList, RefusalCount } from './frozen.ts'

type Tables = {
  'extracts.extracts': {
    authority: string
    id: string
    kind: ExtractKind
    title: string
    as_of: string
    as_of_because: string
    files: readonly string[]
    coverage: readonly StoredCoverage[]
    reports: readonly ListReport[]
    refused: readonly RefusalCount[]
    refusals_sha256: string
    loaded_at: Date
    loaded_by: string
  }
  'extracts.frozen_lists': FrozenList & { authority: string; extract: string }
  'extracts.destroyed': {
    authority: string
    extract: string
    rule: string
    destroyed_at: Date
    destroyed_by: string
  }
}

type StoredCoverage = { list: Coverage['list']; from: string; to: string }

/** False where the extract is there already: of two who load the same files, the second. */
export async function insertExtract(
  trx: Trx,
  authority: string,
  extract: FrozenExtract,
): Promise<boolean> {
  const db = trx.withTables<Tables>()
  const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`
  const inserted = await db
    .insertInto('extracts.extracts')
    .values({
      authority,
      id: extract.id,
      kind: extract.kind,
      title: extract.title,
      as_of: isoDay(extract.asOf),
      as_of_because: extract.asOfBecause,
      files: json(extract.files),
      coverage: json(
        extract.coverage.map(({ list, from, to }) => ({
          list,
          from: isoDay(from),
          to: isoDay(to),
        })),
      ),
      reports: json(extract.reports),
      refused: json(extract.refused),
      refusals_sha256: extract.refusalsSha256,
      loaded_at: extract.loadedAt,
      loaded_by: extract.loadedBy,
    })
    .onConflict(conflict => conflict.columns(['authority', 'id']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return false
  if (extract.lists.length === 0) return true
  await db
    .insertInto('extracts.frozen_lists')
    .values(extract.lists.map(list => ({ authority, extract: extract.id, ...list })))
    .execute()
  return true
}

/** All extracts of the authority that are there, oldest first by the day that they describe. */
export async function frozenExtracts(trx: Trx): Promise<readonly FrozenExtract[]> {
  const db = trx.withTables<Tables>()
  const rows = await db
    .selectFrom('extracts.extracts')
    .selectAll()
    .where('id', 'not in', gone => gone.selectFrom('extracts.destroyed').select('extract'))
    .orderBy('as_of')
    .orderBy('loaded_at')
    .orderBy('id')
    .execute()
  const lists = await db.selectFrom('extracts.frozen_lists').selectAll().orderBy('list').execute()
  const byExtract = Map.groupBy(lists, list => list.extract)
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    asOf: storedDay(row.as_of),
    asOfBecause: row.as_of_because,
    files: row.files,
    coverage: row.coverage.map(({ list, from, to }) => ({
      list,
      from: storedDay(from),
      to: storedDay(to),
    })),
    reports: row.reports,
    refused: row.refused,
    refusalsSha256: row.refusals_sha256,
    loadedAt: row.loaded_at,
    loadedBy: row.loaded_by,
    lists: (byExtract.get(row.id) ?? []).map(({ list, sha256, rows: rowCount, bytes }) => ({
      list,
      sha256,
      rows: rowCount,
      bytes,
    })),
  }))
}

/** The identifiers of the extracts that are there, in no order that says anything. */
export async function extractsThere(trx: Trx): Promise<readonly string[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('extracts.extracts')
    .select('id')
    .where('id', 'not in', gone => gone.selectFrom('extracts.destroyed').select('extract'))
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** An extract whose records were destroyed, and why. */
export interface DestroyedExtract {
  readonly id: string
  readonly title: string
  readonly asOf: Day
  /** In words: 'Extracts are kept for 10 years after they were loaded.' */
  readonly rule: string
  readonly destroyedAt: Date
  readonly destroyedBy: string
}

/** Oldest first by the day that they described. */
export async function destroyedExtracts(trx: Trx): Promise<readonly DestroyedExtract[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('extracts.destroyed')
    .innerJoin('extracts.extracts', join =>
      join
        .onRef('extracts.extracts.authority', '=', 'extracts.destroyed.authority')
        .onRef('extracts.extracts.id', '=', 'extracts.destroyed.extract'),
    )
    .select(['id', 'title', 'as_of', 'rule', 'destroyed_at', 'destroyed_by'])
    .orderBy('as_of')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    asOf: storedDay(row.as_of),
    rule: row.rule,
    destroyedAt: row.destroyed_at,
    destroyedBy: row.destroyed_by,
  }))
}

/** False where it was destroyed already. */
export async function insertDestroyed(
  trx: Trx,
  authority: string,
  extract: string,
  by: { readonly rule: string; readonly at: Date; readonly actor: string },
): Promise<boolean> {
  const inserted = await trx
    .withTables<Tables>()
    .insertInto('extracts.destroyed')
    .values({ authority, extract, rule: by.rule, destroyed_at: by.at, destroyed_by: by.actor })
    .onConflict(conflict => conflict.columns(['authority', 'extract']).doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows !== 0n
}

/** Also an extract whose records were destroyed: it is not taken in again. */
export async function hasExtract(trx: Trx, id: string): Promise<boolean> {
  const found = await trx
    .withTables<Tables>()
    .selectFrom('extracts.extracts')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * The frozen files that some authority's extract names, where its records were not destroyed: any
 * other file in the store is left over.
 */
export async function namedFiles(db: Database): Promise<ReadonlySet<string>> {
  const tables = db.owner.withTables<Tables>()
  const lists = await tables
    .selectFrom('extracts.frozen_lists as l')
    .leftJoin('extracts.destroyed as d', join =>
      join.onRef('d.authority', '=', 'l.authority').onRef('d.extract', '=', 'l.extract'),
    )
    .where('d.extract', 'is', null)
    .select('l.sha256')
    .execute()
  const refusals = await tables
    .selectFrom('extracts.extracts as e')
    .leftJoin('extracts.destroyed as d', join =>
      join.onRef('d.authority', '=', 'e.authority').onRef('d.extract', '=', 'e.id'),
    )
    .where('d.extract', 'is', null)
    .select('e.refusals_sha256 as sha256')
    .execute()
  return new Set([...lists, ...refusals].map(row => row.sha256))
}

function storedDay(text: string): number {
  const day = parseIsoDay(text)
  if (day === null) throw new RangeError(`The database holds ${text} where a date must stand.`)
  return day
}
