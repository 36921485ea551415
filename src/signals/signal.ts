import type { Runs } from './anhoej.ts'
import type { Assurance, Good, Variation } from './flags.ts'
import type { Chart, Limits } from './limits.ts'
import type { Outlook } from './outlook.ts'
import type { RuleName, RuleSetName } from './rule-sets.ts'
import type { Kind, Missing, SeriesPoint } from './series.ts'

export type Verdict =
  | 'improving'
  | 'worse'
  | 'no-change'
  /** A change of a figure of which neither way is better. */
  | 'changed'
  | 'not-enough-data'
  | 'no-data'

export type SignalPoint = {
  readonly period: string
  readonly value: number | null
  /** The lines of the chart at this point, in the units of `value`; null where there are none. */
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** The rule that flags the point, if one does, and what that means. */
  readonly rule: RuleName | null
  readonly variation: Variation
  /**
   * The same as `variation`, but for the newest points against the months in `Signal.basis`: what
   * icon, mark and table show. The newest point with a figure has the verdict's.
   */
  readonly judged: Variation
}

/** What lies between two rebases. */
export type SignalStretch = {
  readonly from: string
  readonly to: string
  readonly chart: Chart
  /** Null where no point has a figure. */
  readonly centre: number | null
  readonly points: number
  /** Why a person had the limits made anew here; null for the first stretch. */
  readonly reason: string | null
}

export type Level = { readonly since: string; readonly level: number }

/**
 * What process control says of a series, once and for all: icon, chart, table, sentence, alert and
 * paper are drawn from this and work out nothing for themselves.
 */
export type Signal = {
  readonly ruleSet: RuleSetName
  readonly kind: Kind
  readonly good: Good
  /** The chart of the newest stretch. */
  readonly chart: Chart
  readonly points: readonly SignalPoint[]
  readonly stretches: readonly SignalStretch[]
  /** Lines at the latest point, against which it is judged; null without limits. */
  readonly centre: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly verdict: Verdict
  /** 'up' or 'down' where there is a change; null otherwise. */
  readonly direction: 'up' | 'down' | null
  /** The rule that made the verdict, the period in which the change began, and its points. */
  readonly rule: RuleName | null
  readonly since: string | null
  readonly shiftPoints: number
  /**
   * The months whose average and limits the verdict was judged by, where these are not the chart's
   * own: the series changed level, and no person has had the limits made anew yet.
   */
  readonly basis: { readonly from: string; readonly to: string } | null
  /** In standard errors; 0 without a change. See `strengthOf` in recent.ts. */
  readonly strength: number
  /** An improvement that has stopped: when the level it reached began, and that level. */
  readonly plateau: Level | null
  /** The same for a change of any direction that is over. */
  readonly settled:
    | (Level & { readonly direction: 'up' | 'down'; readonly after: Variation })
    | null
  readonly target: number | null
  readonly assurance: Assurance
  /** What is said of the target; null without a target, or where neither way is better. */
  readonly outlook: Outlook | null
  readonly latest: SeriesPoint | null
  readonly missing: readonly Missing[]
  /** A step that a person may wish to recalculate the limits from. */
  readonly proposedRebase: Level | null
  /** The second opinion: Anhøj's run-chart rules about the median of the newest stretch. */
  readonly runs: Runs
  /** `zero`: the figure has not moved at all. */
  readonly width: Limits['width']
  /** Points with a figure in the newest stretch, and how many limits need. */
  readonly count: number
  readonly needed: number
  /** Points on one side that make a signal: 7, and more where most points have the same value. */
  readonly runLength: number
}
