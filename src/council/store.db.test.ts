import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import {
  childPopulation,
  insertSetting,
  logo,
  logoHash,
  removeLogo,
  saveBrandColour,
  saveLogo,
  settings,
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

test('settings are kept one after another, and today’s name is the council’s', async () => {
  await saveCouncil(db, council('555', 'Oldshire'), AT)
  const name = (value: string, from: number, setAt = AT) => ({
    key: 'name' as const,
    value,
    from,
    because: 'Local government reorganisation',
    setBy: 'p1',
    setAt,
  })
  const today = Math.floor(Date.now() / 86_400_000)
  const kept = [name('Newshire', today - 10), name('Later Newshire', today + 400)]
  await db.as('555', async trx => {
    for (const each of kept) await insertSetting(trx, '555', each)
  })
  expect(await db.as('555', settings)).toEqual(kept)
  expect(await db.as('301', settings)).toEqual([])
  expect((await councils(db)).find(each => each.code === '555')?.name).toBe('Newshire')
})

test('a colour and a logo are a council’s own', async () => {
  await saveCouncil(db, council('777', 'Eastshire'), AT)
  const picture = { type: 'image/png' as const, content: Buffer.from('png'), sha256: 'ab' }
  await db.as('777', async trx => {
    await saveBrandColour(trx, '#123456')
    await saveLogo(trx, '777', { ...picture, sha256: 'aa' }, AT)
    await saveLogo(trx, '777', picture, AT)
  })
  const colours = (await councils(db)).filter(each => each.brandColour === '#123456')
  expect(colours.map(each => each.code)).toEqual(['777'])
  expect(await db.as('777', logo)).toEqual(picture)
  expect(await db.as('301', logoHash)).toBeNull()
  await db.as('777', removeLogo)
  expect(await db.as('777', logoHash)).toBeNull()
})
