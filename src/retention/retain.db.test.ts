import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import {
  destroyedExtracts,
  type ExtractStore,
  frozenExtracts,
  load,
  readers,
  sweep,
} from '#extracts'
import { library } from '#indicators'
import { readJournal, verifyJournal } from '#journal'
import { openVault, sha256Of } from '#kit/files/vault.ts'
import { allSeries, figuresAreStale, latestCount, recount, verifyFigures } from '#performance'
import { temporaryHome, testKeys } from '../../tests/county.ts'
import { testDatabase } from '../../tests/database.ts'
import { careReturn, manyChildren } from '../../tests/ssda903.ts'
import { decideRule, destroyedThings, extractHolding, retain } from './index.ts'

const db = await testDatabase()
const folder = temporaryHome()
const first = new Date('2026-11-21T10:30:00Z')
const second = new Date('2028-05-01T10:30:00Z')
/** The first extract is over ten years old on this day and the second is not. */
const later = new Date('2036-11-23T03:00:00Z')
const by = { today: day('2036-11-23'), at: later, actor: 'retention' }

const storeOf = (authority: string): ExtractStore => ({
  db,
  vault: openVault(join(folder, authority), testKeys),
  authority,
})
const holdings = [extractHolding(storeOf, library)]
let next = 0

/** Two years of children whom no other council has, so that no file is another's too. */
async function counted(
  authority: string,
  store = storeOf(authority),
  from = (next +=
    1000),
): Promise<ExtractStore> {
  const year2024 = careReturn({
    year: 2024,
    children: manyChildren(30, from),
    home: [from + 3, from + 4],
  })
  const year2025 = careReturn({ year: 2025, children: manyChildren(30, from + 20) })
  await load(store, year2024, readers, { actor: 'p1', at: first })
  await load(store, year2025, readers, { actor: 'p1', at: second })
  await recount(store, library, { actor: 'p1', at: second })
  return store
}

