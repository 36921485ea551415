import type { Day } from '#calendar'
import { type Correlation, rankCorrelation, ranks } from './correlation.ts'
import type { Colleague } from './looking.ts'
import type { TeamUse } from './store/index.ts'

/** How a team uses Sightline, beside how it does. */
export interface TeamPoint {
  readonly team: string
  /** Pages for each person and week. */
  readonly use: number
  readonly pages: number
  readonly people: number
  /** The team's figure in the newest three months, or how far it moved; null where there is none. */
  readonly performance: number | null
}

export interface UseAndPerformance {
  readonly from: Day
  /** The last day that is shown. */
  readonly to: Day
  readonly points: readonly TeamPoint[]
  /** Null where too few teams have both. */
  readonly correlation: Correlation | null
}

/** Twelve weeks. */
export const USE_DAYS = 84

/**
 * Joins the use of teams with their figures. A team's people are those who are recorded as its own;
 * where more than that have looked, as many as have.
 */
export function useAndPerformance(
  { from, to }: { readonly from: Day; readonly to: Day },
  uses: readonly TeamUse[],
  colleagues: readonly Colleague[],
  performance: ReadonlyMap<string, number>,
): UseAndPerformance {
  const weeks = (to - from + 1) / 7
  const used = new Map(uses.map(use => [use.team, use]))
  const staff = peopleByTeam(colleagues)
  const names = new Set([...used.keys(), ...staff.keys()])
  const points = [...names].sort().map((team): TeamPoint => {
    const { views = 0, people: lookers = 0 } = used.get(team) ?? {}
    const people = Math.max(lookers, staff.get(team) ?? 0)
    return {
      team,
      use: people === 0 ? 0 : views / people / weeks,
      pages: views,
      people,
      performance: performance.get(team) ?? null,
    }
  })
  const pairs = points.flatMap(({ use, performance: figure }) =>
    figure === null ? [] : [{ x: use, y: figure }],
  )
  return { from, to, points, correlation: rankCorrelation(pairs) }
}

function peopleByTeam(colleagues: readonly Colleague[]): ReadonlyMap<string, number> {
  const people = new Map<string, number>()
  for (const { teams } of colleagues) {
    for (const team of teams) people.set(team, (people.get(team) ?? 0) + 1)
  }
  return people
}

/** One month of a team's figure. */
export interface MonthFigure {
  readonly numerator: number | null
  readonly denominator: number | null
}

/**
 * A percentage over the newest three months that have a figure, all their children together; null
 * where they are fewer than five, because one child would then move it by more than the teams differ.
 */
export function levelOf(months: readonly MonthFigure[]): number | null {
  return shareOf(months.slice(-3))
}

/** How many percentage points the newest three months stand above the same months a year before. */
export function improvementOf(months: readonly MonthFigure[]): number | null {
  const now = shareOf(months.slice(-3))
  const before = shareOf(months.slice(-15, -12))
  return now === null || before === null ? null : now - before
}

const FEWEST = 5

function shareOf(months: readonly MonthFigure[]): number | null {
  let numerator = 0
  let denominator = 0
  for (const month of months) {
    if (month.numerator === null || month.denominator === null) continue
    numerator += month.numerator
    denominator += month.denominator
  }
  return denominator < FEWEST ? null : (100 * numerator) / denominator
}

/**
 * Where each team stands among the teams that have the same figure, from 0 for the last to 1 for the
 * first, on average over its figures. Kinds of team have different figures, so that no single one
 * compares them all.
 */
export function standing(
  figures: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const places = new Map<string, number[]>()
  for (const ofTeams of figures.values()) {
    const teams = [...ofTeams.keys()]
    const ranked = ranks([...ofTeams.values()])
    for (const [place, team] of teams.entries()) {
      const share = teams.length < 2 ? 0.5 : ((ranked[place] ?? 1) - 1) / (teams.length - 1)
      places.set(team, [...(places.get(team) ?? []), share])
    }
  }
  return new Map(
    [...places].map(([team, shares]) => [
      team,
      shares.reduce((sum, share) => sum + share, 0) / shares.length,
    ]),
  )
}

/** What the coefficient says in words, with its interval; the same for a screen and for a paper. */
export function correlationInWords(correlation: Correlation | null, teams: number): string {
  if (correlation === null) {
    return teams < 10
      ? `Only ${teams} ${teams === 1 ? 'team has' : 'teams have'} both, and with fewer than 10 no coefficient says anything.`
      : 'All teams are alike in one of the two, so there is nothing to compare.'
  }
  const { rho, lower, upper, pairs } = correlation
  const numbers = `Spearman’s rank correlation ${signed(rho)}, 95% interval ${signed(lower)} to ${signed(upper)}, ${pairs} teams.`
  if (lower > 0) return `Teams that look more tend to do better here. ${numbers}`
  if (upper < 0) return `Teams that look more tend to do less well here. ${numbers}`
  return `There is no clear link between looking and doing well here. ${numbers}`
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2)
  return value < 0 && text !== '0.00' ? `−${text}` : text
}

export const warning =
  'A link between the two does not prove that one brings about the other. A team with fewer vacancies may have the time both to look and to do well, and a team that does badly may be told to look.'
