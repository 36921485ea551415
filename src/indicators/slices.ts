import type { Day } from '#calendar'
import type { History, List } from '#records'
import { notRecorded, profileCount, profiler, profileSlices } from './profiles.ts'
import { homeFinder, homeCount, homeSlices, slicesOfHome } from './homes.ts'
import { teamFinder, teamsOf } from './teams.ts'

/** The ways a figure is broken down. `county` is the whole. */
export const dimensions = [
  'county',
  'locality',
  'team',
  'age',
  'sex',
  'ethnicity',
  'disability',
  'placement',
  'provider',
] as const
export type Dimension = (typeof dimensions)[number]
/** Of children in care alone, and only of the indicators that say so. */
export type HomeDimension = 'placement' | 'provider'

export function isHomeDimension(dimension: Dimension): dimension is HomeDimension {
  return dimension === 'placement' || dimension === 'provider'
}

/** One part of a breakdown: 'team' and that team's name, or 'county' and ''. */
export interface Slice {
  readonly dimension: Dimension
  readonly name: string
}

export const wholeCounty: Slice = { dimension: 'county', name: '' }
export { notRecorded } from './profiles.ts'

/**
 * Puts rows into slices. A row has one profile (age, sex, ethnic group and disability together) and
 * at most one team, so counting it is two additions; what each profile and team counts in is added
 * up at the end.
 */
export interface Slicer {
  readonly slices: readonly Slice[]
  /** For each profile, the places in `slices` that it counts in: the county first. */
  readonly ofProfile: readonly (readonly number[])[]
  /** For each team, the places in `slices` that it counts in: the team and its locality. */
  readonly ofTeam: readonly (readonly number[])[]
  /** For each kind of home, the places in `slices` that it counts in: placement and provider. */
  readonly ofHome: readonly (readonly number[])[]
  over(list: List): {
    profileOf(child: number, day: Day): number
    /** -1 where no list says anything of teams. */
    teamOf(row: number, child: number, day: Day): number
    /** Where the child lived on the day, for the indicators that are also counted by that. */
    homeOf(child: number, day: Day): number
  }
}

const slicers = new WeakMap<History, Slicer>()

/** Worked out once for a history, because every page of children asks for it. */
export function slicerOf(history: History): Slicer {
  const known = slicers.get(history) ?? slicerFor(history)
  slicers.set(history, known)
  return known
}

function slicerFor(history: History): Slicer {
  const teams = teamsOf(history)
  const slices: Slice[] = [wholeCounty, ...profileSlices]
  const firstTeam = slices.length
  slices.push(...teams.names.map(name => ({ dimension: 'team' as const, name })))
  const firstLocality = slices.length
  slices.push(...teams.localities.map(name => ({ dimension: 'locality' as const, name })))
  const firstHome = slices.length
  slices.push(...homeSlices)
  const profiles = profiler(history)
  // Most histories are asked for homes and some lists never are: worked out when first asked.
  let home: ReturnType<typeof homeFinder> | null = null
  const homeOf = (child: number, day: Day): number => (home ??= homeFinder(history))(child, day)
  return {
    slices,
    ofProfile: Array.from({ length: profileCount }, (_, profile) => [
      0,
      ...profiles.slicesOf(profile).map(place => place + 1),
    ]),
    ofTeam: teams.names.map((_, team) => {
      const locality = teams.localityOf[team] ?? -1
      return locality < 0 ? [firstTeam + team] : [firstTeam + team, firstLocality + locality]
    }),
    ofHome: Array.from({ length: homeCount }, (_, place) =>
      slicesOfHome(place).map(each => firstHome + each),
    ),
    over: list => ({
      homeOf,
      // Rows about workers and adopters have no child to have an age or a sex.
      profileOf: list.about === 'child' ? profiles.profileOf : () => profiles.nobody,
      teamOf: teamFinder(history, list, teams),
    }),
  }
}

/** The parts of a breakdown that is the same in every county: ages, sexes; none of teams. */
export function partsEverywhere(dimension: Dimension): readonly string[] {
  return [...profileSlices, ...homeSlices]
    .filter(each => each.dimension === dimension)
    .map(({ name }) => name)
}

/**
 * Where a slice stands in its breakdown: ages from the youngest, the rest as they are listed, teams
 * and localities by name (all 0, so that a stable sort keeps them), and 'Not recorded' last.
 */
export function placeOf({ name }: Slice): number {
  if (name === notRecorded) return Number.MAX_SAFE_INTEGER
  return Math.max(
    0,
    [...profileSlices, ...homeSlices].findIndex(slice => slice.name === name),
  )
}
