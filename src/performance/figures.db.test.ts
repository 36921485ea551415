import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { parseIsoMonth } from '#calendar'
import { saveChildPopulation } from '#council'
import { type ExtractStore, frozenExtracts, load, readers } from '#extracts'
import { isOfRecords, library, membersOf, usualStandards, wholeCounty } from '#indicators'
import { readJournal, verifyJournal } from '#journal'
import { openVault } from '#kit/files/vault.ts'
import { county, countyApp, temporaryHome, testKeys } from '../../tests/county.ts'
import { testDatabase } from '../../tests/database.ts'
import { careReturn, manyChildren } from '../../tests/ssda903.ts'
import {
  allSeries,
  figuresAreStale,
  latestCount,
  openShelf,
  readingsOf,
  readingsOfDimension,
  readingsOfIndicator,
  recount,
  sliceNames,
  verifyFigures,
} from './index.ts'

const app = await countyApp()
const db = await testDatabase()
const folder = temporaryHome()
const by = { actor: 'p1', at: new Date('2026-11-21T10:30:00Z') }
const storeOf = (authority: string): ExtractStore => ({
  db,
  vault: openVault(join(folder, authority), testKeys),
  authority,
})

async function counted(authority: string): Promise<ExtractStore> {
  const store = storeOf(authority)
  await load(store, careReturn({ year: 2024, children: manyChildren(30) }), readers, by)
  await recount(store, library, by)
  return store
}

async function loadMore(store: ExtractStore): Promise<void> {
  await load(store, careReturn({ year: 2025, children: manyChildren(30, 20) }), readers, by)
}

test('the county’s figures are what its extracts and definitions give, and its journal is whole', async () => {
  const verified = await verifyFigures(app.storeOf(county), library)
  expect(verified).toEqual({
    compared: expect.any(Number),
    differences: [],
    stale: null,
    destroyed: [],
  })
  expect(verified.compared).toBeGreaterThan(10_000)
  expect(await Array.fromAsync(verifyJournal(app.db, county))).toEqual([])
  const lines = await app.db.as(county, trx => readJournal(trx, { limit: 20_000 }))
  const extracts = await app.db.as(county, frozenExtracts)
  // The demonstration's findings, plans and inspections write lines of their own.
  const own = lines.filter(
    ({ action }) => /^(figures|extract)\./.test(action) && action !== 'figures.published',
  )
  expect(own.map(line => line.action)).toEqual([
    'figures.counted',
    ...extracts.map(() => 'extract.loaded'),
  ])
})

/** Who says so in the demonstration: a person who entered it, or the practice audits themselves. */
const whoSays = ['Performance analyst', 'Sightline']

test('every indicator has a reading, and each figure names its extract or who entered it', async () => {
  const found = await app.db.as(county, trx => readingsOf(trx, library))
  const extracts = await app.db.as(county, frozenExtracts)
  expect(found?.readings.map(each => each.definition.code)).toEqual(
    library.map(each => each.code).toSorted(),
  )
  const ids = extracts.map(each => each.id)
  for (const { definition, latest, version, missing } of found?.readings ?? []) {
    expect(version).toBe(definition.version)
    const rests =
      definition.kind === 'record'
        ? latest === null || ids.includes(latest.extract)
        : latest?.extract === '' && whoSays.includes(latest.entered?.name ?? '')
    expect(rests, definition.code).toBe(true)
    expect(latest === null || missing.length === 0, definition.code).toBe(true)
  }
})

