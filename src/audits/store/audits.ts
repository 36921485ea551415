import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Answers, Grade, Safety } from '#practice'
import type { Audit, AuditReason, AuditState, NewAudit, Voice } from '../audit.ts'
import { type FormText, textOf } from '../form-text.ts'

type AuditsTable = {
  authority: string
  id: string
  number: number
  tool_key: string
  tool_version: number
  child_ref: string | null
  foreign_key: string | null
  team: string
  worker: string
  auditor_id: string
  auditor_name: string
  reason: AuditReason
  of_audit: string | null
  sample_id: string | null
  begun_at: Date
  due_on: string | null
  submitted_at: Date | null
  audited_on: string
  state: AuditState
  answers: unknown
  version: number
  safe: Safety | null
  derived_grade: Grade | null
  grade: Grade | null
  override_words: string
  own_grade: Grade | null
  own_words: string
  voices: unknown
  learning: string
  moderated_grade: Grade | null
  young_words: string
}
type ReadRow = AuditsTable & { readonly provisional: boolean }
type SavesTable = {
  authority: string
  id: number
  audit_id: string
  version: number
  at: Date
  actor: string
  actor_name: string
  answers: unknown
}
type Tables = { 'audits.audits': AuditsTable; 'audits.saves': SavesTable }

/**
 * Handed in while there was a vignette for its tool, by somebody who had passed none, and not judged by
 * anybody else since. Brought-in audits were done elsewhere, and a blind second counts in no figure.
 */
const provisional = sql<boolean>`(
  audits.audits.submitted_at is not null
  and audits.audits.state not in ('begun', 'stopped')
  and audits.audits.moderated_grade is null
  and audits.audits.reason not in ('imported', 'blind second')
  and exists (select 1 from audits.vignettes as posed
    where posed.tool_key = audits.audits.tool_key and posed.made_at <= audits.audits.submitted_at
      and (posed.retired_at is null or posed.retired_at > audits.audits.submitted_at))
  and not exists (select 1 from audits.vignette_gradings as grading
    join audits.vignettes as passed
      on passed.authority = grading.authority and passed.id = grading.vignette_id
    where grading.person_id = audits.audits.auditor_id and grading.passed
      and grading.at <= audits.audits.submitted_at
      and passed.tool_key = audits.audits.tool_key))`.as('provisional')

/** Writes an audit down and gives it the next number. */
export async function insertAudit(trx: Trx, authority: string, given: NewAudit): Promise<number> {
  const [number = 0] = await insertAudits(trx, authority, [given])
  return number
}

/** Writes audits down, in their order, and gives them the next numbers. */
export async function insertAudits(
  trx: Trx,
  authority: string,
  given: readonly NewAudit[],
): Promise<readonly number[]> {
  if (given.length === 0) return []
  await sql`select pg_advisory_xact_lock(
    hashtext('audits.number'), hashtext(current_setting('sightline.authority')))`.execute(trx)
  const db = trx.withTables<Tables>()
  const last = await db
    .selectFrom('audits.audits')
    .select(each => each.fn.max('number').as('number'))
    .executeTakeFirst()
  const all = given.map((each, nth) => ({
    moderatedGrade: null,
    youngWords: '',
    ...each,
    number: (last?.number ?? 0) + 1 + nth,
  }))
  await db
    .insertInto('audits.audits')
    .values(all.map(each => ({ authority, ...rowOf(each) })))
    .execute()
  return all.map(({ number }) => number)
}

/** Writes an audit over what was there, one version on; what was there is in its saves. Gives it as it now is. */
export async function updateAudit(trx: Trx, audit: Audit): Promise<Audit> {
  const { id, ...row } = rowOf(audit)
  await trx
    .withTables<Tables>()
    .updateTable('audits.audits')
    .set({ ...row, version: audit.version + 1 })
    .where('id', '=', id)
    .execute()
  // Whether it waits for moderation follows from what was written: it is read again.
  return (await auditById(trx, id)) ?? { ...audit, version: audit.version + 1 }
}

/** One audit, held until the transaction ends where it is to be changed. */
export async function auditById(trx: Trx, id: string, held = false): Promise<Audit | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('audits.audits')
    .selectAll()
    .select(provisional)
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : auditOf(row)
}

