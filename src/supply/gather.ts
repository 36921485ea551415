import { isoMonth, monthOf, parseIsoMonth } from '#calendar'
import { destroyedExtracts, frozenExtracts } from '#extracts'
import type { Definition, Dimension } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import {
  definitionInWords,
  latestCount,
  monthOfPeriod,
  type Reading,
  readingsOfIndicator,
  sources,
} from '#performance'
import type { Choice } from './issue/contents.ts'
import type { Counted, CountedLine } from './issue/build.ts'
import { type Ground, rowsOf } from './rows.ts'

/** What all figures rest on; null where nothing was counted yet. */
export async function groundOf(trx: Trx): Promise<Ground | null> {
  const count = await latestCount(trx)
  if (count === null) return null
  return {
    count,
    sources: await sources(trx),
    extracts: [...(await frozenExtracts(trx)), ...(await destroyedExtracts(trx))],
  }
}

/** The months of a choice, as '2026-03', from the first to the last. */
export function monthsOfChoice({ from, to }: Pick<Choice, 'from' | 'to'>): readonly string[] {
  const [first, last] = [parseIsoMonth(from), parseIsoMonth(to)]
  if (first === null || last === null || last < first) return []
  return Array.from({ length: last - first + 1 }, (_, place) => isoMonth(first + place))
}

/** The months that can be published, the newest last. */
export function monthsCounted({ count }: Ground): readonly string[] {
  return monthsOfChoice({ from: isoMonth(count.firstMonth), to: isoMonth(monthOf(count.asOf)) })
}

/** What was chosen as it is counted now. An indicator without figures is left out. */
export async function countedFor(
  trx: Trx,
  ground: Ground,
  definitions: readonly Definition[],
  choice: Choice,
): Promise<readonly Counted[]> {
  const chosen: Counted[] = []
  for (const code of choice.codes) {
    const definition = definitions.find(each => each.code === code)
    const found = definition && (await readingsOfIndicator(trx, definition))
    const county = found?.readings.find(({ slice }) => slice.dimension === 'county')
    if (definition === undefined || found == null || county === undefined) continue
    chosen.push(countedOf(county, found.readings, ground, choice, definition))
  }
  return chosen
}

function countedOf(
  county: Reading,
  readings: readonly Reading[],
  ground: Ground,
  choice: Choice,
  definition: Definition,
): Counted {
  const months = new Set(monthsOfChoice(choice))
  const rows = rowsOf(county, ground).filter(({ month }) => months.has(month))
  const extracts = new Set(rows.map(({ extract }) => extract).filter(words => words !== ''))
  const parts = (by: Dimension): readonly CountedLine[] =>
    readings.filter(({ slice }) => slice.dimension === by).map(lineOf)
  return {
    code: county.definition.code,
    name: county.definition.name,
    family: county.definition.family,
    unit: county.definition.unit,
    measure: county.definition.measure?.unit ?? '',
    good: county.definition.good,
    means: definitionInWords(county.definition),
    caution: definition.words.caution ?? '',
    version: county.version,
    extracts: [...extracts],
    county: lineOf(county),
    breakdowns: choice.by
      .map(by => ({ by, parts: parts(by) }))
      .filter(each => each.parts.length > 0),
  }
}

/** Periods as '2026-03': that of a quarter is its last month. */
function lineOf({ slice, points }: Reading): CountedLine {
  return {
    name: slice.name,
    points: points.flatMap(point => {
      const month = monthOfPeriod(point.period)
      return month === null ? [] : [{ ...point, period: isoMonth(month) }]
    }),
  }
}