test('the children behind a figure are as many as the figure says, in the county and in a team', async () => {
  const history = await openShelf(app.storeOf).history(county)
  const [team = ''] = await app.db.as(county, trx => sliceNames(trx, 'team'))
  for (const slice of [wholeCounty, { dimension: 'team', name: team } as const]) {
    const found = await app.db.as(county, trx => readingsOf(trx, library, slice))
    for (const { definition, latest } of found?.readings ?? []) {
      if (latest === null || !isOfRecords(definition)) continue
      const members = membersOf(history, definition, latest.month, slice, usualStandards)
      const group = definition.unit === 'percentage' ? latest.denominator : latest.numerator
      if (definition.unit === 'average') continue
      expect(members.length, `${definition.code} ${slice.name}`).toBe(group)
      if (definition.unit !== 'percentage') continue
      expect(members.filter(each => each.counted).length).toBe(latest.numerator)
    }
  }
})

test('the parts of a breakdown add up to the whole', async () => {
  for (const definition of library.filter(isOfRecords)) {
    const found = await app.db.as(county, trx => readingsOfIndicator(trx, definition))
    const whole = found?.readings.find(each => each.slice.dimension === 'county')
    if (!whole?.latest || definition.unit === 'average') continue
    const parts = found?.readings.filter(each => each.slice.dimension === 'sex') ?? []
    const sum = parts
      .filter(part => part.latest?.month === whole.latest?.month)
      .reduce((total, part) => total + (part.latest?.numerator ?? 0), 0)
    expect(sum, definition.code).toBe(whole.latest.numerator)
  }
})

test('a figure that was changed by hand is found, with what it should be', async () => {
  const store = await counted('changed')
  const [series] = (await db.as('changed', allSeries)).filter(
    each => each.slice.dimension === 'county' && each.numerators.some(value => value > 0),
  )
  const place = series?.numerators.findIndex(value => value > 0) ?? -1
  const right = series?.numerators[place] ?? 0
  await sql`update performance.figures set numerators[${place + 1}] = ${right + 1}
    where authority = 'changed' and indicator = ${series?.indicator} and dimension = 'county'`.execute(
    db.owner,
  )
  const { differences, stale } = await verifyFigures(store, library)
  expect(stale).toBeNull()
  expect(differences).toHaveLength(1)
  expect(differences[0]).toMatchObject({ indicator: series?.indicator, slice: wholeCounty })
  expect(differences[0]?.kept).toMatch(new RegExp(`^${right + 1}( of |$)`))
  expect(differences[0]?.recomputed).toMatch(new RegExp(`^${right}( of |$)`))
})

test.each([
  ['months cut off', `update performance.figures set numerators = numerators[1:3]`],
  ['a series taken out', `delete from performance.figures where dimension = 'county'`],
  ['a version changed', `update performance.counts set library = 'X1.1'`],
  [
    'the months moved',
    `update performance.counts set first_month = first_month - interval '1 month'`,
  ],
])('%s by hand is found', async (name, statement) => {
  const authority = name.replaceAll(' ', '-')
  const store = await counted(authority)
  await sql`${sql.raw(statement)} ${sql.raw(statement.includes(' where ') ? 'and' : 'where')}
    authority = ${authority}`.execute(db.owner)
  const { differences, stale } = await verifyFigures(store, library)
  expect(differences.length > 0 || stale !== null).toBe(true)
})

test('a frozen file that was altered or removed is found, and named', async () => {
  const store = await counted('frozen')
  const [extract] = await db.as('frozen', frozenExtracts)
  const sha256 = extract?.lists.find(each => each.list === 'careEpisodes')?.sha256 ?? ''
  const place = join(folder, 'frozen', sha256.slice(0, 2), sha256)
  await appendFile(place, 'x')
  await expect(verifyFigures(store, library)).rejects.toThrow(
    `The frozen file ${sha256.slice(0, 12)} has been altered`,
  )
  await rm(place)
  await expect(verifyFigures(store, library)).rejects.toThrow(/is missing from/)
  await expect(recount(store, library, by)).rejects.toThrow(/is missing from/)
  expect(await db.as('frozen', allSeries)).not.toEqual([])
})

