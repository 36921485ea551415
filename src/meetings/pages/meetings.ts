import { z } from 'zod'
import { allBodies, type Body } from '#bodies'
import {
  addMonths,
  type Day,
  firstDayOf,
  lastDayOf,
  longMonth,
  monthOf,
  parseIsoMonth,
} from '#calendar'
import { placeOf } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf, waysOpenTo } from '#people'
import { agendaDeadline, usualHabits } from '../dates.ts'
import type { Meeting } from '../meeting.ts'
import { keepMeetings } from '../policy.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { allRecesses, habitsOf, journeysBetween, meetingsBetween } from '../store/index.ts'
import { type Listed, meetingsView, monthView } from './meetings.view.ts'
import { crumbs, CURRENT } from './shown.ts'

/** How far back and ahead the list reaches, in days, unless somebody asks for all that is past. */
const BACK = 400
const AHEAD = 800
const EVER = 40_000
const SHORT = 20

const Query = z.object({
  body: z.union([z.literal(''), z.uuid()]).default(''),
  past: z.string().max(10).default(''),
})

/** `/meetings`: what is coming and what is past; `/meetings/month/2026-11`: one month. */
export function listPages(rooms: MeetingsRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/meetings',
      query: Query,
      handler: async ({ request, query }) => {
        const { council, today } = await placeOf(rooms, request)
        const viewer = viewerOf(request)
        const bodyId = query.body === '' ? undefined : query.body
        const isAll = query.past === 'all'
        return rooms.db.as(council.code, async trx => {
          const bodies = await allBodies(trx)
          const coming = await meetingsBetween(trx, today, today + AHEAD, bodyId)
          const past = (
            await meetingsBetween(trx, isAll ? today - EVER : today - BACK, today - 1, bodyId)
          ).toReversed()
          const listed = (await listedOf(trx, [...coming, ...past], bodies)).values
          const of = (meetings: readonly Meeting[]): readonly Listed[] =>
            meetings.flatMap(({ id }) => listed.get(id) ?? [])
          const body = meetingsView({
            today,
            month: monthOf(today),
            coming: of(coming),
            past: of(isAll ? past : past.slice(0, SHORT)),
            morePast: !isAll && past.length > SHORT,
            bodies,
            bodyId: query.body,
            journeys: await journeysBetween(trx, addMonths(today, -12), today, bodyId),
            ways: waysOpenTo(viewer, rooms.waysFromMeetings ?? []),
            mayKeep: permits(keepMeetings, viewer),
          })
          return show({ title: 'Meetings', current: CURRENT, wide: true, body })
        })
      },
    }),
    monthPage(rooms),
  ]
}

function monthPage(rooms: MeetingsRooms): Route {
  return route({
    method: 'GET',
    url: '/meetings/month/:month',
    params: z.object({ month: z.string().max(7) }),
    query: Query,
    handler: async ({ request, params, query }) => {
      const { council, today } = await placeOf(rooms, request)
      const month = parseIsoMonth(params.month)
      if (month === null || month < 1990 * 12 || month > 2099 * 12) throw notFound()
      const bodyId = query.body === '' ? undefined : query.body
      return rooms.db.as(council.code, async trx => {
        const bodies = await allBodies(trx)
        const meetings = await meetingsBetween(trx, firstDayOf(month), lastDayOf(month), bodyId)
        const recesses = await allRecesses(trx)
        const listed = await listedOf(trx, meetings, bodies)
        const body = monthView({
          month,
          today,
          listed: meetings.flatMap(({ id }) => listed.values.get(id) ?? []),
          recessOn: (day: Day) =>
            recesses.find(each => each.fromOn <= day && day <= each.untilOn)?.title ?? null,
          bodyId: query.body,
        })
        const title = `Meetings in ${longMonth(month)}`
        return show({ title, current: CURRENT, breadcrumbs: crumbs(), wide: true, body })
      })
    },
  })
}

/** Each meeting with its body and by when its agenda is out. */
async function listedOf(
  trx: Trx,
  meetings: readonly Meeting[],
  bodies: readonly Body[],
): Promise<{ readonly values: ReadonlyMap<string, Listed> }> {
  const habits = new Map<string, Awaited<ReturnType<typeof habitsOf>>>()
  const values = new Map<string, Listed>()
  for (const meeting of meetings) {
    const body = bodies.find(({ id }) => id === meeting.bodyId)
    if (body === undefined) continue
    if (!habits.has(body.id)) habits.set(body.id, await habitsOf(trx, body.id))
    const own = habits.get(body.id) ?? usualHabits
    values.set(meeting.id, {
      meeting,
      body,
      agendaDue: agendaDeadline(body, meeting.heldOn, own).due,
    })
  }
  return { values }
}