const figuresOf = (authority: string) => db.as(authority, allSeries)
const filesOf = (authority: string) =>
  readdirSync(join(folder, authority), { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  ).length

test('an extract whose time is over is destroyed, its figures stay, and the log says by which rule', async () => {
  const store = await counted('over')
  const [old, young] = await db.as('over', frozenExtracts)
  const before = await figuresOf('over')
  const files = filesOf('over')
  const outcomes = await retain(db, 'over', holdings, by)
  const rule = 'Extracts of children’s records are kept for 10 years after they were loaded.'
  expect(outcomes).toMatchObject([{ kind: 'extracts', thing: old?.id, rule, hash: old?.id }])
  expect((await db.as('over', frozenExtracts)).map(each => each.id)).toEqual([young?.id])
  expect(await db.as('over', destroyedExtracts)).toMatchObject([
    { id: old?.id, rule, destroyedAt: later, destroyedBy: 'retention' },
  ])
  expect(await db.as('over', destroyedThings)).toMatchObject([
    { kind: 'extracts', thing: old?.id, rule, destroyedAt: later },
  ])
  for (const { sha256 } of old?.lists ?? []) {
    const isShared = young?.lists.some(list => list.sha256 === sha256)
    expect(existsSync(join(folder, 'over', sha256.slice(0, 2), sha256))).toBe(isShared)
  }
  expect(filesOf('over')).toBeLessThan(files)
  expect(await figuresOf('over')).toEqual(before)
  const verified = await verifyFigures(store, library)
  expect(verified).toMatchObject({ differences: [], stale: null })
  expect(verified.destroyed).toMatchObject([{ extract: { id: old?.id, rule } }])
  expect(verified.destroyed[0]?.figures).toBeGreaterThan(0)
  const lines = await db.as('over', trx => readJournal(trx, { limit: 20 }))
  expect(lines.find(line => line.action === 'retention.destroyed')).toMatchObject({
    actor: 'retention',
    subjectId: old?.id.slice(0, 8),
    detail: { rule, hash: old?.id },
  })
  expect(await Array.fromAsync(verifyJournal(db, 'over'))).toEqual([])
})

test('a second run on the same day finds nothing, and counting again changes nothing', async () => {
  const store = await counted('again')
  await retain(db, 'again', holdings, by)
  const before = await figuresOf('again')
  expect(await retain(db, 'again', holdings, by)).toEqual([])
  expect(await db.as('again', destroyedThings)).toHaveLength(1)
  expect(await figuresAreStale(store, library)).toBe(false)
  await recount(store, library, by)
  expect(await figuresOf('again')).toEqual(before)
})

test('a figure that was settled and then changed by hand is found all the same', async () => {
  const store = await counted('tampered')
  await retain(db, 'tampered', holdings, by)
  await sql`update performance.figures set numerators[1] = numerators[1] + 1
    where authority = 'tampered' and dimension = 'county' and numerators[1] <> 'NaN'`.execute(
    db.owner,
  )
  const { differences } = await verifyFigures(store, library)
  expect(differences.length).toBeGreaterThan(0)
})

test('a later extract adds its months, and those of the one destroyed are still there', async () => {
  const store = await counted('later')
  await retain(db, 'later', holdings, by)
  const before = await db.as('later', latestCount)
  await load(store, careReturn({ year: 2026, children: manyChildren(30, 40) }), readers, {
    actor: 'p1',
    at: later,
  })
  expect(await figuresAreStale(store, library)).toBe(true)
  await recount(store, library, by)
  const after = await db.as('later', latestCount)
  expect(after?.firstMonth).toBe(before?.firstMonth)
  expect(after?.asOf).toBeGreaterThan(before?.asOf ?? 0)
  expect(await verifyFigures(store, library)).toMatchObject({ differences: [], stale: null })
})

test('when every extract is over, the figures are still what they were', async () => {
  const store = await counted('all')
  const before = await figuresOf('all')
  const end = { ...by, today: day('2050-01-01'), at: new Date('2050-01-01T03:00:00Z') }
  expect(await retain(db, 'all', holdings, end)).toHaveLength(2)
  expect(await db.as('all', frozenExtracts)).toEqual([])
  // The empty list of refusals is another council’s too, and there is nothing in it.
  const left = readdirSync(join(folder, 'all'), { recursive: true }).map(String)
  expect(left.filter(name => name.length > 3).map(name => name.slice(3))).toEqual([
    sha256Of(new Uint8Array()),
  ])
  expect(await figuresOf('all')).toEqual(before)
  expect(await figuresAreStale(store, library)).toBe(false)
  const verified = await verifyFigures(store, library)
  expect(verified).toMatchObject({ differences: [], stale: null })
  expect(verified.destroyed).toHaveLength(2)
})

test('a dry run says what would go, and destroys nothing', async () => {
  await counted('dry')
  const before = [await db.as('dry', frozenExtracts), filesOf('dry')]
  expect(await retain(db, 'dry', holdings, { ...by, dryRun: true })).toHaveLength(1)
  expect([await db.as('dry', frozenExtracts), filesOf('dry')]).toEqual(before)
  expect(await db.as('dry', destroyedThings)).toEqual([])
})

test('the council’s own rule goes before, from its day on, and its reason is in the journal', async () => {
  await counted('decided')
  await decideRule(db, 'decided', {
    kind: 'extracts',
    from: day('2036-12-01'),
    months: null,
    because: 'An inquiry asked for them',
    setBy: 'p1',
    setAt: first,
  })
  expect(await retain(db, 'decided', holdings, { ...by, dryRun: true })).toHaveLength(1)
  const december = { ...by, today: day('2036-12-01') }
  expect(await retain(db, 'decided', holdings, december)).toEqual([])
  const [line] = await db.as('decided', trx => readJournal(trx, { limit: 1 }))
  expect(line).toMatchObject({ action: 'retention.decided', subjectId: 'extracts' })
})

test('stopped before the files were gone, the sweep at the next start destroys them', async () => {
  const store = await counted('stopped')
  const [old] = await db.as('stopped', frozenExtracts)
  const broken: ExtractStore = {
    ...store,
    vault: { ...store.vault, remove: () => Promise.reject(new Error('the power went')) },
  }
  const failing = retain(db, 'stopped', [extractHolding(() => broken, library)], by)
  await expect(failing).rejects.toThrow('the power went')
  const sha256 = old?.lists[0]?.sha256 ?? ''
  const place = join(folder, 'stopped', sha256.slice(0, 2), sha256)
  expect(existsSync(place)).toBe(true)
  await sweep({ db, vault: store.vault, incoming: join(folder, 'none') }, later, false)
  expect(existsSync(place)).toBe(false)
  await recount(store, library, by)
  expect(await verifyFigures(store, library)).toMatchObject({ differences: [], stale: null })
})

test('files that another council’s extract names too stay until that goes', async () => {
  const shared = openVault(join(folder, 'shared'), testKeys)
  const one = await counted('one', { db, vault: shared, authority: 'one' }, 500)
  const other = await counted('other', { db, vault: shared, authority: 'other' }, 500)
  const both = [extractHolding(authority => (authority === 'one' ? one : other), library)]
  await retain(db, 'one', both, by)
  expect(await verifyFigures(other, library)).toMatchObject({ differences: [], destroyed: [] })
  await retain(db, 'other', both, by)
  expect((await verifyFigures(other, library)).destroyed).toHaveLength(1)
})

test('the log cannot be changed by the application', async () => {
  await counted('fixed')
  await retain(db, 'fixed', holdings, by)
  for (const statement of [
    'delete from retention.destroyed',
    'update retention.destroyed set words = $$x$$',
    'delete from extracts.destroyed',
    'delete from performance.settled',
  ])
    await expect(db.as('fixed', trx => sql.raw(statement).execute(trx))).rejects.toThrow(
      /permission denied/,
    )
})

function day(text: string): number {
  return parseIsoDay(text) ?? 0
}
