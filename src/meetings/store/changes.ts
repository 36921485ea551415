import { z } from 'zod'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'

export const changeKinds = {
  moved: 'Moved',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  confirmed: 'Confirmed again',
} as const
export type ChangeKind = keyof typeof changeKinds

const Was = z.object({
  heldOn: z.string(),
  startsAt: z.string(),
  venue: z.string(),
  mode: z.string(),
  state: z.string(),
})

/** What a meeting was before it was moved, postponed or cancelled, and why. */
export interface MeetingChange {
  readonly id: string
  readonly meetingId: string
  readonly kind: ChangeKind
  readonly was: z.output<typeof Was>
  readonly reason: string
  readonly changedAt: Date
  readonly changedBy: string
}

type ChangesTable = {
  authority: string
  id: string
  meeting_id: string
  kind: ChangeKind
  was: unknown
  reason: string
  changed_at: Date
  changed_by: string
}
type BindingsTable = { authority: string; pack_id: string; file_sha: string; bound_at: Date }
type Tables = { 'meetings.changes': ChangesTable; 'meetings.bindings': BindingsTable }

export async function insertChange(
  trx: Trx,
  authority: string,
  change: MeetingChange,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.changes')
    .values({
      authority,
      id: change.id,
      meeting_id: change.meetingId,
      kind: change.kind,
      was: JSON.stringify(change.was),
      reason: change.reason,
      changed_at: change.changedAt,
      changed_by: change.changedBy,
    })
    .execute()
}

/** What became of some meetings, the earliest first. */
export async function changesOf(
  trx: Trx,
  ...meetingIds: string[]
): Promise<readonly MeetingChange[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.changes')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('changed_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    meetingId: row.meeting_id,
    kind: row.kind,
    was: Was.parse(row.was),
    reason: row.reason,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }))
}

/** The file in which a pack was bound after it was published; null where nobody has asked for it yet. */
export async function bindingOf(trx: Trx, packId: string): Promise<string | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('meetings.bindings')
    .select('file_sha')
    .where('pack_id', '=', packId)
    .executeTakeFirst()
  return row?.file_sha ?? null
}

/** Keeps in which file a pack was bound; what two bind at once is bound once. */
export async function keepBinding(
  trx: Trx,
  authority: string,
  binding: { readonly packId: string; readonly fileSha: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.bindings')
    .values({
      authority,
      pack_id: binding.packId,
      file_sha: binding.fileSha,
      bound_at: binding.at,
    })
    .onConflict(one => one.columns(['authority', 'pack_id']).doNothing())
    .execute()
}
