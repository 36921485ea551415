import { type Day, type Month, firstDayOf, monthOf, parseIsoMonth } from '#calendar'
import { localities } from './authority.ts'
import type { Random } from './random.ts'
import { type Measure, story, troubles } from './story.ts'

/** The share that the story gives a measure on a day in a locality (its place in the list). */
export interface Chances {
  of(measure: Measure, on: Day, locality: number): number
}

const FIRST: Month = 1990 * 12
const LAST: Month = 2030 * 12

/** How far localities lie apart for no reason at all: one standard deviation. */
const APART = 0.012

export function chancesOf(random: Random): Chances {
  const tables = new Map<string, readonly Float64Array[]>(
    Object.entries(story).map(([measure, { share }]) => {
      const county = drawn(share)
      return [
        measure,
        localities.map(locality => {
          const apart = random.near(0, APART)
          const own = troubles
            .filter(each => each.measure === measure && each.locality === locality)
            .map(each => drawn(each.added))
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

/**
 * The line that words such as '2019-09 62%, 2021-03 80%' draw, month by month from January 1990:
 * level before the first month and after the last. Throws where the words are not of that form.
 */
export function drawn(words: string): Float64Array {
  const points = words.split(',').map(pointOf)
  return Float64Array.from({ length: LAST - FIRST }, (_, month) => {
    const next = points.findIndex(({ from }) => from > month)
    const before = points[next < 0 ? points.length - 1 : next - 1]
    const after = next < 0 ? undefined : points[next]
    if (before === undefined) return after?.share ?? 0
    if (after === undefined) return before.share
    const way = (month - before.from) / (after.from - before.from)
    return before.share + (after.share - before.share) * way
  })
}

function pointOf(words: string): { readonly from: number; readonly share: number } {
  const [month = '', percent = ''] = words.trim().split(' ')
  const from = parseIsoMonth(month)
  const share = Number(percent.replace('%', '')) / 100
  if (from === null || !percent.endsWith('%') || Number.isNaN(share)) {
    throw new Error(`"${words.trim()}" is not a month and a share, such as 2019-09 62%`)
  }
  return { from: from - FIRST, share }
}

/** The share of a drawn line in the month of a day. */
export function shareOn(line: Float64Array, on: Day): number {
  return line[monthOf(on) - FIRST] ?? 1
}
