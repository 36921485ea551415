import { longMonth } from '#calendar'
import type { RuleName } from './rule-sets.ts'
import { monthNumber } from './series.ts'
import type { Signal } from './signal.ts'

export type Naming = {
  /** With a name the sentence begins with it: 'Assessments in time: improving. …'. */
  readonly name?: string
  /** Writes a value with its unit: 85.2 → '85.2%'. By kind where it is left out. */
  readonly format?: (value: number) => string
  /** Writes a level or a limit, usually with fewer digits than a value. */
  readonly formatLevel?: (value: number) => string
  /** What a point is: 'month' unless said. Its plural has an s. */
  readonly step?: string
}

/** 'March 2026' for '2026-03'; any other period as it is written. */
export function periodInWords(period: string): string {
  const month = monthNumber(period)
  return month === null ? period : longMonth(month)
}

const rounded = (value: number, digits: number): string => {
  const scale = 10 ** digits
  // Halves away from zero, as the Department for Education rounds; toFixed would use the binary
  // fraction just below.
  const away = (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale
  return away.toLocaleString('en-GB', { maximumFractionDigits: digits })
}

type Words = {
  readonly value: (value: number) => string
  readonly level: (value: number) => string
  readonly step: string
  readonly steps: string
}

/** Enough digits to see a change; a percentage to one decimal as published figures have it. */
function wordsFor({ kind, points }: Signal, naming: Naming): Words {
  const unit = kind === 'percentage' ? '%' : ''
  const isWhole = points.every(point => point.value === null || Number.isInteger(point.value))
  const digits = kind === 'count' || (isWhole && kind !== 'percentage') ? 0 : 1
  const value = naming.format ?? (v => `${rounded(v, digits)}${unit}`)
  const small = points.every(point => Math.abs(point.value ?? 0) < 10)
  const level =
    naming.formatLevel ??
    naming.format ??
    (v => `${rounded(v, kind === 'percentage' ? 0 : small ? 1 : 0)}${unit}`)
  const step = naming.step ?? 'month'
  return { value, level, step, steps: `${step}s` }
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const inWords = (count: number): string => smallNumbers[count] ?? String(count)

function latestIs({ latest, points }: Signal, words: Words): string {
  if (!latest) return ''
  const value = points.findLast(point => point.value !== null)?.value ?? 0
  return `${words.value(value)} in ${periodInWords(latest.period)}`
}

/** Where the chart still shows the average of the whole, of which months the one is that is meant. */
function whoseLevel({ basis }: Signal): string {
  return basis ? ` from ${periodInWords(basis.from)} to ${periodInWords(basis.to)}` : ''
}

/** What the rule saw, as the second half of the sentence about the latest value. */
function reasonOf(signal: Signal, words: Words): string {
  const { rule, direction, shiftPoints, centre, lower, upper } = signal
  const whose = whoseLevel(signal)
  const side = direction === 'up' ? 'above' : 'below'
  const average = centre === null ? 'the average' : `the average of ${words.level(centre)}${whose}`
  const reasons: Readonly<Record<RuleName, () => string>> = {
    'outside-limits': () => {
      if (lower === null || upper === null) return `outside the usual range`
      return `${side} the usual range of ${words.level(lower)} to ${words.level(upper)}${whose}`
    },
    trend: () =>
      `it has ${direction === 'up' ? 'risen' : 'fallen'} ${shiftPoints - 1} ${words.steps} in a row`,
    'two-in-three': () => `two of the last three ${words.steps} are far ${side} ${average}`,
    'one-side': () => `the last ${shiftPoints} ${words.steps} are all ${side} ${average}`,
  }
  return rule === null ? '' : reasons[rule]()
}

const heads = { improving: 'Improving', worse: 'Getting worse', changed: 'Changed' } as const

function changeSentence(signal: Signal, verdict: keyof typeof heads, words: Words): string {
  const join = signal.rule === 'outside-limits' ? ',' : ';'
  return `${heads[verdict]}. ${latestIs(signal, words)}${join} ${reasonOf(signal, words)}.`
}

/** A change that is over: what it was, when it ended, and the level that it left. */
function settledSentence(signal: Signal, words: Words): string | null {
  const { settled } = signal
  if (!settled) return null
  const head = {
    improvement: 'Improvement stopped',
    concern: 'No longer getting worse',
    high: 'No change',
    low: 'No change',
    common: 'No change',
  }[settled.after]
  const moved = settled.direction === 'up' ? 'rose' : 'fell'
  return `${head}. It ${moved} until ${periodInWords(settled.since)} and has stayed near ${words.level(settled.level)} since.`
}

function noChangeSentence(signal: Signal, words: Words): string {
  const { points, lower, upper, width } = signal
  const value = points.findLast(point => point.value !== null)?.value ?? 0
  if (width === 'zero')
    return `No change: ${words.value(value)} in every one of the ${signal.count} ${words.steps}.`
  if (lower === null || upper === null) return `No change: ${latestIs(signal, words)}.`
  return `No change: ${words.level(value)} is within the usual range of ${words.level(lower)} to ${words.level(upper)}${whoseLevel(signal)}.`
}

function shortSentence(signal: Signal, words: Words): string {
  const { count, needed, stretches } = signal
  const reason = stretches.length > 1 ? stretches.at(-1) : undefined
  const since = reason ? ` since ${periodInWords(reason.from)}, when the limits began anew` : ''
  const counted = `${count} ${count === 1 ? words.step : words.steps}`
  return `Not enough data yet: ${counted} of the ${needed} that a chart needs${since}.`
}

/** Names up to three gaps, and counts the others; only those after the first figure. */
function missingSentence(signal: Signal, words: Words): string {
  const recent = signal.missing.slice(-24)
  const first = signal.points.find(point => point.value !== null)?.period ?? ''
  const gaps = recent.filter(gap => gap.period > first)
  if (gaps.length === 0) return ''
  if (gaps.length > 3) return ` No figure for ${inWords(gaps.length)} ${words.steps}.`
  const sentences = {
    'no denominator': 'No denominator',
    suppressed: 'Not shown',
    'no figure': 'No figure',
  } as const
  return gaps
    .map(({ reason, period }) => ` ${sentences[reason]} in ${periodInWords(period)}.`)
    .join('')
}

function targetSentence(signal: Signal, words: Words): string {
  const { assurance, target, verdict, outlook } = signal
  if (target === null || verdict === 'no-data') return ''
  const level = words.level(target)
  if (outlook?.open === 'few')
    return ` Too early to say whether it will meet the target of ${level}.`
  if (outlook?.open === 'moving')
    return ` It has moved too recently to say whether it will meet the target of ${level}.${pathSentence(signal, words)}`
  const sentences = {
    'will-hit': ` As things stand it will meet the target of ${level}.`,
    'will-miss': ` As things stand it will not meet the target of ${level}.`,
    'may-hit-or-miss': ` As things stand it may or may not meet the target of ${level}.`,
    none: '',
  }
  return `${sentences[assurance]}${pathSentence(signal, words)}`
}

/** Where a slope would come to the target, if it goes on; nothing where none is clear. */
function pathSentence({ outlook, latest }: Signal, words: Words): string {
  const path = outlook?.path
  if (!path || !latest || outlook.open === 'few') return ''
  const moving = path.direction === 'up' ? 'rise' : 'fall'
  const going = ` If the ${moving} since ${periodInWords(path.since)} goes on, it`
  const does = path.leads === 'to' ? 'comes to the target' : 'goes beyond the target'
  if (path.earliest === null)
    return `${going} does not ${path.leads === 'to' ? 'come to' : 'go beyond'} the target within ${inWords(path.horizon)} ${words.steps}.`
  return `${going} ${does} ${whenInWords(latest.period, path.earliest, path.latest, words)}.`
}

/** From and to in months; 'between three and five points from now' where points are no months. */
function whenInWords(period: string, first: number, last: number | null, words: Words): string {
  const month = monthNumber(period)
  const at = (count: number): string => (month === null ? inWords(count) : longMonth(month + count))
  const unit = month === null ? ` ${words.steps} from now` : ''
  if (last === null) return `in ${at(first)}${unit} at the earliest`
  return first === last ? `in ${at(first)}${unit}` : `between ${at(first)} and ${at(last)}${unit}`
}

function verdictSentence(signal: Signal, words: Words): string {
  switch (signal.verdict) {
    case 'no-data':
      return 'No data.'
    case 'not-enough-data':
      return shortSentence(signal, words)
    case 'no-change':
      return settledSentence(signal, words) ?? noChangeSentence(signal, words)
    case 'improving':
    case 'worse':
    case 'changed':
      return signal.rule === null
        ? `${heads[signal.verdict]}. ${latestIs(signal, words)}.`
        : changeSentence(signal, signal.verdict, words)
  }
}

/**
 * What a board reads: the verdict and why, whether the target will be met, and which months have
 * no figure. It works out nothing: all of it stands in the signal.
 */
export function sentenceOf(signal: Signal, naming: Naming = {}): string {
  const words = wordsFor(signal, naming)
  const verdict = verdictSentence(signal, words)
  const named = naming.name
    ? `${naming.name}: ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`
    : verdict
  return `${named}${targetSentence(signal, words)}${missingSentence(signal, words)}`
}
