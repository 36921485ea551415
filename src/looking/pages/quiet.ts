import type { FastifyRequest } from 'fastify'
import type { Day } from '#calendar'
import { placeOf } from '#council'
import { type Route, route, show } from '#kit/http/index.ts'
import { behind, hasRole } from '#people'
import { type Nudge, nudgeInWords, nudgesOn, QUIET_DAYS } from '../nudges.ts'
import { seeLooking } from '../policy.ts'
import type { LookingRooms } from '../rooms.ts'
import {
  conversations,
  lastLooks,
  looksSince,
  noteNudge,
  recordedSince,
  shownNudges,
} from '../store/index.ts'
import { quietView } from './quiet.view.ts'

/** `/looking/quiet`: teams that have not looked for two weeks, and what was agreed with them. */
export function quietPage(rooms: LookingRooms): Route {
  return behind(
    rooms.guardOf(seeLooking),
    route({
      method: 'GET',
      url: '/looking/quiet',
      handler: async ({ request }) => {
        const { authority } = rooms.viewerOf(request)
        const place = await placeOf(rooms, request)
        const nudges = await nudgesNow(rooms, authority, place.today)
        const colleagues = await rooms.colleagues(authority)
        const [shown, held] = await rooms.db.as(authority, async trx => [
          await shownNudges(trx),
          await conversations(trx),
        ])
        return show({
          title: 'Teams that have not looked for two weeks',
          current: '/looking',
          breadcrumbs: [{ text: 'Who looks', href: '/looking' }],
          body: quietView({ nudges, shown, conversations: held, colleagues }),
        })
      },
    }),
  )
}

export async function nudgesNow(
  rooms: Pick<LookingRooms, 'db' | 'colleagues'>,
  authority: string,
  today: Day,
): Promise<readonly Nudge[]> {
  const colleagues = await rooms.colleagues(authority)
  const known = await rooms.db.as(authority, async trx => ({
    lastLooks: await lastLooks(trx),
    recordedSince: await recordedSince(trx),
    conversations: await conversations(trx),
  }))
  return nudgesOn(today, { colleagues, ...known })
}

/**
 * The notice for the top of a manager's pages where their team has not looked for two weeks; null for
 * everybody else. That it was shown is written down, the first time.
 */
export async function nudgeFor(
  rooms: Pick<LookingRooms, 'db' | 'colleagues' | 'here' | 'viewerOf' | 'now'>,
  request: FastifyRequest,
): Promise<{ readonly tag: string; readonly text: string } | null> {
  const viewer = rooms.viewerOf(request)
  if (!hasRole(viewer, 'team-manager') || viewer.teams.length === 0) return null
  const place = await rooms.here(request)
  if (place === null) return null
  const from = place.today - QUIET_DAYS + 1
  const looked = await rooms.db.as(viewer.authority, trx => looksSince(trx, viewer.teams, from))
  if (viewer.teams.every(team => looked.has(team))) return null
  const nudges = await nudgesNow(rooms, viewer.authority, place.today)
  const mine = nudges.find(each => viewer.teams.includes(each.team))
  if (mine === undefined) return null
  const { team, since } = mine
  await rooms.db.as(viewer.authority, trx =>
    noteNudge(trx, viewer.authority, { team, viewer: viewer.id, since }, rooms.now()),
  )
  return { tag: 'Your team', text: nudgeInWords(mine) }
}
