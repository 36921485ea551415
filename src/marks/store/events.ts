import type { Trx } from '#kit/db/index.ts'
import type { MarkEvent } from '../mark.ts'
import type { Tables } from './rows.ts'

export async function addMarkEvent(
  trx: Trx,
  authority: string,
  actor: string,
  event: MarkEvent,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('marks.events')
    .values({
      authority,
      mark_kind: event.kind,
      mark_id: event.markId,
      at: event.at,
      actor,
      actor_name: event.actorName,
      action: event.action,
      words: event.words,
      before: event.before,
    })
    .execute()
}

/** What was done with a mark, newest first. */
export async function eventsOf(trx: Trx, markId: string): Promise<readonly MarkEvent[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('marks.events')
    .selectAll()
    .where('mark_id', '=', markId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    kind: row.mark_kind,
    markId: row.mark_id,
    at: row.at,
    actorName: row.actor_name,
    action: row.action,
    words: row.words,
    before: row.before,
  }))
}
