import { z } from 'zod'
import { recordDoubtsOf } from '#data-quality'
import { placeOf } from '#findings'
import type { Html } from '#kit/html/html.ts'
import { notFound, type Route, route, seeOther, show } from '#kit/http/index.ts'
import { readingsOf, sliceNames, standardsIn, teamNamesIn } from '#performance'
import type { History } from '#records'
import { actionsOf } from '../actions.ts'
import { caseloadsOf } from '../caseloads.ts'
import { dueBookOf, pressing } from '../due/due-book.ts'
import { seesChildrenIn, seesWorkersIn } from '../policy.ts'
import type { TeamsRooms } from '../rooms.ts'
import { windowOf } from './freshness.ts'
import { teamPath } from './paths.ts'
import { signalsOf } from './team-signals.ts'
import { teamView } from './team.view.ts'

// No name holds the character that PostgreSQL's text cannot hold.
export const PartName = z
  .string()
  .max(200)
  .regex(/^[^\0]+$/)

export const teamsCrumb = { text: 'Teams and localities', href: '/teams' }

/** `/teams/<name>`: what a manager opens every morning. */
export function teamPage(rooms: TeamsRooms): Route {
  return route({
    method: 'GET',
    url: '/teams/:team',
    params: z.object({ team: PartName }),
    handler: async ({ request, params: { team } }) => {
      const place = await placeOf(rooms, request)
      const authority = place.council.code
      const viewer = rooms.viewerOf(request)
      const [found, standards, names, isThere, actions, parts] = await rooms.db.as(
        authority,
        async trx => {
          const made: Html[] = []
          for (const part of rooms.teamParts) {
            const shown = await part(trx, { team, viewer, today: place.today })
            if (shown !== null) made.push(shown)
          }
          return [
            await readingsOf(trx, rooms.definitions, { dimension: 'team', name: team }),
            await standardsIn(trx),
            await teamNamesIn(trx),
            (await sliceNames(trx, 'team')).includes(team),
            await actionsOf(trx, team, viewer, place.today),
            made,
          ]
        },
      )
      const now = names.nameNow(team)
      // What was the page of a team leads to what the team became.
      if (now !== team) return seeOther(teamPath(now))
      if (!isThere) throw notFound()
      const history = await rooms.shelf.history(authority)
      const book = dueBookOf(history, standards)
      const window = windowOf(book.on, place.today)
      const due = pressing(book.ofTeam(team), window.asOf, window.until)
      const caseloads = caseloadsOf(history, team)
      const mayChildren = seesChildrenIn(viewer, team)
      const putRight = await rooms.putRight.ofTeam(authority, team)
      return show({
        title: team,
        current: '/teams',
        breadcrumbs: [teamsCrumb],
        body: teamView({
          team,
          window,
          due,
          unsaid: book.unsaid,
          caseloads,
          ceiling: standards.on('caseload-ceiling', book.on),
          mayWorkers: seesWorkersIn(viewer, team),
          childOf: mayChildren ? linkTo(rooms, authority, history) : null,
          signals: signalsOf(found?.readings ?? []),
          refused: putRight,
          doubts: recordDoubtsOf(history, team, caseloads.children),
          actions,
          parts,
          before: names.before(team),
        }),
      })
    },
  })
}

export interface ChildLink {
  readonly id: string
  readonly href: string
}

/** The name and address of a child by its number in the history. */
export function linkTo(
  { recordOf }: TeamsRooms,
  authority: string,
  history: History,
): (child: number) => ChildLink {
  return child => {
    const id = history.childIds[child] ?? ''
    return { id, href: recordOf(authority, id) }
  }
}
