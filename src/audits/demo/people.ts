import { demoColleagues } from '#looking'
import type { Random } from '#practice'
import { pick, type Post } from './story.ts'

/** Those who work in the teams of the demonstration, by their posts. */
export interface People {
  readonly everybody: readonly (Post & { readonly teams: readonly string[] })[]
  readonly managerOf: (team: string) => Post
  readonly practitionerOf: (team: string, random: Random) => Post
}

/** A team that the records do not know has people of whom nothing else is told. */
export function peopleOf(teams: readonly string[]): People {
  const everybody = demoColleagues(teams)
  const byTeam = Map.groupBy(everybody, each => each.teams[0] ?? '')
  const id = (team: string): string => team.toLowerCase().replaceAll(' ', '-')
  return {
    everybody,
    managerOf: team =>
      byTeam.get(team)?.find(each => each.roles.includes('team-manager')) ?? {
        id: `demo-manager-${id(team)}`,
        name: `Manager of ${team}`,
      },
    practitionerOf: (team, random) => {
      const own = byTeam.get(team)?.filter(each => each.roles.includes('practitioner')) ?? []
      return own.length > 0
        ? pick(own, random)
        : { id: `demo-practitioner-${id(team)}`, name: `Practitioner of ${team}` }
    },
  }
}
