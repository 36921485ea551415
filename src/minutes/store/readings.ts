import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'

/** A document that was brought, until somebody has confirmed what was read in it. */
export interface Reading {
  readonly id: string
  /** The document, one of the files of meetings. */
  readonly fileSha: string
  readonly name: string
  /** What was noticed on the way in, such as macros that were not run. */
  readonly notes: readonly string[]
  readonly broughtAt: Date
  readonly broughtBy: string
  /** The meeting that it became. */
  readonly meetingId: string | null
}

type ReadingsTable = {
  authority: string
  id: string
  file_sha: string
  name: string
  notes: string[]
  brought_at: Date
  brought_by: string
  meeting_id: string | null
  set_aside: boolean
}
type Tables = { 'minutes.readings': ReadingsTable }

export async function insertReading(trx: Trx, authority: string, reading: Reading): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('minutes.readings')
    .values({
      authority,
      id: reading.id,
      file_sha: reading.fileSha,
      name: reading.name,
      notes: [...reading.notes],
      brought_at: reading.broughtAt,
      brought_by: reading.broughtBy,
      meeting_id: reading.meetingId,
      set_aside: false,
    })
    .execute()
}

/** Those that nobody has confirmed or set aside, the newest first. */
export async function waitingReadings(trx: Trx): Promise<readonly Reading[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('minutes.readings')
    .selectAll()
    .where('meeting_id', 'is', null)
    .where('set_aside', '=', false)
    .orderBy('brought_at', 'desc')
    .execute()
  return rows.map(readingIn)
}

export async function readingById(trx: Trx, id: string, held = false): Promise<Reading | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('minutes.readings')
    .selectAll()
    .where('id', '=', id)
    .where('set_aside', '=', false)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : readingIn(row)
}

/** Says which meeting a reading became, or that it is set aside where it became none. */
export async function endReading(trx: Trx, id: string, meetingId: string | null): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('minutes.readings')
    .set(meetingId === null ? { set_aside: true } : { meeting_id: meetingId })
    .where('id', '=', id)
    .execute()
}

const readingIn = (row: ReadingsTable): Reading => ({
  id: row.id,
  fileSha: row.file_sha,
  name: row.name,
  notes: row.notes,
  broughtAt: row.brought_at,
  broughtBy: row.brought_by,
  meetingId: row.meeting_id,
})