/** Every audit from a day to another, both included, the newest first. */
export async function auditsBetween(trx: Trx, from: Day, to: Day): Promise<readonly Audit[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.audits')
    .selectAll()
    .select(provisional)
    .where('audited_on', '>=', isoDay(from))
    .where('audited_on', '<=', isoDay(to))
    .orderBy('audited_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(auditOf)
}

/** Every audit of the council, the newest first. */
export async function allAudits(trx: Trx): Promise<readonly Audit[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.audits')
    .selectAll()
    .select(provisional)
    .orderBy('audited_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(auditOf)
}

/** Those that are begun and not handed in. */
export async function auditsBegun(trx: Trx): Promise<readonly Audit[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.audits')
    .selectAll()
    .select(provisional)
    .where('state', '=', 'begun')
    .orderBy('number')
    .execute()
  return rows.map(auditOf)
}

/** The second gradings that somebody has begun blind and not handed in. */
export async function secondsBegunBy(
  trx: Trx,
  auditorId: string,
): Promise<readonly Pick<Audit, 'reason' | 'ofAudit' | 'auditorId' | 'state'>[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.audits')
    .select('of_audit')
    .where('reason', '=', 'blind second')
    .where('state', '=', 'begun')
    .where('auditor_id', '=', auditorId)
    .execute()
  return rows.map(row => ({
    reason: 'blind second',
    ofAudit: row.of_audit,
    auditorId,
    state: 'begun',
  }))
}

/** Keeps an audit as it stands at its version, whoever saved it. */
export async function addSave(
  trx: Trx,
  authority: string,
  audit: Omit<Audit, 'provisional'>,
  by: { readonly actor: string; readonly actorName: string; readonly at: Date },
): Promise<void> {
  await sql`insert into audits.saves
    (authority, audit_id, version, at, actor, actor_name, answers)
    values (${authority}, ${audit.id}, ${audit.version}, ${by.at}, ${by.actor}, ${by.actorName},
      ${JSON.stringify(textOf(audit))}::jsonb)`.execute(trx)
}

/** What was saved at one version, and by whom. */
export interface Save {
  readonly version: number
  readonly at: Date
  readonly actorName: string
  readonly text: FormText
}

/** Every save of an audit, the oldest first. */
export async function savesOf(trx: Trx, auditId: string): Promise<readonly Save[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.saves')
    .select(['version', 'at', 'actor_name', 'answers'])
    .where('audit_id', '=', auditId)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    version: row.version,
    at: row.at,
    actorName: row.actor_name,
    // as: written by `addSave` and by nothing else.
    text: row.answers as FormText,
  }))
}

/** The audits with some identifiers, as a map. */
export async function auditsById(
  trx: Trx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Audit>> {
  const known = [...new Set(ids)].filter(isUuid)
  if (known.length === 0) return new Map()
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.audits')
    .selectAll()
    .select(provisional)
    .where('id', 'in', known)
    .execute()
  return new Map(rows.map(row => [row.id, auditOf(row)]))
}

function rowOf(audit: Omit<Audit, 'provisional'>): Omit<AuditsTable, 'authority'> {
  return {
    id: audit.id,
    number: audit.number,
    tool_key: audit.toolKey,
    tool_version: audit.toolVersion,
    child_ref: audit.childRef,
    foreign_key: audit.foreignKey,
    team: audit.team,
    worker: audit.worker,
    auditor_id: audit.auditorId,
    auditor_name: audit.auditorName,
    reason: audit.reason,
    of_audit: audit.ofAudit,
    sample_id: audit.sampleId,
    begun_at: audit.begunAt,
    due_on: audit.dueOn === null ? null : isoDay(audit.dueOn),
    submitted_at: audit.submittedAt,
    audited_on: isoDay(audit.auditedOn),
    state: audit.state,
    answers: JSON.stringify(audit.answers),
    version: audit.version,
    safe: audit.safe,
    derived_grade: audit.derivedGrade,
    grade: audit.grade,
    override_words: audit.overrideWords,
    own_grade: audit.ownGrade,
    own_words: audit.ownWords,
    voices: JSON.stringify(audit.voices),
    learning: audit.learning,
    moderated_grade: audit.moderatedGrade,
    young_words: audit.youngWords,
  }
}

function auditOf(row: ReadRow): Audit {
  return {
    id: row.id,
    number: row.number,
    toolKey: row.tool_key,
    toolVersion: row.tool_version,
    childRef: row.child_ref,
    foreignKey: row.foreign_key,
    team: row.team,
    worker: row.worker,
    auditorId: row.auditor_id,
    auditorName: row.auditor_name,
    reason: row.reason,
    ofAudit: row.of_audit,
    sampleId: row.sample_id,
    begunAt: row.begun_at,
    dueOn: row.due_on === null ? null : parseIsoDay(row.due_on),
    submittedAt: row.submitted_at,
    auditedOn: parseIsoDay(row.audited_on) ?? 0,
    state: row.state,
    // as: written by `insertAudit` and `updateAudit` and by nothing else.
    answers: row.answers as Answers,
    version: row.version,
    safe: row.safe,
    derivedGrade: row.derived_grade,
    grade: row.grade,
    overrideWords: row.override_words,
    ownGrade: row.own_grade,
    ownWords: row.own_words,
    // as: written by `insertAudit` and `updateAudit` and by nothing else.
    voices: row.voices as readonly Voice[],
    learning: row.learning,
    moderatedGrade: row.moderated_grade,
    youngWords: row.young_words,
    provisional: row.provisional,
  }
}
