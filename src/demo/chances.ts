import { type Day, type Month, firstDayOf, monthOf, parseIsoMonth } from '#calendar'
import { localities } from './authority.ts'
import type { Random } from './random.ts'
import { type Measure, story, troubles } from './story.ts'

type Points = readonly (readonly [string, number])[]

/** The share that the story gives a measure on a day in a locality (its place in the list). */
export interface Chances {
  of(measure: Measure, on: Day, locality: number): number
}

const FIRST: Month = 1990 * 12
const LAST: Month = 2030 * 12

/** How far localities lie apart for no reason at all: one standard deviation. */
const APART = 0.012

export function chancesOf(random: Random): Chances {
  const tables = new Map<Measure, readonly Float64Array[]>(
    story.map(knob => {
      const county = drawn(knob.points)
      const isShare = knob.points.every(([, value]) => value < 1)
      return [
        knob.measure,
        localities.map(locality => {
          const apart = isShare ? random.near(0, APART) : 0
          const own = troubles
            .filter(each => each.measure === knob.measure && each.locality === locality)
            .map(each => drawn(each.points))
          return county.map((value, at) =>
            own.reduce((sum, more) => sum + (more[at] ?? 0), value + apart),
          )
        }),
      ]
    }),
  )
  const monthByDay = new Int16Array(firstDayOf(LAST))
  for (let month = 1970 * 12; month < LAST; month++) {
    monthByDay.fill(month - FIRST, firstDayOf(month), firstDayOf(month + 1))
  }
  return {
    of: (measure, on, locality) =>
      tables.get(measure)?.[locality]?.[Math.max(0, monthByDay[on] ?? 0)] ?? 0,
  }
}

/** The line that points draw, month by month: level before the first and after the last. */
export function drawn(points: Points): Float64Array {
  const at = points.map(
    ([month, value]) => [(parseIsoMonth(month) ?? FIRST) - FIRST, value] as const,
  )
  return Float64Array.from({ length: LAST - FIRST }, (_, month) => {
    const next = at.findIndex(([from]) => from > month)
    const before = at[next < 0 ? at.length - 1 : next - 1]
    const after = next < 0 ? undefined : at[next]
    if (before === undefined) return after?.[1] ?? 0
    if (after === undefined) return before[1]
    return before[1] + ((after[1] - before[1]) * (month - before[0])) / (after[0] - before[0])
  })
}

/** A share given for some months, 1 in all others. */
export function inMonth(shares: Points, on: Day): number {
  const month = monthOf(on)
  return shares.find(([named]) => parseIsoMonth(named) === month)?.[1] ?? 1
}
