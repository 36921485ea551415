import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import {
  childPopulation,
  type Council,
  councils,
  saveChildPopulation,
  saveCouncil,
} from './index.ts'

const db = await testDatabase()
const AT = new Date('2026-11-21T10:30:00Z')
const council = (code: string, name: string): Council => ({
  code,
  name,
  brandColour: null,
  demonstration: false,
})

test('councils come in the order they were set up, and a new name takes the old one’s place', async () => {
  expect(await councils(db)).toEqual([])
  await saveCouncil(db, council('916', 'Northshire'), AT)
  await saveCouncil(db, council('301', 'Southshire'), new Date(AT.getTime() + 1000))
  const renamed = { ...council('916', 'North and Westshire'), brandColour: '#1d4f3f' }
  await saveCouncil(db, renamed, new Date(AT.getTime() + 2000))
  expect(await councils(db)).toEqual([renamed, council('301', 'Southshire')])
})

test('populations are a council’s own, one a year, and the last one given counts', async () => {
  const estimate = (year: number, children: number) => ({ year, children, source: 'ONS' })
  const save = (code: string, ...known: ReturnType<typeof estimate>[]) =>
    db.as(code, trx => saveChildPopulation(trx, code, known))
  await save('916', estimate(2024, 150_000), estimate(2023, 149_000))
  await save('916', estimate(2024, 151_000))
  await save('301', estimate(2024, 9))
  await save('301')
  expect(await db.as('916', childPopulation)).toEqual([
    estimate(2023, 149_000),
    estimate(2024, 151_000),
  ])
  expect(await db.as('301', childPopulation)).toEqual([estimate(2024, 9)])
  await expect(
    db.as('301', trx => saveChildPopulation(trx, '916', [estimate(2025, 1)])),
  ).rejects.toThrow(/row-level security/)
})
