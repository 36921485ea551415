export { type Runs, runsOf } from './anhoej.ts'
export {
  type Assurance,
  assuranceOf,
  type Flags,
  flagsOf,
  type Good,
  rulesByPriority,
  type Variation,
  variationOf,
} from './flags.ts'
export { type Chart, type Limits, limitsOf, type Stretch } from './limits.ts'
export { type RuleName, type RuleSet, type RuleSetName, ruleSets } from './rule-sets.ts'
export {
  beyond,
  runsOnOneSide,
  sidesOf,
  trends,
  twoInThree,
  twoInThreeWindows,
} from './rules.ts'
export { firstPoints, type Span, spansOf } from './stretches.ts'
export { deviationsChart, meansChart, type SampleLimits } from './subgroups.ts'
export { meanOf, medianOf, sumOf } from './sums.ts'
export {
  type Kind,
  type Missing,
  type MissingReason,
  type Rebase,
  type Series,
  type SeriesPoint,
} from './series.ts'
export type { Outlook, Path } from './outlook.ts'
export type { Level, Signal, SignalPoint, SignalStretch, Verdict } from './signal.ts'
export { type SignalOptions, signalOf } from './signal-of.ts'
export { type Chance, chanceSignals, rankSignals } from './chance.ts'
export { type Naming, periodInWords, sentenceOf } from './sentence.ts'
