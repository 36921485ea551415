import { z } from 'zod'

/** The council whose installation this is. `code` is its local authority code, such as 916. */
export interface Council {
  readonly code: string
  readonly name: string
  /** A colour of its own for the bar above each page, as '#1d4f3f'; null for Sightline's. */
  readonly brandColour: string | null
  /** A county that does not exist: every page says so. */
  readonly demonstration: boolean
}

/** Where files are loaded to try Sightline out before a council is set up. Anybody may see it. */
export const tryOut: Council = {
  code: 'TRY',
  name: 'Files to try out',
  brandColour: null,
  demonstration: true,
}

export function isTryOut({ code }: Pick<Council, 'code'>): boolean {
  return code === tryOut.code
}

export const CouncilCode = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9-]{2,16}$/,
    'The code must be 2 to 16 letters, digits or hyphens, such as 916 or E10000013.',
  )

export const CouncilName = z
  .string()
  .trim()
  .min(2, 'Enter the council’s name.')
  .max(120, 'The council’s name must be 120 characters or fewer.')

/** Children aged 0 to 17 in a calendar year, as the Office for National Statistics estimates them mid-year. */
export interface ChildPopulation {
  readonly year: number
  readonly children: number
  readonly source: string
}

/**
 * The number of children for each calendar year between two: a year that has no estimate takes the
 * nearest earlier one, or else the nearest later one, because estimates come out a year behind.
 */
export function populationByYear(
  known: readonly ChildPopulation[],
  from: number,
  to: number,
): ReadonlyMap<number, number> {
  const sorted = [...known].sort((a, b) => a.year - b.year)
  const byYear = new Map<number, number>()
  for (let year = from; year <= to; year++) {
    const nearest = sorted.findLast(each => each.year <= year) ?? sorted[0]
    if (nearest !== undefined) byYear.set(year, nearest.children)
  }
  return byYear
}
