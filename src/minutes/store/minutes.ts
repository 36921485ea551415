import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Minutes, MinutesState } from '../minutes.ts'
import { dayIn, dayOut } from './values.ts'

type MinutesTable = {
  authority: string
  meeting_id: string
  state: MinutesState
  published_at: Date | null
  published_by: string | null
  agreed_at_meeting: string | null
  agreed_on: string | null
  agreed_words: string
  signed_by: string
  file_sha: string | null
  version: number
  made_at: Date
  made_by: string
}
type Tables = { 'minutes.minutes': MinutesTable }

/** Begins minutes where there are none yet; those there are stay as they are. */
export async function beginMinutes(
  trx: Trx,
  authority: string,
  minutes: Minutes,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('minutes.minutes')
    .values({ authority, made_at: by.at, made_by: by.actor, ...rowOf(minutes) })
    .onConflict(one => one.columns(['authority', 'meeting_id']).doNothing())
    .execute()
}

export async function updateMinutes(trx: Trx, minutes: Minutes): Promise<void> {
  const { meeting_id: id, ...row } = rowOf(minutes)
  await trx
    .withTables<Tables>()
    .updateTable('minutes.minutes')
    .set(row)
    .where('meeting_id', '=', id)
    .execute()
}

/** The minutes of a meeting, held until the transaction ends where they are to be changed. */
export async function minutesOf(
  trx: Trx,
  meetingId: string,
  held = false,
): Promise<Minutes | null> {
  if (!isUuid(meetingId)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('minutes.minutes')
    .selectAll()
    .where('meeting_id', '=', meetingId)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : minutesIn(row)
}

/** Every minute that is kept, in no order. */
export async function allMinutes(trx: Trx): Promise<readonly Minutes[]> {
  const rows = await trx.withTables<Tables>().selectFrom('minutes.minutes').selectAll().execute()
  return rows.map(minutesIn)
}

function rowOf(minutes: Minutes): Omit<MinutesTable, 'authority' | 'made_at' | 'made_by'> {
  return {
    meeting_id: minutes.meetingId,
    state: minutes.state,
    published_at: minutes.publishedAt,
    published_by: minutes.publishedBy,
    agreed_at_meeting: minutes.agreedAtMeeting,
    agreed_on: dayOut(minutes.agreedOn),
    agreed_words: minutes.agreedWords,
    signed_by: minutes.signedBy,
    file_sha: minutes.fileSha,
    version: minutes.version,
  }
}

function minutesIn(row: MinutesTable): Minutes {
  return {
    meetingId: row.meeting_id,
    state: row.state,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    agreedAtMeeting: row.agreed_at_meeting,
    agreedOn: dayIn(row.agreed_on),
    agreedWords: row.agreed_words,
    signedBy: row.signed_by,
    fileSha: row.file_sha,
    version: row.version,
  }
}
