import { sql } from 'kysely'
import { type Day, isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Meeting, MeetingState, Mode } from '../meeting.ts'
import { clock, storedDay } from './values.ts'

type MeetingsTable = {
  authority: string
  id: string
  body_id: string
  title: string
  held_on: string
  starts_at: string
  ends_at: string | null
  began_at: string | null
  concluded_at: string | null
  mode: Mode
  venue: string
  map_link: string
  joining_link: string
  state: MeetingState
  state_words: string
  moved_to: string | null
  notice_published_at: Date | null
  agenda_published_at: Date | null
  sequence: number
  imported_from: string | null
  made_at: Date
}
type Tables = { 'meetings.meetings': MeetingsTable }

export async function insertMeeting(
  trx: Trx,
  authority: string,
  meeting: Meeting,
  at: Date,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('meetings.meetings')
    .values({ authority, made_at: at, ...rowOf(meeting) })
    .execute()
}

/** Writes a meeting over what was there. What was there is in the journal. */
export async function updateMeeting(trx: Trx, meeting: Meeting): Promise<void> {
  const { id, ...row } = rowOf(meeting)
  await trx
    .withTables<Tables>()
    .updateTable('meetings.meetings')
    .set(row)
    .where('id', '=', id)
    .execute()
}

/** One meeting, held until the transaction ends where it is to be changed. */
export async function meetingById(trx: Trx, id: string, held = false): Promise<Meeting | null> {
  if (!isUuid(id)) return null
  const query = trx
    .withTables<Tables>()
    .selectFrom('meetings.meetings')
    .selectAll()
    .where('id', '=', id)
  const row = await (held ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : meetingOf(row)
}

export async function meetingsById(trx: Trx, ids: readonly string[]): Promise<readonly Meeting[]> {
  const wanted = ids.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.meetings')
    .selectAll()
    .where('id', 'in', wanted)
    .execute()
  return rows.map(meetingOf)
}

/** Meetings from a day to another, both included, of one body or of all; the earliest first. */
export async function meetingsBetween(
  trx: Trx,
  from: Day,
  to: Day,
  bodyId?: string,
): Promise<readonly Meeting[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.meetings')
    .selectAll()
    .where('held_on', '>=', isoDay(from))
    .where('held_on', '<=', isoDay(to))
    .$if(bodyId !== undefined, query => query.where('body_id', '=', bodyId ?? ''))
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(meetingOf)
}

/** The meetings of one body, the latest first. */
export async function meetingsOfBody(trx: Trx, bodyId: string): Promise<readonly Meeting[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.meetings')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy(sql`held_on desc, starts_at desc, id`)
    .execute()
  return rows.map(meetingOf)
}

function rowOf(meeting: Meeting): Omit<MeetingsTable, 'authority' | 'made_at'> {
  return {
    id: meeting.id,
    body_id: meeting.bodyId,
    title: meeting.title,
    held_on: isoDay(meeting.heldOn),
    starts_at: meeting.startsAt,
    ends_at: meeting.endsAt,
    began_at: meeting.beganAt,
    concluded_at: meeting.concludedAt,
    mode: meeting.mode,
    venue: meeting.venue,
    map_link: meeting.mapLink,
    joining_link: meeting.joiningLink,
    state: meeting.state,
    state_words: meeting.stateWords,
    moved_to: meeting.movedTo,
    notice_published_at: meeting.noticePublishedAt,
    agenda_published_at: meeting.agendaPublishedAt,
    sequence: meeting.sequence,
    imported_from: meeting.importedFrom,
  }
}

function meetingOf(row: MeetingsTable): Meeting {
  return {
    id: row.id,
    bodyId: row.body_id,
    title: row.title,
    heldOn: storedDay(row.held_on),
    startsAt: clock(row.starts_at) ?? '',
    endsAt: clock(row.ends_at),
    beganAt: clock(row.began_at),
    concludedAt: clock(row.concluded_at),
    mode: row.mode,
    venue: row.venue,
    mapLink: row.map_link,
    joiningLink: row.joining_link,
    state: row.state,
    stateWords: row.state_words,
    movedTo: row.moved_to,
    noticePublishedAt: row.notice_published_at,
    agendaPublishedAt: row.agenda_published_at,
    sequence: row.sequence,
    importedFrom: row.imported_from,
  }
}
