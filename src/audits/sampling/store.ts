import { sql } from 'kysely'
import { isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Method } from '#practice'
import type { Sample, Sampled } from './sample.ts'

type SamplesTable = {
  authority: string
  id: string
  title: string
  tool_key: string
  method: unknown
  size: number
  seed: number
  as_of: string
  extract_id: string
  extracts: string[]
  population_sha256: string
  population_size: number
  drawn_at: Date
  drawn_by: string
}
type SampledTable = {
  authority: string
  sample_id: string
  place: number
  child_ref: string
  team: string
  worker: string
  plan: string
  replaced_words: string | null
  replaced_by: number | null
  replaced_at: Date | null
  replaced_by_name: string | null
}
type Tables = { 'audits.samples': SamplesTable; 'audits.sampled': SampledTable }

export async function insertSample(
  trx: Trx,
  authority: string,
  sample: Sample,
  children: readonly Sampled[],
): Promise<void> {
  const db = trx.withTables<Tables>()
  await db
    .insertInto('audits.samples')
    .values({
      authority,
      id: sample.id,
      title: sample.title,
      tool_key: sample.toolKey,
      method: JSON.stringify(sample.method),
      size: sample.size,
      seed: sample.seed,
      as_of: isoDay(sample.asOf),
      extract_id: sample.extractId,
      extracts: [...sample.extracts],
      population_sha256: sample.populationSha256,
      population_size: sample.populationSize,
      drawn_at: sample.drawnAt,
      drawn_by: sample.drawnBy,
    })
    .execute()
  if (children.length > 0)
    await db
      .insertInto('audits.sampled')
      .values(children.map(each => rowOf(authority, sample.id, each)))
      .execute()
}

const rowOf = (authority: string, sampleId: string, each: Sampled): SampledTable => ({
  authority,
  sample_id: sampleId,
  place: each.place,
  child_ref: each.childRef,
  team: each.team,
  worker: each.worker,
  plan: each.plan,
  replaced_words: each.replacedWords,
  replaced_by: each.replacedBy,
  replaced_at: null,
  replaced_by_name: each.replacedByName,
})

/** The newest first. */
export async function samples(trx: Trx): Promise<readonly Sample[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.samples')
    .selectAll()
    .orderBy('drawn_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(sampleOf)
}

export async function sampleById(trx: Trx, id: string): Promise<Sample | null> {
  if (!isUuid(id)) return null
  const row = await trx
    .withTables<Tables>()
    .selectFrom('audits.samples')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : sampleOf(row)
}

const sampleOf = (row: SamplesTable): Sample => ({
  id: row.id,
  title: row.title,
  toolKey: row.tool_key,
  // as: written by `insertSample` and by nothing else.
  method: row.method as Method,
  size: row.size,
  seed: row.seed,
  asOf: parseIsoDay(row.as_of) ?? 0,
  extractId: row.extract_id,
  extracts: row.extracts,
  populationSha256: row.population_sha256,
  populationSize: row.population_size,
  drawnAt: row.drawn_at,
  drawnBy: row.drawn_by,
})

/** The children of a sample by place; held until the transaction ends where one is to be replaced. */
export async function sampledIn(trx: Trx, id: string, held = false): Promise<readonly Sampled[]> {
  const query = trx
    .withTables<Tables>()
    .selectFrom('audits.sampled')
    .selectAll()
    .where('sample_id', '=', id)
    .orderBy('place')
  const rows = await (held ? query.forUpdate() : query).execute()
  return rows.map(row => ({
    place: row.place,
    childRef: row.child_ref,
    team: row.team,
    worker: row.worker,
    plan: row.plan,
    replacedWords: row.replaced_words,
    replacedBy: row.replaced_by,
    replacedByName: row.replaced_by_name,
  }))
}

/** Says that a place is taken over by another child, who comes after all others. */
export async function replaceSampled(
  trx: Trx,
  authority: string,
  sampleId: string,
  { place, words, by }: { readonly place: number; readonly words: string; readonly by: Sampled },
  who: { readonly actorName: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.sampled')
    .values(rowOf(authority, sampleId, by))
    .execute()
  await sql`update audits.sampled
    set replaced_words = ${words}, replaced_by = ${by.place}, replaced_at = ${who.at},
      replaced_by_name = ${who.actorName}
    where sample_id = ${sampleId} and place = ${place}`.execute(trx)
}

/** The audits that were begun from samples: which child of which sample, and how they stand. */
export async function auditsOfSample(trx: Trx, sampleId: string) {
  const { rows } = await sql<{
    id: string
    number: number
    child_ref: string | null
    state: string
  }>`
    select id, number, child_ref, state from audits.audits
    where sample_id = ${sampleId} and reason <> 'blind second' order by number`.execute(trx)
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    childRef: row.child_ref ?? '',
    state: row.state,
  }))
}

/** References of the children whose work was audited since a day, handed in. */
export async function auditedSince(trx: Trx, since: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child_ref: string }>`
    select distinct child_ref from audits.audits
    where child_ref is not null and submitted_at is not null and state <> 'stopped'
      and audited_on >= ${isoDay(since)}`.execute(trx)
  return new Set(rows.map(row => row.child_ref))
}