test('figures that are not of all extracts, or of other definitions, are stale', async () => {
  const store = await counted('stale')
  expect(await figuresAreStale(store, library)).toBe(false)
  expect(await figuresAreStale(store, library.slice(1))).toBe(true)
  expect((await verifyFigures(store, library.slice(1))).stale).toMatch(/other definitions/)
  await loadMore(store)
  expect(await figuresAreStale(store, library)).toBe(true)
  expect((await verifyFigures(store, library)).stale).toMatch(/loaded after/)
  await recount(store, library, by)
  expect(await figuresAreStale(store, library)).toBe(false)
  expect(await verifyFigures(store, library)).toMatchObject({ differences: [], stale: null })
})

test('with no extract nothing is counted, nothing is stale and nothing differs', async () => {
  const store = storeOf('nobody')
  expect(await db.as('nobody', trx => readingsOf(trx, library))).toBeNull()
  expect(await figuresAreStale(store, library)).toBe(false)
  expect(await verifyFigures(store, library)).toEqual({
    compared: 0,
    differences: [],
    stale: null,
    destroyed: [],
  })
})

test('counts at the same moment, with a load between them, leave the figures of all extracts', async () => {
  const store = await counted('busy')
  await Promise.all([
    recount(store, library, by),
    loadMore(store).then(() => recount(store, library, by)),
    recount(store, library, by),
  ])
  expect((await db.as('busy', latestCount))?.extracts).toHaveLength(2)
  expect(await verifyFigures(store, library)).toMatchObject({ differences: [], stale: null })
})

test('figures of a council are nowhere in another’s', async () => {
  await counted('north')
  expect(await db.as('south', allSeries)).toEqual([])
  expect(await db.as('south', latestCount)).toBeNull()
  const mixed = db.as('south', trx =>
    sql`insert into performance.figures values ('north', 'X', 'county', '', 1, '{}', '{}')`.execute(
      trx,
    ),
  )
  await expect(mixed).rejects.toThrow(/row-level security/)
})

test('a rate is counted over the children of the area, and is a count where nobody said how many', async () => {
  const store = await counted('rates')
  const rates = library.filter(each => each.unit === 'rate')
  const valueNow = async () => {
    const found = await db.as('rates', trx => readingsOf(trx, rates))
    return found?.readings.flatMap(({ definition, latest }) =>
      latest === null ? [] : [{ definition, latest }],
    )
  }
  const before = (await valueNow()) ?? []
  expect(before.length).toBeGreaterThan(0)
  for (const { definition, latest } of before) {
    expect([definition.unit, latest.value]).toEqual(['count', latest.numerator])
  }
  await db.as('rates', trx =>
    saveChildPopulation(trx, 'rates', [{ year: 2023, children: 20_000, source: 'A guess' }]),
  )
  await recount(store, library, by)
  const now = (await valueNow()) ?? []
  expect(now.length).toBeGreaterThan(0)
  expect(now.every(({ definition }) => definition.unit === 'rate')).toBe(true)
  for (const { latest } of now) expect(latest.denominator).toBeGreaterThan(0)
  expect(await verifyFigures(store, library)).toMatchObject({ differences: [], stale: null })
})

test('a shelf keeps one history until another extract is loaded', async () => {
  const store = await counted('shelf')
  const shelf = openShelf(() => store)
  const first = await shelf.history('shelf')
  expect(await shelf.history('shelf')).toBe(first)
  await loadMore(store)
  const second = await shelf.history('shelf')
  expect(second).not.toBe(first)
  expect(second.extracts).toHaveLength(2)
})

test('teams and localities are read from the extracts that name them', async () => {
  const found = await app.db.as(county, trx => readingsOfDimension(trx, library, 'locality'))
  const names = await app.db.as(county, trx => sliceNames(trx, 'locality'))
  expect(names.length).toBeGreaterThanOrEqual(6)
  expect(new Set(found?.readings.map(each => each.slice.name))).toEqual(new Set(names))
  const count = await app.db.as(county, latestCount)
  expect(count?.firstMonth).toBeLessThan(parseIsoMonth('2026-03') ?? 0)
})
