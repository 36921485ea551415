import { type Day, type Month, monthOf } from '#calendar'
import { insertSetting } from '#council'
import { type Definition, definitionOf } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { readingsOf } from '#performance'
import { byMonth } from './by-month.ts'
import { keepFiles, readFiles } from './bring.ts'
import {
  demoNeighbours,
  demoOwn,
  demoSetFiles,
  demoStatistics,
  type OwnMeasure,
} from './demo-tables.ts'
import { OWN } from './own.ts'
import { ownYear } from './own-year.ts'
import { publishedMeasures } from './published-measures.ts'

/** As far back as anything is published here. */
const FIRST_YEAR = 2013

/** Invented statistics of invented authorities, brought by the ordinary door. */
export async function fillDemoComparators(
  trx: Trx,
  authority: string,
  definitions: readonly Definition[],
  at: Date,
): Promise<void> {
  const today: Day = Math.floor(at.getTime() / 86_400_000)
  const by = { authority, actor: 'demonstration', actorName: 'Demonstration', at }
  await insertSetting(trx, authority, {
    key: OWN,
    value: demoOwn.code,
    from: today - 3000,
    because: 'A code that no authority has',
    setBy: by.actor,
    setAt: at,
  })
  const own = await ownMeasures(trx, definitions, monthOf(today))
  const files = [
    { name: 'invented-statistics.csv', text: demoStatistics(own, monthOf(today)) },
    { name: demoSetFiles.earlier, text: demoNeighbours('earlier') },
    { name: demoSetFiles.later, text: demoNeighbours('later') },
  ]
  const ready = await readFiles(
    files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
  )
  await keepFiles(trx, by, ready, {
    source: 'Invented for the demonstration',
    neighboursFrom: null,
    own: demoOwn.code,
  })
}

/** What the county counted of each measure in whole years. */
async function ownMeasures(
  trx: Trx,
  definitions: readonly Definition[],
  now: Month,
): Promise<readonly OwnMeasure[]> {
  const found = await readingsOf(trx, definitions)
  const lastYear = Math.floor(now / 12)
  return publishedMeasures.flatMap((measure): OwnMeasure[] => {
    const definition = definitionOf(measure.indicator)
    const reading = found?.readings.find(each => each.definition.code === measure.indicator)
    if (definition === undefined || reading === undefined) return []
    if (reading.definition.unit !== definition.unit) return []
    const points = byMonth(reading.points)
    const years = new Map<number, number>()
    for (let year = FIRST_YEAR; year <= lastYear; year++) {
      const counted = ownYear(definition, points, year * 12 + measure.yearEnds - 1)
      if (counted?.kind === 'value' && counted.value > 0) years.set(year, counted.value)
    }
    return years.size === 0 ? [] : [{ measure, unit: definition.unit, years }]
  })
}
