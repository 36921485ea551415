import type { Reading } from '#performance'
import { chanceSignals, rankSignals } from '#signals'
import type { KeyQuestion } from './question.ts'

/** What the figures answer to one question today. */
export interface Answer {
  readonly question: KeyQuestion
  /** Those that changed first, strongest first; then the others in the order of the question. */
  readonly readings: readonly Reading[]
  /** Indicators that would answer it and have no figure. */
  readonly without: number
  readonly sentence: string
}

/** @param all the figures of the whole county */
export function answerTo(question: KeyQuestion, all: readonly Reading[]): Answer {
  const byCode = new Map(all.map(reading => [reading.definition.code, reading]))
  const own = question.indicators.flatMap(code => byCode.get(code) ?? [])
  const known = own.filter(({ latest }) => latest !== null)
  const ranked = rankSignals(known)
  const changed = new Set(ranked)
  return {
    question,
    readings: [...ranked, ...known.filter(each => !changed.has(each))],
    without: question.indicators.length - known.length,
    sentence: sentenceOf(known, ranked),
  }
}

/** The answer of today in one sentence, with the strongest change by its name. */
function sentenceOf(known: readonly Reading[], ranked: readonly Reading[]): string {
  if (known.length === 0) return 'There are no figures yet that answer this.'
  const { judged } = chanceSignals(known.map(each => each.signal))
  if (judged === 0) {
    return 'There are figures, but not yet the 13 months of them that it takes to tell a change from chance.'
  }
  const worse = ranked.filter(({ signal }) => signal.verdict === 'worse')
  const better = ranked.filter(({ signal }) => signal.verdict === 'improving')
  const stopped = known.filter(
    ({ signal }) => signal.verdict === 'no-change' && signal.plateau !== null,
  )
  const parts = [
    worse.length > 0 && `${counted(worse.length, 'is', 'are')} getting worse (${named(worse)})`,
    better.length > 0 && `${counted(better.length, 'is', 'are')} improving (${named(better)})`,
    stopped.length > 0 &&
      `${counted(stopped.length, 'has', 'have')} stopped improving (${named(stopped)})`,
  ].filter(part => part !== false)
  const whole = `Of ${judged} ${judged === 1 ? 'indicator' : 'indicators'}`
  if (parts.length > 0) return `${whole}, ${listed(parts)}.`
  const moved = ranked.length
  if (moved > 0) {
    return `${whole}, ${counted(moved, 'has', 'have')} moved, where neither way is better in itself (${named(ranked)}).`
  }
  return judged === 1
    ? 'The one indicator has not changed.'
    : `None of ${judged} indicators has changed.`
}

const counted = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`

/** The first two, as they read within a sentence. */
function named(readings: readonly Reading[]): string {
  const names = readings.slice(0, 2).map(({ definition }) => lowerFirst(definition.name))
  return readings.length > 2 ? `${names.join('; ')} and others` : names.join('; ')
}

function lowerFirst(name: string): string {
  // 'SDQ' keeps its letters; 'Children' in a sentence does not.
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
