import { parseIsoMonth } from '#calendar'
import type { Definition } from '#indicators'
import { expectedInWords, type Reading } from '#performance'
import { type ListName, listNamed } from '#records'
import { chanceSignals, rankSignals } from '#signals'

/** The front page in one value: what has changed, strongest first, and what cannot be said. */
export interface Front {
  readonly counted: number
  readonly improving: number
  readonly worse: number
  readonly changed: number
  readonly same: number
  readonly tooFew: number
  /** How many of these signals chance alone would give. */
  readonly byChance: number
  readonly signals: readonly Reading[]
  readonly plateaus: readonly Reading[]
  /** Indicators that no extract can answer, by the list that they want. */
  readonly wanting: readonly Wanting[]
}

export interface Wanting {
  readonly list: string
  readonly indicators: readonly Definition[]
}

export function frontOf(readings: readonly Reading[]): Front {
  const answered = readings.filter(({ signal }) => signal.verdict !== 'no-data')
  const judged = answered.filter(({ signal }) => signal.verdict !== 'not-enough-data')
  const judgedAs = (verdict: string) => judged.filter(({ signal }) => signal.verdict === verdict)
  const signals = rankSignals(judged)
  return {
    counted: judged.length,
    improving: judgedAs('improving').length,
    worse: judgedAs('worse').length,
    changed: judgedAs('changed').length,
    same: judgedAs('no-change').length,
    tooFew: answered.length - judged.length,
    byChance: chanceSignals(judged.map(({ signal }) => signal)).expected,
    signals,
    plateaus: plateausOf(judged),
    wanting: wantingOf(readings),
  }
}

/** An improvement that stopped longer ago than this is how things are, and no longer news. */
const NEWS_MONTHS = 36

/** Improvements that have stopped, the latest to stop first. */
function plateausOf(readings: readonly Reading[]): readonly Reading[] {
  const stopped = ({ signal }: Reading) => parseIsoMonth(signal.plateau?.since ?? '') ?? 0
  return readings
    .filter(({ signal }) => signal.verdict === 'no-change' && signal.plateau !== null)
    .filter(each => (each.latest?.month ?? 0) - stopped(each) <= NEWS_MONTHS)
    .toSorted((a, b) => stopped(b) - stopped(a))
}

function wantingOf(readings: readonly Reading[]): readonly Wanting[] {
  const byList = new Map<ListName, Definition[]>()
  for (const { definition, missing, latest } of readings) {
    const [first] = missing
    if (latest !== null || first === undefined) continue
    byList.set(first, [...(byList.get(first) ?? []), definition])
  }
  return [...byList]
    .map(([name, indicators]) => ({ list: listNamed(name)?.title ?? name, indicators }))
    .toSorted((a, b) => b.indicators.length - a.indicators.length)
}

/** 'Of 58 indicators, 6 are improving, 4 are getting worse and 48 have not changed; …' */
export function sentenceOfFront(front: Front): string {
  const { counted, improving, worse, changed, same, byChance } = front
  if (counted === 0) {
    return front.tooFew === 0
      ? 'No indicator can be counted from what was loaded.'
      : 'There are figures, but not yet the 13 months of them that it takes to tell a change from chance.'
  }
  const parts = [
    `${improving} ${improving === 1 ? 'is' : 'are'} improving`,
    `${worse} ${worse === 1 ? 'is' : 'are'} getting worse`,
    ...(changed > 0
      ? [`${changed} ${changed === 1 ? 'has' : 'have'} moved where neither way is better`]
      : []),
    `${same} ${same === 1 ? 'has' : 'have'} not changed`,
  ]
  const told = `Of ${counted} ${counted === 1 ? 'indicator' : 'indicators'}, ${listed(parts)}`
  const signals = improving + worse + changed
  return signals === 0 ? `${told}.` : `${told}; ${expectedInWords(byChance, signals)}.`
}

export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
