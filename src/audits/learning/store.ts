import { isTheme } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Briefing, Exemplar } from './learned.ts'

type ExemplarsTable = {
  authority: string
  id: string
  audit_id: string
  tool_key: string
  standard: string
  standard_title: string
  title: string
  words: string
  written_at: Date
  written_by_id: string
  written_by: string
  approved_at: Date | null
  approved_by_id: string | null
  approved_by: string | null
  withdrawn_at: Date | null
  withdrawn_because: string
}
type BriefingsTable = {
  authority: string
  id: string
  title: string
  themes: string[]
  words: string
  written_at: Date
  written_by_id: string
  written_by: string
  published_at: Date | null
  approved_by_id: string | null
  approved_by: string | null
}
type ReadingsTable = {
  authority: string
  briefing_id: string
  person_id: string
  teams: string[]
  at: Date
}
type Tables = {
  'audits.exemplars': ExemplarsTable
  'audits.briefings': BriefingsTable
  'audits.briefing_readings': ReadingsTable
}
interface By {
  readonly actor: string
  readonly actorName: string
  readonly at: Date
}

export type NewExemplar = Pick<
  Exemplar,
  'id' | 'auditId' | 'toolKey' | 'standard' | 'standardTitle' | 'title' | 'words'
>
export type NewBriefing = Pick<Briefing, 'id' | 'title' | 'themes' | 'words'>

export async function insertExemplar(
  trx: Trx,
  authority: string,
  each: NewExemplar,
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.exemplars')
    .values({
      authority,
      id: each.id,
      audit_id: each.auditId,
      tool_key: each.toolKey,
      standard: each.standard,
      standard_title: each.standardTitle,
      title: each.title,
      words: each.words,
      written_at: by.at,
      written_by_id: by.actor,
      written_by: by.actorName,
      withdrawn_because: '',
    })
    .execute()
}

/** Every exemplar, the newest first. */
export async function exemplars(trx: Trx): Promise<readonly Exemplar[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.exemplars')
    .selectAll()
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(exemplarOf)
}

export async function exemplarById(trx: Trx, id: string, held = false): Promise<Exemplar | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('audits.exemplars')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : exemplarOf(row)
}

export async function approveExemplar(trx: Trx, id: string, by: By): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('audits.exemplars')
    .set({ approved_at: by.at, approved_by_id: by.actor, approved_by: by.actorName })
    .where('id', '=', id)
    .execute()
}

export async function withdrawExemplar(
  trx: Trx,
  id: string,
  because: string,
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('audits.exemplars')
    .set({ withdrawn_at: by.at, withdrawn_because: because })
    .where('id', '=', id)
    .execute()
}

export async function insertBriefing(
  trx: Trx,
  authority: string,
  each: NewBriefing,
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.briefings')
    .values({
      authority,
      id: each.id,
      title: each.title,
      themes: [...each.themes],
      words: each.words,
      written_at: by.at,
      written_by_id: by.actor,
      written_by: by.actorName,
    })
    .execute()
}

/** Every briefing, the newest first. */
export async function briefings(trx: Trx): Promise<readonly Briefing[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.briefings')
    .selectAll()
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(briefingOf)
}

export async function briefingById(trx: Trx, id: string, held = false): Promise<Briefing | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('audits.briefings')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : briefingOf(row)
}

export async function publishBriefing(trx: Trx, id: string, by: By): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('audits.briefings')
    .set({ published_at: by.at, approved_by_id: by.actor, approved_by: by.actorName })
    .where('id', '=', id)
    .execute()
}

/** Writes down that somebody has read it; a second time changes nothing. */
export async function insertReading(
  trx: Trx,
  authority: string,
  briefingId: string,
  reader: { readonly personId: string; readonly teams: readonly string[]; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.briefing_readings')
    .values({
      authority,
      briefing_id: briefingId,
      person_id: reader.personId,
      teams: [...reader.teams],
      at: reader.at,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export interface BriefingReading {
  readonly personId: string
  readonly teams: readonly string[]
}

export async function readingsOfBriefing(
  trx: Trx,
  briefingId: string,
): Promise<readonly BriefingReading[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.briefing_readings')
    .select(['person_id', 'teams'])
    .where('briefing_id', '=', briefingId)
    .execute()
  return rows.map(row => ({ personId: row.person_id, teams: row.teams }))
}

function exemplarOf(row: ExemplarsTable): Exemplar {
  return {
    id: row.id,
    auditId: row.audit_id,
    toolKey: row.tool_key,
    standard: row.standard,
    standardTitle: row.standard_title,
    title: row.title,
    words: row.words,
    writtenAt: row.written_at,
    writtenById: row.written_by_id,
    writtenBy: row.written_by,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    withdrawnAt: row.withdrawn_at,
    withdrawnBecause: row.withdrawn_because,
  }
}

function briefingOf(row: BriefingsTable): Briefing {
  return {
    id: row.id,
    title: row.title,
    themes: row.themes.filter(isTheme),
    words: row.words,
    writtenAt: row.written_at,
    writtenById: row.written_by_id,
    writtenBy: row.written_by,
    publishedAt: row.published_at,
    approvedBy: row.approved_by,
  }
}
