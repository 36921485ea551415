import { z } from 'zod'
import { constitutionOn } from '#bodies'
import { dayIn } from '#calendar'
import { type Route, route, show } from '#kit/http/index.ts'
import { permits, waysOpenTo } from '#people'
import { attendanceWords, quorumStatement } from '../attendance-words.ts'
import { datesOf, shortNoticeOf, usualHabits } from '../dates.ts'
import { nameOfMeeting } from '../names.ts'
import { keepMeetings } from '../policy.ts'
import { shortNoticeOfPacks } from '../published.ts'
import { registerOf } from '../register.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { agendaFor } from '../shown-agenda.ts'
import { attendanceOf, changesOf, habitsOf, meetingById, noticesOf } from '../store/index.ts'
import { meetingView } from './meeting.view.ts'
import { crumbs, CURRENT, withMeeting } from './shown.ts'

/** `/meetings/<id>`: its agenda with every paper's pages, who was there, and what follows from its day. */
export function meetingPage(rooms: MeetingsRooms): Route {
  return route({
    method: 'GET',
    url: '/meetings/:id',
    params: z.object({ id: z.uuid() }),
    handler: ({ request, params, csrf }) =>
      withMeeting(rooms, request, params.id, async shown => {
        const { trx, meeting, body, sight, today, viewer } = shown
        const habits = (await habitsOf(trx, body.id)) ?? usualHabits
        const agenda = await agendaFor(trx, meeting, sight)
        const noted = await attendanceOf(trx, meeting.id)
        const published = meeting.agendaPublishedAt
        const view = meetingView({
          meeting,
          body,
          today,
          agenda,
          notices: (await noticesOf(trx, body.id)).filter(({ ended }) => !ended),
          changes: await changesOf(trx, meeting.id),
          movedTo: meeting.movedTo === null ? null : await meetingById(trx, meeting.movedTo),
          dates: datesOf(body, meeting.heldOn, await constitutionOn(trx, meeting.heldOn), {
            habits,
            hasExempt: agenda.entries.some(({ item }) => item.exempt !== null),
          }),
          short: shortNoticeOf(
            body,
            meeting.heldOn,
            published === null ? today : dayIn(published),
            habits,
          ),
          published: shortNoticeOfPacks(agenda.packs),
          attendance: noted.length === 0 ? null : attendanceWords(noted),
          quorum:
            noted.length === 0
              ? null
              : quorumStatement(noted, (await registerOf(trx, meeting, body)).quorum),
          mayKeep: permits(keepMeetings, viewer),
          seesDrafts: sight.drafts,
          ways: waysOpenTo(viewer, rooms.waysFromMeeting ?? []).map(({ text, href }) => ({
            text,
            href: href.replace(':id', meeting.id),
          })),
          csrf: csrf(),
        })
        const title = nameOfMeeting(body, meeting)
        return show({ title, current: CURRENT, breadcrumbs: crumbs(), body: view })
      }),
  })
}
