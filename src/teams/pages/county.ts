import { z } from 'zod'
import { placeOf } from '#findings'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits } from '#people'
import { readingsOf, sliceNames, standardsIn, teamNamesIn } from '#performance'
import { type History, teams as teamsList } from '#records'
import { caseloadsOf } from '../caseloads.ts'
import { dueBookOf, type DueBook, pressing } from '../due/due-book.ts'
import { nameTeams } from '../policy.ts'
import type { TeamsRooms } from '../rooms.ts'
import { countyView, localityView, type TeamLine } from './county.view.ts'
import { type Window, windowOf } from './freshness.ts'
import { PartName, teamsCrumb } from './team.ts'
import { signalsOf } from './team-signals.ts'

/** `/teams`: every team of the county with what is due, and the localities. */
export function countyPage(rooms: TeamsRooms): Route {
  return route({
    method: 'GET',
    url: '/teams',
    handler: async ({ request }) => {
      const place = await placeOf(rooms, request)
      const authority = place.council.code
      const [localities, teams, standards, names] = await rooms.db.as(authority, async trx => [
        await sliceNames(trx, 'locality'),
        await sliceNames(trx, 'team'),
        await standardsIn(trx),
        await teamNamesIn(trx),
      ])
      const history = await rooms.shelf.history(authority)
      const book = dueBookOf(history, standards)
      const window = windowOf(book.on, place.today)
      const viewer = rooms.viewerOf(request)
      return show({
        title: teamsCrumb.text,
        current: '/teams',
        body: countyView({
          localities,
          lines: linesOf(history, book, window, teams),
          own: viewer.teams,
          window,
          renames: names.renames,
          mayName: permits(nameTeams, viewer),
        }),
      })
    },
  })
}

/** `/localities/<name>`: the teams of a locality with what is due, and what has changed there. */
export function localityPage(rooms: TeamsRooms): Route {
  return route({
    method: 'GET',
    url: '/localities/:locality',
    params: z.object({ locality: PartName }),
    handler: async ({ request, params: { locality } }) => {
      const place = await placeOf(rooms, request)
      const authority = place.council.code
      const [found, standards, all] = await rooms.db.as(authority, async trx => [
        await readingsOf(trx, rooms.definitions, { dimension: 'locality', name: locality }),
        await standardsIn(trx),
        await sliceNames(trx, 'locality'),
      ])
      if (!all.includes(locality)) throw notFound()
      const history = await rooms.shelf.history(authority)
      const book = dueBookOf(history, standards)
      const window = windowOf(book.on, place.today)
      const teams = teamsIn(history, locality)
      return show({
        title: locality,
        current: '/teams',
        breadcrumbs: [teamsCrumb],
        body: localityView({
          locality,
          window,
          lines: linesOf(history, book, window, teams),
          signals: signalsOf(found?.readings ?? []),
        }),
      })
    },
  })
}

function linesOf(
  history: History,
  book: DueBook,
  window: Window,
  teams: readonly string[],
): readonly TeamLine[] {
  const locality = localitiesOf(history)
  return teams.map(team => {
    const { overdue, soon } = pressing(book.ofTeam(team), window.asOf, window.until)
    return {
      team,
      locality: locality.get(team) ?? '',
      children: caseloadsOf(history, team).children.length,
      overdue: overdue.length,
      soon: soon.length,
    }
  })
}

/** The locality of each team by the team’s name. */
function localitiesOf(history: History): ReadonlyMap<string, string> {
  const table = history.tables.get(teamsList.name)
  const word = (column: string, row: number): string => {
    const found = table?.columns[column]
    return found?.kind === 'code' ? (found.words[found.values[row] ?? 0] ?? '') : ''
  }
  return new Map(
    Array.from({ length: table?.length ?? 0 }, (_, row) => [
      word('name', row) || word('team', row),
      word('locality', row),
    ]),
  )
}

function teamsIn(history: History, locality: string): readonly string[] {
  return [...localitiesOf(history)].filter(([, own]) => own === locality).map(([team]) => team)
}
