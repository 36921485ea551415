import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import type { Grade, Jargon } from '#practice'
import type { Direction, Dispute, Invited, LanguageNote, Moderation } from '../sides.ts'

type InvitedTable = {
  authority: string
  audit_id: string
  user_id: string
  name: string
  invited_at: Date
  said_at: Date | null
}
type ModerationsTable = {
  authority: string
  id: string
  audit_id: string
  at: Date
  by_id: string
  by_name: string
  grades: unknown
  was_grade: Grade
  grade: Grade
  direction: Direction
  reason: string
}
type DisputesTable = {
  authority: string
  id: string
  audit_id: string
  raised_at: Date
  raised_by: string
  raised_name: string
  raised_as: Dispute['raisedAs']
  words: string
  was_grade: Grade
  decided_at: Date | null
  decided_by: string | null
  decided_name: string | null
  outcome: 'stands' | 'changed' | null
  decided_grade: Grade | null
  decided_words: string
}
type NotesTable = {
  authority: string
  id: string
  audit_id: string
  at: Date
  by_id: string
  by_name: string
  words: string
}
type JargonTable = {
  authority: string
  words: string
  instead: string
  added_at: Date
  added_by: string
}
type Tables = {
  'audits.invited': InvitedTable
  'audits.moderations': ModerationsTable
  'audits.disputes': DisputesTable
  'audits.language_notes': NotesTable
  'audits.jargon': JargonTable
}

export async function insertInvited(
  trx: Trx,
  authority: string,
  invited: Pick<Invited, 'auditId' | 'userId' | 'name' | 'invitedAt'> &
    Partial<Pick<Invited, 'saidAt'>>,
): Promise<void> {
  await sql`insert into audits.invited (authority, audit_id, user_id, name, invited_at, said_at)
    values (${authority}, ${invited.auditId}, ${invited.userId}, ${invited.name},
      ${invited.invitedAt}, ${invited.saidAt ?? null}) on conflict do nothing`.execute(trx)
}

export async function markSaid(trx: Trx, auditId: string, userId: string, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('audits.invited')
    .set({ said_at: at })
    .where('audit_id', '=', auditId)
    .where('user_id', '=', userId)
    .execute()
}

/** Who is asked for their own view; of one audit, of one person, or of all. */
export async function invitedTo(
  trx: Trx,
  which: { readonly auditId?: string; readonly userId?: string } = {},
): Promise<readonly Invited[]> {
  let query = trx.withTables<Tables>().selectFrom('audits.invited').selectAll()
  if (which.auditId !== undefined) query = query.where('audit_id', '=', which.auditId)
  if (which.userId !== undefined) query = query.where('user_id', '=', which.userId)
  const rows = await query.orderBy('invited_at').execute()
  return rows.map(row => ({
    auditId: row.audit_id,
    userId: row.user_id,
    name: row.name,
    invitedAt: row.invited_at,
    saidAt: row.said_at,
  }))
}

export async function insertModeration(
  trx: Trx,
  authority: string,
  moderation: Moderation,
): Promise<void> {
  await sql`insert into audits.moderations
    (authority, id, audit_id, at, by_id, by_name, grades, was_grade, grade, direction, reason)
    values (${authority}, ${moderation.id}, ${moderation.auditId}, ${moderation.at},
      ${moderation.byId}, ${moderation.byName}, ${JSON.stringify(moderation.grades)}::jsonb,
      ${moderation.wasGrade}, ${moderation.grade}, ${moderation.direction},
      ${moderation.reason})`.execute(trx)
}

/** Moderations of one audit or of all, the oldest first. */
export async function moderationsOf(trx: Trx, auditId?: string): Promise<readonly Moderation[]> {
  const query = trx.withTables<Tables>().selectFrom('audits.moderations').selectAll().orderBy('at')
  const rows = await (auditId === undefined
    ? query
    : query.where('audit_id', '=', auditId)
  ).execute()
  return rows.map(row => ({
    id: row.id,
    auditId: row.audit_id,
    at: row.at,
    byId: row.by_id,
    byName: row.by_name,
    // as: written by `insertModeration` and by nothing else.
    grades: row.grades as Moderation['grades'],
    wasGrade: row.was_grade,
    grade: row.grade,
    direction: row.direction,
    reason: row.reason,
  }))
}

