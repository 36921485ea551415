import type { Day } from '#calendar'
import { type Column, type History, NOTHING, stays, tableIn } from '#records'
import {
  fosterPlacements,
  placedForAdoption,
  placedWithParents,
  supportedAccommodation,
} from './care-codes.ts'
import { notRecorded } from './profiles.ts'

// Where children in care live, for figures by placement type and by provider. Codes of the SSDA903
// collection (PLACE and PLACE_PROVIDER); their grouping here: unverified.

const kinds = [
  'Foster care',
  'Children’s home',
  'Secure home',
  'Supported accommodation',
  'With parents',
  'Placed for adoption',
  'Other residential',
  'Another placement',
  notRecorded,
] as const

const providers = [
  'Parents',
  'The council itself',
  'Another council',
  'Another public body',
  'Private',
  'Voluntary',
  notRecorded,
] as const

/** How many homes there are, each a kind of placement with a kind of provider. */
export const homeCount = kinds.length * providers.length

const unknownKind = kinds.length - 1
const unknownProvider = providers.length - 1
const unknownHome = unknownKind * providers.length + unknownProvider

export const homeSlices = [
  ...kinds.map(name => ({ dimension: 'placement' as const, name })),
  ...providers.map(name => ({ dimension: 'provider' as const, name })),
]

/** The places in `homeSlices` that a home counts in. */
export function slicesOfHome(home: number): readonly number[] {
  return [Math.floor(home / providers.length), kinds.length + (home % providers.length)]
}

/** Where a child lived at the end of a day; a child who was not in care has no placement recorded. */
export function homeFinder(history: History): (child: number, day: Day) => number {
  const table = tableIn(history, stays)
  const { startedOn, endedOn, type, provider } = table?.columns ?? {}
  const starts = startedOn?.values
  const ends = endedOn?.values
  if (table === null || starts === undefined || ends === undefined) return () => unknownHome
  const kindOf = placesOf(type, kindPlace)
  const providerOf = placesOf(provider, providerPlace)
  return (child, day) => {
    if (child < 0) return unknownHome
    const first = table.firstRow[child] ?? 0
    for (let row = (table.firstRow[child + 1] ?? 0) - 1; row >= first; row--) {
      const end = ends[row] ?? NOTHING
      if ((starts[row] ?? NOTHING) > day || (end !== NOTHING && end <= day)) continue
      return kindOf(row) * providers.length + providerOf(row)
    }
    return unknownHome
  }
}

function placesOf(
  column: Column | undefined,
  placeOf: (code: string) => number,
): (row: number) => number {
  if (column?.kind !== 'code') return () => placeOf('')
  const places = column.words.map(placeOf)
  return row => places[column.values[row] ?? 0] ?? placeOf('')
}

function kindPlace(code: string): number {
  if (code === '') return unknownKind
  if (fosterPlacements.includes(code)) return 0
  if (code === 'K2') return 1
  if (code === 'K1') return 2
  if (supportedAccommodation.includes(code)) return 3
  if (placedWithParents.includes(code)) return 4
  if (placedForAdoption.includes(code)) return 5
  return /^(R\d|S1)$/.test(code) ? 6 : 7
}

function providerPlace(code: string): number {
  const place = /^PR([0-5])$/.exec(code)?.[1]
  return place === undefined ? unknownProvider : Number(place)
}
