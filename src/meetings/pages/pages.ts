import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { keepMeetings, seeDrafts, seeMeetings } from '../policy.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { agendaPages } from './agenda.ts'
import { arrangePages } from './arrange.ts'
import { attendancePages } from './attendance.ts'
import { bringPages } from './bring.ts'
import { changePages } from './change.ts'
import { meetingPage } from './meeting.ts'
import { listPages } from './meetings.ts'
import { paperPages } from './papers.ts'
import { readPages } from './read.ts'
import { readyPages } from './ready.ts'
import { settingPages } from './settings.ts'

/** Every page of this room with its guard. */
export function meetingsPages(rooms: MeetingsRooms): readonly Route[] {
  const ready = readyPages(rooms)
  return [
    behind(allow(seeMeetings), ...listPages(rooms), meetingPage(rooms), ...readPages(rooms)),
    behind(allow(seeDrafts), ...ready.see),
    behind(
      allow(keepMeetings),
      ...arrangePages(rooms),
      ...changePages(rooms),
      ...agendaPages(rooms),
      ...paperPages(rooms),
      ...bringPages(rooms),
      ...ready.keep,
      ...attendancePages(rooms),
      ...settingPages(rooms),
    ),
  ]
}
