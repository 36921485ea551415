import { z } from 'zod'
import { placeOf } from '#council'
import { forbidden, notFound, type Route, route, show } from '#kit/http/index.ts'
import { behind, hasRole, type Viewer } from '#people'
import { type Colleague, sharedUntil } from '../looking.ts'
import { seeTeamLooking } from '../policy.ts'
import type { LookingRooms } from '../rooms.ts'
import { lastLooks, type UseCount, useOfTeam } from '../store/index.ts'
import { teamLookingView } from './team.view.ts'
import { notListed } from './words.ts'

export const TeamParams = z.object({
  // No name holds the character that PostgreSQL's text cannot hold.
  team: z
    .string()
    .max(200)
    .regex(/^[^\0]+$/),
})

/** Four weeks. */
const SHOWN_DAYS = 28

/** `/looking/team/<team>`: the team itself sees it today, who leads the service two weeks later. */
export function teamLookingPage(rooms: LookingRooms): Route {
  return behind(
    rooms.guardOf(seeTeamLooking),
    route({
      method: 'GET',
      url: '/looking/team/:team',
      params: TeamParams,
      handler: async ({ request, params: { team } }) => {
        const viewer = rooms.viewerOf(request)
        const place = await placeOf(rooms, request)
        const sees = seenAs(viewer, team)
        if (sees === null) throw forbidden()
        const everybody = await rooms.colleagues(viewer.authority)
        const to = sees === 'outside' ? sharedUntil(place.today) : place.today
        const from = to - SHOWN_DAYS + 1
        const [counts, looked] = await rooms.db.as(viewer.authority, async trx => [
          await useOfTeam(trx, team, from, to),
          await lastLooks(trx),
        ])
        const ofTeam = everybody.filter(each => each.teams.includes(team))
        if (ofTeam.length === 0 && !looked.has(team)) throw notFound()
        const people = withLookers(ofTeam, everybody, counts)
        const shownPeople = {
          manager: people,
          member: people.filter(each => each.id === viewer.id),
          outside: [],
        }[sees]
        return show({
          title: `How ${team} uses Sightline`,
          ...(sees === 'outside' && { breadcrumbs: [{ text: 'Who looks', href: '/looking' }] }),
          body: teamLookingView({ team, from, to, counts, people, shownPeople, sees }),
        })
      },
    }),
  )
}

function seenAs(viewer: Viewer, team: string): 'manager' | 'member' | 'outside' | null {
  if (viewer.teams.includes(team)) return hasRole(viewer, 'team-manager') ? 'manager' : 'member'
  return hasRole(viewer, 'director', 'leadership') ? 'outside' : null
}

/** Somebody who was of the team when they looked, and is not now, still counts as one of its people. */
function withLookers(
  ofTeam: readonly Colleague[],
  everybody: readonly Colleague[],
  counts: readonly UseCount[],
): readonly Colleague[] {
  const ids = new Set(counts.map(each => each.viewer))
  const others = [...ids].filter(id => !ofTeam.some(each => each.id === id))
  return [
    ...ofTeam,
    ...others.map(
      id =>
        everybody.find(each => each.id === id) ?? {
          id,
          name: notListed,
          roles: [],
          teams: [],
        },
    ),
  ]
}