export async function insertDispute(
  trx: Trx,
  authority: string,
  dispute: Pick<
    Dispute,
    'id' | 'auditId' | 'raisedAt' | 'raisedBy' | 'raisedName' | 'raisedAs' | 'words' | 'wasGrade'
  >,
): Promise<void> {
  await sql`insert into audits.disputes
    (authority, id, audit_id, raised_at, raised_by, raised_name, raised_as, words, was_grade)
    values (${authority}, ${dispute.id}, ${dispute.auditId}, ${dispute.raisedAt},
      ${dispute.raisedBy}, ${dispute.raisedName}, ${dispute.raisedAs}, ${dispute.words},
      ${dispute.wasGrade})`.execute(trx)
}

export async function decideDispute(trx: Trx, dispute: Dispute): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('audits.disputes')
    .set({
      decided_at: dispute.decidedAt,
      decided_by: dispute.decidedBy,
      decided_name: dispute.decidedName,
      outcome: dispute.outcome,
      decided_grade: dispute.decidedGrade,
      decided_words: dispute.decidedWords,
    })
    .where('id', '=', dispute.id)
    .execute()
}

/** Disputes of one audit or of all, the oldest first. */
export async function disputesOf(trx: Trx, auditId?: string): Promise<readonly Dispute[]> {
  const query = trx
    .withTables<Tables>()
    .selectFrom('audits.disputes')
    .selectAll()
    .orderBy('raised_at')
  const rows = await (auditId === undefined
    ? query
    : query.where('audit_id', '=', auditId)
  ).execute()
  return rows.map(row => ({
    id: row.id,
    auditId: row.audit_id,
    raisedAt: row.raised_at,
    raisedBy: row.raised_by,
    raisedName: row.raised_name,
    raisedAs: row.raised_as,
    words: row.words,
    wasGrade: row.was_grade,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decidedName: row.decided_name,
    outcome: row.outcome,
    decidedGrade: row.decided_grade,
    decidedWords: row.decided_words,
  }))
}

export async function insertNote(trx: Trx, authority: string, note: LanguageNote): Promise<void> {
  await sql`insert into audits.language_notes (authority, id, audit_id, at, by_id, by_name, words)
    values (${authority}, ${note.id}, ${note.auditId}, ${note.at}, ${note.byId}, ${note.byName},
      ${note.words})`.execute(trx)
}

/** What young reviewers said, of one audit or of all, the newest first. */
export async function notesOf(trx: Trx, auditId?: string): Promise<readonly LanguageNote[]> {
  const query = trx
    .withTables<Tables>()
    .selectFrom('audits.language_notes')
    .selectAll()
    .orderBy('at', 'desc')
  const rows = await (auditId === undefined
    ? query
    : query.where('audit_id', '=', auditId)
  ).execute()
  return rows.map(row => ({
    id: row.id,
    auditId: row.audit_id,
    at: row.at,
    byId: row.by_id,
    byName: row.by_name,
    words: row.words,
  }))
}

/** The words that the council has found families do not use. */
export async function ownJargon(trx: Trx): Promise<readonly Jargon[]> {
  return trx
    .withTables<Tables>()
    .selectFrom('audits.jargon')
    .select(['words', 'instead'])
    .orderBy('words')
    .execute()
}

export async function saveJargon(
  trx: Trx,
  authority: string,
  { words, instead }: Jargon,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await sql`insert into audits.jargon (authority, words, instead, added_at, added_by)
    values (${authority}, ${words}, ${instead}, ${by.at}, ${by.actor})
    on conflict (authority, words) do update
    set instead = excluded.instead, added_at = excluded.added_at,
      added_by = excluded.added_by`.execute(trx)
}

export async function removeJargon(trx: Trx, words: string): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('audits.jargon').where('words', '=', words).execute()
}
