import type { Reading } from '#performance'
import { chanceSignals, rankSignals } from '#signals'

/** What has changed in one part of the county, strongest first, and how much of it chance would give. */
export interface PartSignals {
  readonly ranked: readonly Reading[]
  readonly all: readonly Reading[]
  readonly judged: number
  readonly expected: number
}

export function signalsOf(readings: readonly Reading[]): PartSignals {
  const able = readings.filter(saysEnough)
  const { judged, expected } = chanceSignals(able.map(each => each.signal))
  return { ranked: rankSignals(able), all: readings, judged, expected }
}

/** Under so many to count, one child or one audit moves a share by more than any change would. */
const FEWEST = 10

function saysEnough({ definition, latest }: Reading): boolean {
  const denominator = latest?.denominator ?? null
  return definition.unit !== 'percentage' || denominator === null || denominator >= FEWEST
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
