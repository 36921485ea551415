import {
  disagreements,
  type Disagreement,
  exactInterval,
  FEWEST,
  type Interval,
  type View,
} from '#practice'

/** What a team's work is looked at by. */
export const viewNames = {
  audits: 'Audits',
  timeliness: 'Timeliness',
  caseload: 'Caseloads',
  supervision: 'Supervision',
  complaints: 'Complaints',
  use: 'Use of the data',
} as const
export type ViewKey = keyof typeof viewNames

// as: the keys of a constant are its views.
export const viewKeys = Object.keys(viewNames) as ViewKey[]

export interface Part {
  readonly numerator: number
  readonly denominator: number
}

/** One figure of a team beside the county's. */
export interface Beside extends Part {
  readonly name: string
  /** The team's share, with the interval around it, and the county's. */
  readonly share: number
  readonly interval: Interval
  readonly county: number
  readonly unit: 'share' | 'children a worker'
  readonly view: View
}

/** What one view of a team says, and the figures that it rests on. */
export interface Seen {
  readonly view: View
  readonly figures: readonly Beside[]
  /** Why it cannot be said, or what else is to be known; '' for nothing. */
  readonly words: string
}

export interface TeamSeen {
  readonly team: string
  readonly views: Readonly<Partial<Record<ViewKey, Seen>>>
}

export const unsaid = (words: string): Seen => ({ view: 'unsaid', figures: [], words })

/**
 * A share of a team beside the county's. It is called good or poor only where there are at least ten
 * and the county's share lies outside the interval around the team's.
 */
export function besideCounty(
  name: string,
  team: Part,
  county: Part,
  good: 'high' | 'low',
): Beside | null {
  const interval = exactInterval(team.numerator, team.denominator)
  if (interval === null || county.denominator === 0) return null
  const whole = county.numerator / county.denominator
  return {
    name,
    ...team,
    share: team.numerator / team.denominator,
    interval,
    county: whole,
    unit: 'share',
    view: team.denominator < FEWEST ? 'unsaid' : viewOf(interval, whole, good),
  }
}

function viewOf({ low, high }: Interval, county: number, good: 'high' | 'low'): View {
  if (low <= county && county <= high) return 'unsaid'
  return low > county === (good === 'high') ? 'good' : 'poor'
}

/**
 * How many children a worker of a team has, beside the county. The interval is that of the team's
 * share of all children, held against its share of all workers: as if children came to workers by lot.
 * @param team children and workers
 */
export function caseloadBeside(team: Part, county: Part): Beside | null {
  if (team.denominator === 0 || county.denominator === 0) return null
  const interval = exactInterval(team.numerator, county.numerator)
  if (interval === null) return null
  const perWorker = (share: number): number => (share * county.numerator) / team.denominator
  const scaled = { low: perWorker(interval.low), high: perWorker(interval.high) }
  const whole = county.numerator / county.denominator
  return {
    name: 'Children a worker',
    ...team,
    share: team.numerator / team.denominator,
    interval: scaled,
    county: whole,
    unit: 'children a worker',
    view: team.numerator < FEWEST ? 'unsaid' : viewOf(scaled, whole, 'low'),
  }
}

/** Several figures as one view: good or poor where some are and none is the other. */
export function together(figures: readonly (Beside | null)[], without: string): Seen {
  const there = figures.filter(each => each !== null)
  if (there.length === 0) return unsaid(without)
  const [good, poor] = (['good', 'poor'] as const).map(view =>
    there.some(each => each.view === view),
  )
  if (good === true && poor === true)
    return { view: 'unsaid', figures: there, words: 'Some are above the county and some below.' }
  if (good === true || poor === true)
    return { view: good === true ? 'good' : 'poor', figures: there, words: '' }
  const few = there.every(each => fewOf(each) < FEWEST)
  return {
    view: 'unsaid',
    figures: there,
    words: few ? `Fewer than ${FEWEST}.` : 'No different from the county, as far as can be said.',
  }
}

const fewOf = (each: Beside): number => (each.unit === 'share' ? each.denominator : each.numerator)

/** The teams whose views do not agree, those with the most disagreement first. */
export function disagreeing(teams: readonly TeamSeen[]): readonly Disagreement[] {
  return disagreements(
    teams.map(({ team, views }) => ({
      team,
      views: Object.fromEntries(
        viewKeys.flatMap(key => {
          const seen = views[key]
          return seen === undefined ? [] : [[viewNames[key].toLowerCase(), seen.view] as const]
        }),
      ),
    })),
  )
}

/** How many figures could be called good or poor, how many were, and how many chance alone gives. */
export function chanceOf(teams: readonly TeamSeen[]): {
  readonly judged: number
  readonly said: number
  readonly byChance: number
} {
  const judged = teams
    .flatMap(({ views }) => Object.values(views).flatMap(({ figures }) => figures))
    .filter(each => fewOf(each) >= FEWEST)
  // An interval leaves the true share out in at most 5 of 100 samples.
  return {
    judged: judged.length,
    said: judged.filter(({ view }) => view !== 'unsaid').length,
    byChance: Math.round(judged.length * 0.05),
  }
}
