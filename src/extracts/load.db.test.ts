import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import { journalHead, readJournal, verifyJournal } from '#journal'
import { openVault } from '#kit/files/vault.ts'
import { valueAt } from '#records'
import { testDatabase } from '../../tests/database.ts'
import { temporaryHome, testKeys } from '../../tests/county.ts'
import { careReturn, manyChildren } from '../../tests/ssda903.ts'
import { zipOf } from '../../tests/zip.ts'
import {
  type ExtractReader,
  type ExtractStore,
  frozenExtracts,
  historyOf,
  load,
  namedFiles,
  readers,
  refusalsFromBytes,
  type SourceFile,
} from './index.ts'

const db = await testDatabase()
const vault = openVault(temporaryHome(), testKeys)
const AT = new Date('2026-11-21T10:30:00Z')
const storeOf = (authority: string): ExtractStore => ({ db, vault, authority })
const loadInto = (authority: string, files: readonly SourceFile[], by = readers) =>
  load(storeOf(authority), files, by, { actor: 'p1', at: AT })
const extractsOf = (authority: string) => db.as(authority, frozenExtracts)
const actionsOf = async (authority: string) =>
  (await db.as(authority, trx => readJournal(trx, { limit: 50 }))).map(line => line.action)

const year2024 = careReturn({ year: 2024, children: manyChildren(20), home: [3, 4] })
const photo: SourceFile = {
  name: 'holiday.jpg',
  bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1]),
}

test('what was read is kept as it was read, and the journal says who loaded it', async () => {
  const { kept, refusals } = await loadInto('kept', year2024)
  expect(refusals).toEqual([])
  expect(kept).toHaveLength(1)
  const [extract] = await extractsOf('kept')
  expect(extract).toEqual(kept[0])
  expect(extract).toMatchObject({
    kind: 'ssda903',
    title: 'SSDA903 return for the year to 31 March 2024',
    files: ['header.csv', 'episodes.csv'],
    loadedAt: AT,
    loadedBy: 'p1',
  })
  const history = await historyOf(storeOf('kept'))
  expect(history.extracts).toEqual([extract?.id])
  expect(history.coverage.get('careEpisodes')).toHaveLength(1)
  const [line] = await db.as('kept', trx => readJournal(trx, { limit: 1 }))
  expect(line).toMatchObject({ action: 'extract.loaded', actor: 'p1', at: AT })
  expect(JSON.stringify(line)).not.toMatch(/header|episodes\.csv/)
  expect(await Array.fromAsync(verifyJournal(db, 'kept'))).toEqual([])
})

test('the same files again are known, however they are named, ordered or packed', async () => {
  const first = await loadInto('again', year2024)
  const id = first.kept[0]?.id
  const renamed = year2024.map(({ bytes }, place) => ({ name: `${place}.txt`, bytes })).toReversed()
  const packed = [{ name: 'return.zip', bytes: zipOf(year2024) }]
  for (const files of [year2024, renamed, packed]) {
    expect(await loadInto('again', files)).toEqual({ kept: [], alreadyThere: [id], refusals: [] })
  }
  expect(await extractsOf('again')).toHaveLength(1)
  expect(await actionsOf('again')).toEqual(['extract.loaded'])
})

test('two who load the same files at the same moment keep one extract', async () => {
  const loads = await Promise.all(Array.from({ length: 4 }, () => loadInto('race', year2024)))
  expect(loads.flatMap(each => each.kept)).toHaveLength(1)
  expect(loads.flatMap(each => each.alreadyThere)).toHaveLength(3)
  expect(await extractsOf('race')).toHaveLength(1)
  expect(await db.as('race', journalHead)).toMatchObject({ seq: 1 })
})

test('a later return extends the history, and where both hold a child the later one wins', async () => {
  await loadInto('later', year2024)
  // Child 1 has another date of birth a year later, and child 21 is new.
  const next = careReturn({ year: 2025, children: [...manyChildren(20, 2), 1] })
  const corrected = next.map(file => ({
    ...file,
    bytes: new TextEncoder().encode(
      new TextDecoder().decode(file.bytes).replace(/^1,2,\d+\/\d+\/\d+/m, '1,2,31/12/2010'),
    ),
  }))
  await loadInto('later', corrected)
  const history = await historyOf(storeOf('later'))
  expect(history.extracts).toHaveLength(2)
  const extracts = await extractsOf('later')
  expect(extracts.map(each => each.title)).toEqual([
    'SSDA903 return for the year to 31 March 2024',
    'SSDA903 return for the year to 31 March 2025',
  ])
  expect(history.childIds).toHaveLength(21)
  const children = history.tables.get('children')
  const row = children?.firstRow[history.childIds.indexOf('1')] ?? -1
  const bornOn = children?.columns['bornOn']
  expect(bornOn && valueAt(bornOn, row)).toBe(dayOf(2010, 12, 31))
  // What only the earlier return tells of is still there: each child came into care twice.
  expect(history.tables.get('careEpisodes')?.length).toBe(20 + 21)
})

