import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

/** A conversation about looking, between who leads the service and who manages a team. */
export interface Conversation {
  readonly team: string
  readonly heldOn: Day
  /** The colleague it was held with; '' for the whole team. */
  readonly with: string
  readonly agreed: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

export async function insertConversations(
  trx: Trx,
  authority: string,
  conversations: readonly Conversation[],
): Promise<void> {
  if (conversations.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('looking.conversations')
    .values(
      conversations.map(each => ({
        authority,
        team: each.team,
        held_on: isoDay(each.heldOn),
        with_viewer: each.with,
        agreed: each.agreed,
        recorded_by: each.recordedBy,
        recorded_at: each.recordedAt,
      })),
    )
    .execute()
}

/** The newest first. */
export async function conversations(trx: Trx): Promise<readonly Conversation[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('looking.conversations')
    .selectAll()
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    team: row.team,
    heldOn: parseIsoDay(row.held_on) ?? 0,
    with: row.with_viewer,
    agreed: row.agreed,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }))
}

/** That a manager was shown a nudge; only the first time counts. */
export async function noteNudge(
  trx: Trx,
  authority: string,
  nudge: { readonly team: string; readonly viewer: string; readonly since: Day },
  at: Date,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('looking.nudges')
    .values({
      authority,
      team: nudge.team,
      viewer: nudge.viewer,
      since: isoDay(nudge.since),
      shown_at: at,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export interface ShownNudge {
  readonly team: string
  readonly viewer: string
  readonly since: Day
  readonly shownAt: Date
}

export async function shownNudges(trx: Trx): Promise<readonly ShownNudge[]> {
  const rows = await trx.withTables<Tables>().selectFrom('looking.nudges').selectAll().execute()
  return rows.map(row => ({
    team: row.team,
    viewer: row.viewer,
    since: parseIsoDay(row.since) ?? 0,
    shownAt: row.shown_at,
  }))
}
