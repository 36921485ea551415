import type { Day } from '#calendar'
import type { Role } from '#people'
import { type Colleague, type Kind, kindOf, LONGEST_SECONDS, type View } from './looking.ts'
import type { Conversation } from './store/index.ts'

/** A team of the demonstration, and how well it does: from 0 to 1, null where no figure says. */
export interface DemoTeam {
  readonly name: string
  readonly does: number | null
}

export interface DemoLooking {
  readonly colleagues: readonly Colleague[]
  readonly views: readonly (View & { readonly seconds: number | null })[]
  readonly conversations: readonly Conversation[]
}

/** The people of the demonstration's teams: they have a role and a number, and no name. */
export function demoColleagues(teams: readonly string[]): readonly Colleague[] {
  return teams.flatMap(team =>
    Array.from({ length: 4 + (team.length % 4) }, (_, nth) => ({
      id: demoId(team, nth),
      name: nth === 0 ? `Manager of ${team}` : `Practitioner ${nth} of ${team}`,
      roles: [nth === 0 ? 'team-manager' : 'practitioner'] as const,
      teams: [team],
    })),
  )
}

/** Who spoke with a manager of the demonstration. */
export const demoDirector: Colleague = {
  id: 'demo:director',
  name: 'The director',
  roles: ['director'],
  teams: [],
}

// By its team's name, so that people stay who they are whichever teams are asked for.
function demoId(team: string, nth: number): string {
  return `demo:${team}:${nth}`
}

const routes: readonly (readonly [string, number])[] = [
  ['/', 5],
  ['/teams/:name', 6],
  ['/indicators/:code', 5],
  ['/indicators/:code/children/:month', 3],
  ['/children/:ref', 2],
  ['/indicators', 2],
  ['/data', 1],
]

/**
 * What the people of a county that does not exist have looked at over so many days: weekdays, a few
 * sittings a week, more in teams that do well (weakly: much is chance), and three teams of which
 * nobody has looked lately. The same seed gives the same.
 */
export function demoLooking(
  seed: number,
  teams: readonly DemoTeam[],
  today: Day,
  days = 180,
): DemoLooking {
  const next = chance(seed)
  const colleagues = demoColleagues(teams.map(team => team.name))
  const views: (View & { readonly seconds: number | null })[] = []
  const quiet = quietTeams(teams)
  for (const [place, team] of teams.entries()) {
    const eager = 0.15 + 0.35 * next() + 0.35 * (team.does ?? 0.5)
    const members = colleagues.filter(each => each.teams.includes(team.name))
    const until = quiet.has(place) ? today - 16 - place : today
    for (const [nth, person] of members.entries()) {
      const often = eager * (nth === 0 ? 0.8 : 0.25 + 0.3 * next())
      for (let day = today - days; day < until; day++) {
        // Day 0, 1 January 1970, was a Thursday.
        const isWeekend = [2, 3].includes(((day % 7) + 7) % 7)
        if (isWeekend || next() >= often) continue
        views.push(...sitting(person, day, next))
      }
    }
  }
  return { colleagues, views, conversations: demoConversations(teams, quiet, today) }
}

function sitting(person: Colleague, day: Day, next: () => number) {
  const pages = 1 + Math.floor(next() * 5)
  const views: (View & { readonly seconds: number | null })[] = []
  let at = day * 86_400_000 + (8 + Math.floor(next() * 9)) * 3_600_000 + next() * 3_600_000
  for (let page = 0; page < pages; page++) {
    const seconds = Math.round(15 + next() * next() * 400)
    const route = pick(next)
    const kind: Kind = kindOf(route)
    views.push({
      viewer: person.id,
      role: mainRoleOf(person),
      teams: person.teams,
      at: new Date(at),
      route,
      kind,
      seconds: page === pages - 1 ? null : Math.min(seconds, LONGEST_SECONDS),
    })
    at += seconds * 1000
  }
  return views
}

function mainRoleOf({ roles }: Colleague): Role {
  return roles[0] ?? 'practitioner'
}

function pick(next: () => number): string {
  let toss = next() * routes.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [route, weight] of routes) {
    toss -= weight
    if (toss < 0) return route
  }
  return '/'
}

/** The three teams that do least well look least: of each kind of reason there is one to talk about. */
function quietTeams(teams: readonly DemoTeam[]): ReadonlySet<number> {
  const known = teams.flatMap(({ does }, place) => (does === null ? [] : [{ does, place }]))
  const least = known.toSorted((a, b) => a.does - b.does).slice(0, Math.min(3, known.length - 1))
  return new Set(least.map(each => each.place))
}

function demoConversations(
  teams: readonly DemoTeam[],
  quiet: ReadonlySet<number>,
  today: Day,
): readonly Conversation[] {
  const [place] = quiet
  const team = teams[place ?? -1]
  if (team === undefined) return []
  const heldOn = today - 3
  return [
    {
      team: team.name,
      heldOn,
      with: demoId(team.name, 0),
      agreed:
        'Two of five posts are vacant and the manager holds children herself. We agreed that the performance analyst comes to the team meeting each fortnight and brings the page, until the posts are filled.',
      recordedBy: demoDirector.id,
      recordedAt: new Date(heldOn * 86_400_000 + 15 * 3_600_000),
    },
  ]
}

/** Chance from a seed: Tommy Ettinger’s mulberry32 (public domain). */
function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
