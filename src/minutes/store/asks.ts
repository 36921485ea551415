import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'

/** Somebody looked at what was found and said why nothing follows from it. */
export interface Dismissal {
  readonly meetingId: string
  readonly paragraphId: string
  readonly words: string
  readonly rule: string
  readonly reason: string
  readonly at: Date
  readonly actorName: string
}

/** Where a figure in a paragraph comes from. */
export interface BoundFigure {
  readonly paragraphId: string
  /** As it is written: '9%'. */
  readonly figure: string
  /** The code of an indicator, or null where the source is another. */
  readonly indicator: string | null
  readonly source: string
  readonly period: string
  readonly at: Date
  readonly actorName: string
}

type DismissalsTable = {
  meeting_id: string
  paragraph_id: string
  words: string
  rule: string
  reason: string
  at: Date
  actor_name: string
  id: number
}
type FiguresTable = {
  authority: string
  paragraph_id: string
  figure: string
  indicator: string | null
  source: string
  period: string
  at: Date
  actor_name: string
}
type Tables = { 'minutes.dismissals': DismissalsTable; 'minutes.figures': FiguresTable }

export async function addDismissal(
  trx: Trx,
  by: { readonly authority: string; readonly actor: string },
  dismissal: Dismissal,
): Promise<void> {
  await sql`insert into minutes.dismissals (authority, meeting_id, paragraph_id, words, rule, reason,
      at, actor, actor_name)
    values (${by.authority}, ${dismissal.meetingId}, ${dismissal.paragraphId}, ${dismissal.words},
      ${dismissal.rule}, ${dismissal.reason}, ${dismissal.at}, ${by.actor},
      ${dismissal.actorName})`.execute(trx)
}

export async function dismissalsOf(
  trx: Trx,
  ...meetingIds: string[]
): Promise<readonly Dismissal[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('minutes.dismissals')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    meetingId: row.meeting_id,
    paragraphId: row.paragraph_id,
    words: row.words,
    rule: row.rule,
    reason: row.reason,
    at: row.at,
    actorName: row.actor_name,
  }))
}

/** Says where a figure comes from; the last word about it holds. */
export async function bindFigure(trx: Trx, authority: string, bound: BoundFigure): Promise<void> {
  const row = {
    indicator: bound.indicator,
    source: bound.source,
    period: bound.period,
    at: bound.at,
    actor_name: bound.actorName,
  }
  await trx
    .withTables<Tables>()
    .insertInto('minutes.figures')
    .values({ authority, paragraph_id: bound.paragraphId, figure: bound.figure, ...row })
    .onConflict(one => one.columns(['authority', 'paragraph_id', 'figure']).doUpdateSet(row))
    .execute()
}

export async function figuresOf(
  trx: Trx,
  paragraphIds: readonly string[],
): Promise<readonly BoundFigure[]> {
  if (paragraphIds.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('minutes.figures')
    .selectAll()
    .where('paragraph_id', 'in', [...paragraphIds])
    .execute()
  return rows.map(row => ({
    paragraphId: row.paragraph_id,
    figure: row.figure,
    indicator: row.indicator,
    source: row.source,
    period: row.period,
    at: row.at,
    actorName: row.actor_name,
  }))
}
