import { type Reading, tooFew } from '#performance'
import { chanceSignals, rankSignals } from '#signals'

/** What has changed in one part of the county, strongest first, and how much of it chance would give. */
export interface PartSignals {
  readonly ranked: readonly Reading[]
  readonly all: readonly Reading[]
  readonly judged: number
  readonly expected: number
}

export function signalsOf(readings: readonly Reading[]): PartSignals {
  const able = readings.filter(each => tooFew(each) === null)
  const { judged, expected } = chanceSignals(able.map(each => each.signal))
  return { ranked: rankSignals(able), all: readings, judged, expected }
}

export function chanceInWords({ ranked, judged, expected }: PartSignals): string {
  if (judged === 0) {
    return 'There are not yet the 13 months of figures that it takes to tell a change from chance.'
  }
  const few = expected < 0.5 ? 'fewer than one' : `about ${Math.round(expected)}`
  if (ranked.length === 0) {
    return `None of the ${judged} indicators that can be judged has changed. Chance alone would show ${few}.`
  }
  return `${ranked.length} of the ${judged} indicators that can be judged ${ranked.length === 1 ? 'has' : 'have'} changed. Chance alone would show ${few}.`
}
