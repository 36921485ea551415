import type { Trx } from '#kit/db/index.ts'

/** What was read and waits for a clerk. */
export interface Import {
  readonly id: string
  /** The address of the service, or 'files'. */
  readonly source: string
  /** Null while it is being read. */
  readonly found: unknown
  readonly madeAt: Date
  readonly madeBy: string
  readonly job: string | null
  readonly endedAt: Date | null
  /** How much of each kind came in. */
  readonly outcome: unknown
}

type ImportsTable = {
  authority: string
  id: string
  source: string
  found: unknown
  made_at: Date
  made_by: string
  job: string | null
  ended_at: Date | null
  outcome: unknown
}
type Tables = {
  'published.imports': ImportsTable
  'published.sources': {
    authority: string
    source: string
    kind: SourceKind
    their_id: string
    our_id: string
    brought_at: Date
  }
}
export type SourceKind = 'body' | 'person' | 'meeting'

export async function putImport(trx: Trx, authority: string, one: Import): Promise<void> {
  const row = {
    source: one.source,
    found: one.found === null ? null : JSON.stringify(one.found),
    made_at: one.madeAt,
    made_by: one.madeBy,
    job: one.job,
    ended_at: one.endedAt,
    outcome: one.outcome === null ? null : JSON.stringify(one.outcome),
  }
  await trx
    .withTables<Tables>()
    .insertInto('published.imports')
    .values({ authority, id: one.id, ...row })
    .onConflict(each => each.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
}

/** One import, held until the transaction ends where it is to be changed. */
export async function importById(trx: Trx, id: string, held = false): Promise<Import | null> {
  const query = trx
    .withTables<Tables>()
    .selectFrom('published.imports')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    source: row.source,
    found: row.found,
    madeAt: row.made_at,
    madeBy: row.made_by,
    job: row.job,
    endedAt: row.ended_at,
    outcome: row.outcome,
  }
}

/** Which thing of ours each thing of theirs became. */
export async function sourcesOf(
  trx: Trx,
  source: string,
  kind: SourceKind,
): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('published.sources')
    .select(['their_id', 'our_id'])
    .where('source', '=', source)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map(row => [row.their_id, row.our_id]))
}

export async function noteSource(
  trx: Trx,
  authority: string,
  one: {
    readonly source: string
    readonly kind: SourceKind
    readonly theirId: string
    readonly ourId: string
    readonly at: Date
  },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('published.sources')
    .values({
      authority,
      source: one.source,
      kind: one.kind,
      their_id: one.theirId,
      our_id: one.ourId,
      brought_at: one.at,
    })
    .execute()
}
