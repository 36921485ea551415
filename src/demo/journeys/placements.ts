import { type PlacementType, moveReasonWeights, placementNumbered } from '../codes.ts'
import type { Child, County } from '../county.ts'
import { NONE } from '../sheet.ts'
import type { Adoption } from './adoption.ts'
import type { Destiny } from './care.ts'

export interface Move {
  readonly row: number
  readonly from: number
  readonly to: number
}

/** How many of a hundred placements are of each kind, for ages up to each bound. */
const kinds: readonly (readonly [
  under: number,
  weights: readonly (readonly [PlacementType, number])[],
])[] = [
  [
    10,
    [
      ['U6', 46],
      ['U4', 24],
      ['U3', 12],
      ['U1', 9],
      ['P1', 6],
      ['K2', 2],
      ['R3', 1],
    ],
  ],
  [
    16,
    [
      ['U6', 40],
      ['U4', 27],
      ['U3', 6],
      ['U1', 8],
      ['P1', 4],
      ['K2', 14.6],
      ['K1', 0.4],
    ],
  ],
  [
    99,
    [
      ['U6', 24],
      ['U4', 20],
      ['U1', 5],
      ['P1', 3],
      ['K2', 12],
      ['H5', 34],
      ['Z1', 2],
    ],
  ],
]

/** Placements one after the other through a period of care: never a day between them. */
export function placements(
  county: County,
  care: {
    readonly child: number
    readonly who: Child
    readonly period: number
    readonly from: number
    readonly to: number
    readonly destiny: Destiny
    readonly adoption: Adoption | null
    readonly unaccompanied: boolean
  },
): readonly Move[] {
  const { random, happened, span } = county
  const { child, who, period, from, to, adoption } = care
  const moves: Move[] = []
  // One child in eleven moves often, whoever looks after them.
  const unsettled = random.chance(0.09)
  const toAdopters = adoption?.adoptedOn && adoption.placedOn !== NONE ? adoption.placedOn : to
  for (let start = from; start < to && start <= span.to; ) {
    const age = (start - who.born) / 365.25
    const adopters = start === toAdopters && start < to
    const type = adopters
      ? adoption?.byCarer
        ? 'A5'
        : 'A6'
      : typeAt(county, age, care.unaccompanied)
    const limit = adopters ? to : Math.min(to, toAdopters)
    const end = adopters
      ? to
      : Math.min(limit, endOfPlacement(county, { start, from, limit, unsettled }))
    const far = random.chance(county.chances.of('placedFar', start, who.locality) * farness(type))
    const reason = end === toAdopters ? 0 : random.weighted(moveReasonWeights)
    const row = happened.placements.add({
      child,
      period,
      from: start,
      to: end,
      type: placementNumbered(type),
      provider: providerOf(county, type),
      tenthMiles: Math.round(
        far ? 205 + Math.min(1800, random.wait(320)) : Math.min(195, 3 + random.wait(62)),
      ),
      urn: type.startsWith('P') || type === 'Z1' ? NONE : 1_050_000 + random.between(0, 240) * 37,
      reason: end < to ? reason : NONE,
    })
    moves.push({ row, from: start, to: end })
    start = end
  }
  return moves
}

/** Placements are weighed every month: new ones end sooner, and more end as demand rises. */
function endOfPlacement(
  county: County,
  placed: {
    readonly start: number
    readonly from: number
    readonly limit: number
    readonly unsettled: boolean
  },
): number {
  const { random, chances } = county
  const { start, from, limit, unsettled } = placed
  const settled = start > from && random.chance(0.8)
  const mean = unsettled ? 120 : settled ? 3400 : start === from ? 230 : 480
  let on = start
  while (on < limit) {
    const step = 30
    if (random.chance((step / mean) * chances.of('placementMoves', on, 0))) {
      return on + random.between(2, step)
    }
    on += step
  }
  return limit
}

function typeAt(county: County, age: number, unaccompanied: boolean): PlacementType {
  if (unaccompanied) return county.random.chance(age < 16 ? 0.9 : 0.4) ? 'U6' : 'H5'
  const weights = kinds.find(([under]) => age < under)?.[1] ?? []
  return weights[county.random.weighted(weights.map(([, weight]) => weight))]?.[0] ?? 'U6'
}

function farness(type: PlacementType): number {
  if (type === 'K2' || type === 'K1') return 1.9
  if (type === 'P1') return 0.15
  return type === 'U1' || type === 'U3' ? 0.7 : 1
}

function providerOf(county: County, type: PlacementType): number {
  if (type === 'P1') return 0
  if (type.startsWith('U') || type.startsWith('A'))
    return [1, 4, 5][county.random.weighted([57, 36, 7])] ?? 1
  return [1, 4, 5][county.random.weighted([14, 80, 6])] ?? 4
}
