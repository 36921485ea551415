import { expect, test } from 'vitest'
import { definitionOf } from '#indicators'
import { readingsOfIndicator } from '#performance'
import { county, countyApp } from '../../tests/county.ts'
import { today } from '../../tests/signed-in.ts'
import { allImports, comparison, comparisonView, measuresKept, neighbourSets } from './index.ts'

const { db } = await countyApp()

async function compared(code: string) {
  const definition = definitionOf(code)
  if (definition === undefined) throw new RangeError(code)
  return db.as(county, async trx => {
    const reading = (await readingsOfIndicator(trx, definition))?.readings.find(
      each => each.slice.dimension === 'county',
    )
    return comparison(trx, { code: county }, definition, reading?.points ?? [], today)
  })
}

test('the demonstration brings invented tables by the ordinary door', async () => {
  const { imports, sets, measures } = await db.as(county, async trx => ({
    imports: await allImports(trx),
    sets: await neighbourSets(trx),
    measures: await measuresKept(trx),
  }))
  expect(imports.map(each => each.kind).toSorted()).toEqual([
    'neighbours',
    'neighbours',
    'published',
  ])
  expect(sets).toHaveLength(2)
  expect(measures.length).toBeGreaterThan(10)
  const newer = imports.find(each => each.fileName === 'neighbours-april-2025.csv')
  expect(newer?.notes.join(' ')).toContain('The file has no row for Vetchley (981)')
})

test('what the county counted for a year is what it published', async () => {
  const found = await compared('FD07')
  const year = found?.compared.years.at(-1)
  const counted = found?.counted.get(year?.year ?? 0)
  if (year?.own?.kind !== 'number' || counted?.kind !== 'value') throw new TypeError('no year')
  expect(Math.abs(year.own.value - counted.value)).toBeLessThanOrEqual(0.05 + 1e-9)
  expect(year.neighbours?.of).toBe(10)
  const page = found && comparisonView(found, true).toString()
  expect(page).toContain('Beside other authorities')
  expect(page).not.toMatch(/NaN|undefined/)
})
