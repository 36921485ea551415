import { sql } from 'kysely'
import { type Day, isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Journeys } from '../journeys.ts'
import type { Attendance } from '../meeting.ts'

type AttendanceTable = {
  authority: string
  id: string
  meeting_id: string
  person_id: string | null
  name: string
  capacity: string
  organisation: string
  seat: Attendance['seat']
  votes: Attendance['votes']
  how: Attendance['how']
  stands_in_for: string
}
type Tables = { 'meetings.attendance': AttendanceTable }

/** Writes down that somebody was there or not; the last word about a person holds. */
export async function putAttendance(
  trx: Trx,
  authority: string,
  attendance: Attendance,
): Promise<void> {
  const { id, ...row } = rowOf(attendance)
  await trx
    .withTables<Tables>()
    .insertInto('meetings.attendance')
    .values({ authority, id, ...row })
    .onConflict(one => one.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
}

export async function deleteAttendance(trx: Trx, id: string): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('meetings.attendance').where('id', '=', id).execute()
}

/** Who was at some meetings and who sent apologies, by name. */
export async function attendanceOf(
  trx: Trx,
  ...meetingIds: string[]
): Promise<readonly Attendance[]> {
  const wanted = meetingIds.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('meetings.attendance')
    .selectAll()
    .where('meeting_id', 'in', wanted)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    meetingId: row.meeting_id,
    personId: row.person_id,
    name: row.name,
    capacity: row.capacity,
    organisation: row.organisation,
    seat: row.seat,
    votes: row.votes,
    how: row.how,
    standsInFor: row.stands_in_for,
  }))
}

/** How often people were at meetings on and between two days, of one body or of all, and online. */
export async function journeysBetween(
  trx: Trx,
  from: Day,
  to: Day,
  bodyId?: string,
): Promise<Journeys> {
  const { rows } = await sql<{ meetings: number; there: number; joined: number }>`
    select count(distinct a.meeting_id)::int as meetings, count(*)::int as there,
      (count(*) filter (where a.how = 'virtual'))::int as joined
    from meetings.attendance a join meetings.meetings m on m.authority = a.authority and m.id = a.meeting_id
    where a.how not in ('apologies', 'absent') and m.state not in ('cancelled', 'postponed')
      and m.held_on between ${isoDay(from)} and ${isoDay(to)}
      and (${bodyId ?? null}::uuid is null or m.body_id = ${bodyId ?? null}::uuid)`.execute(trx)
  return rows[0] ?? { meetings: 0, there: 0, joined: 0 }
}

function rowOf(attendance: Attendance): Omit<AttendanceTable, 'authority'> {
  return {
    id: attendance.id,
    meeting_id: attendance.meetingId,
    person_id: attendance.personId,
    name: attendance.name,
    capacity: attendance.capacity,
    organisation: attendance.organisation,
    seat: attendance.seat,
    votes: attendance.votes,
    how: attendance.how,
    stands_in_for: attendance.standsInFor,
  }
}