test('the order in which two years are loaded changes nothing', async () => {
  const next = careReturn({ year: 2025, children: manyChildren(20, 5) })
  for (const files of [year2024, next]) await loadInto('forwards', files)
  for (const files of [next, year2024]) await loadInto('backwards', files)
  const [one, other] = [await historyOf(storeOf('forwards')), await historyOf(storeOf('backwards'))]
  expect(other.extracts).toEqual(one.extracts)
  expect(other.asOf).toBe(one.asOf)
})

test('files that nobody can read leave the store as it was, and each has its sentence', async () => {
  await loadInto('bad', year2024)
  const before = [await extractsOf('bad'), await actionsOf('bad'), [...(await namedFiles(db))]]
  const whole = zipOf(year2024)
  const cut = { name: 'cut.zip', bytes: whole.subarray(0, whole.length - 40) }
  const empty = { name: 'empty.csv', bytes: new Uint8Array() }
  const { kept, alreadyThere, refusals } = await loadInto('bad', [photo, cut, empty])
  expect([kept, alreadyThere]).toEqual([[], []])
  expect(refusals.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'cut.zip: This compressed file was cut short or is damaged. Send it again.',
    expect.stringMatching(/^holiday\.jpg: This file is a picture/),
    'empty.csv: This file is empty.',
  ])
  expect([await extractsOf('bad'), await actionsOf('bad'), [...(await namedFiles(db))]]).toEqual(
    before,
  )
})

test('a reader that fails is our fault, said so, and leaves the store as it was', async () => {
  const faults: unknown[] = []
  const broken: ExtractReader = {
    kind: 'ssda903',
    claims: () => true,
    group: files => [files],
    read: () => Promise.reject(new Error('a fault of ours')),
  }
  const loaded = await load(storeOf('fault'), year2024, [broken], {
    actor: 'p1',
    at: AT,
    fault: error => faults.push(error),
  })
  expect(loaded.kept).toEqual([])
  expect(loaded.refusals).toHaveLength(2)
  expect(loaded.refusals[0]?.message).toMatch(/fault in Sightline/)
  expect(faults).toHaveLength(1)
  expect(await extractsOf('fault')).toEqual([])
  expect(await actionsOf('fault')).toEqual([])
})

test('what was refused row by row is kept beside the extract', async () => {
  const [header, episodes] = year2024
  if (header === undefined || episodes === undefined) throw new Error('two files are built')
  const text = new TextDecoder().decode(episodes.bytes).replace('U4', 'U99').replace('C2', 'Q7')
  const { kept } = await loadInto('rows', [
    header,
    { name: 'episodes.csv', bytes: new TextEncoder().encode(text) },
  ])
  const [extract] = kept
  expect(extract?.refused.reduce((sum, each) => sum + each.count, 0)).toBe(2)
  const rows = refusalsFromBytes(await vault.get(extract?.refusalsSha256 ?? ''))
  expect(rows.map(each => `${each.row} ${each.column} ${each.value}`)).toEqual([
    '2 LS Q7',
    '2 PLACE U99',
  ])
})

test('two councils never see each other’s extracts, even with the same files', async () => {
  await loadInto('north', year2024)
  expect(await extractsOf('south')).toEqual([])
  const south = await loadInto('south', year2024)
  expect(south.kept).toHaveLength(1)
  await loadInto('north', careReturn({ year: 2025, children: [7] }))
  expect(await extractsOf('north')).toHaveLength(2)
  expect(await extractsOf('south')).toHaveLength(1)
  expect(await actionsOf('south')).toEqual(['extract.loaded'])
})

test('a kept extract can be neither changed nor taken away by the application', async () => {
  const { kept } = await loadInto('fixed', year2024)
  for (const statement of [
    'update extracts.extracts set title = id',
    'delete from extracts.extracts',
  ])
    await expect(
      db.as('fixed', async trx => {
        const { sql } = await import('kysely')
        await sql.raw(statement).execute(trx)
      }),
    ).rejects.toThrow(/permission denied/)
  expect(await extractsOf('fixed')).toEqual(kept)
})
