import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
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
