import { expect, test } from 'vitest'
import { type ExtractStore, load, readers, shortId } from '#extracts'
import { readJournal } from '#journal'
import { expand } from '#kit/files/archive.ts'
import { openVault } from '#kit/files/vault.ts'
import { temporaryHome, testKeys } from '../../tests/county.ts'
import { testDatabase } from '../../tests/database.ts'
import { careReturn } from '../../tests/ssda903.ts'
import {
  collectHeld,
  heldAsJson,
  heldAsZip,
  heldInExtracts,
  heldInJournal,
  heldInWords,
  type Holds,
} from './index.ts'

const db = await testDatabase()
const vault = openVault(temporaryHome(), testKeys)
const AT = new Date('2026-11-21T10:30:00Z')
const by = { actor: 'p1', at: AT }
const storeOf = (authority: string): ExtractStore => ({ db, vault, authority })
const holders = [heldInExtracts(storeOf), heldInJournal(db, 'child')]
const child = (id: string) =>
  ({ kind: 'child', id, ref: `r${Buffer.from(id).toString('hex')}` }) as const
const collect = (authority: string, id: string, more: readonly Holds[] = []) =>
  collectHeld(db, authority, child(id), [...holders, ...more], by)

for (const [authority, children] of [
  ['north', [7001, 7002, 70]],
  ['south', [7003]],
] as const) {
  for (const year of [2024, 2025]) {
    const files = careReturn({ year, children, home: [7001] }).map(file => ({
      ...file,
      // A date of birth that cannot be, so that something is refused.
      bytes: Buffer.from(
        Buffer.from(file.bytes)
          .toString()
          .replace(/^70,1,[^,]+/m, '70,1,31/02/2011'),
      ),
    }))
    await load(storeOf(authority), files, readers, by)
  }
}

test('every row of every list in every extract is there, and nobody else’s', async () => {
  const held = await collect('north', '7001')
  expect(held.parts.map(({ source, name, rows }) => `${source}: ${rows.length} ${name}`)).toEqual([
    expect.stringMatching(/2024: 1 careEpisodes$/),
    expect.stringMatching(/2024: 1 children$/),
    expect.stringMatching(/2025: 1 careEpisodes$/),
    expect.stringMatching(/2025: 1 children$/),
  ])
  const text = heldAsJson(held)
  expect(text).not.toMatch(/7002|7003|"70"/)
  const [episodes] = JSON.parse(text).parts
  expect(episodes.rows[0]).toMatchObject({ startedOn: '2023-06-02', endedOn: '2024-03-10' })
  expect(heldInWords(held)).toBe(
    'Everything held about a child on 21 November 2026: 4 rows in 4 parts',
  )
})

test('a number that is the beginning of another’s, another council’s child, and no number find nothing of theirs', async () => {
  const seventy = await collect('north', '70')
  expect(heldAsJson(seventy)).not.toMatch(/700/)
  for (const id of ['7003', '', '700', '7001 ', '%'])
    expect((await collect('north', id)).parts, id).toEqual([])
})

test('the journal says that it was put together, without the child', async () => {
  await collect('south', '7003')
  const [line] = await db.as('south', trx => readJournal(trx, { limit: 1 }))
  expect(line).toMatchObject({
    actor: 'p1',
    action: 'held.exported',
    detail: { parts: 4, rows: 4 },
  })
  expect(JSON.stringify(line)).not.toContain('7003')
  const again = await collect('south', '7003')
  const journal = again.parts.find(part => part.name === 'journal')
  expect(journal?.rows).toEqual([
    [AT.toISOString(), 'p1', 'held.exported', `child ${child('7003').ref}`, expect.any(String)],
  ])
})

test('another room that holds something of a child is asked too, and one that holds of users is not', async () => {
  const part = {
    source: 'The record of who looked',
    sourceId: null,
    title: 'Looked at',
    name: 'looked',
    columns: [{ name: 'at', means: 'When' }],
    rows: [['2026-11-20']],
  }
  const room: Holds = { of: 'child', about: () => Promise.resolve([part]) }
  const other: Holds = { of: 'user', about: () => Promise.reject(new Error('not asked')) }
  expect((await collect('north', '7002', [room, other])).parts).toContainEqual(part)
})

test('the zip has a page to read, a sheet for each part, and everything for a machine', async () => {
  const held = await collect('north', '7002')
  const { files } = await expand({ name: 'held.zip', bytes: heldAsZip(held) })
  const names = files.map(file => file.name.replace('held.zip/', ''))
  expect(names).toHaveLength(2 + held.parts.length)
  expect(names[0]).toBe('read-me-first.html')
  const id = shortId(held.parts[0]?.sourceId ?? '')
  expect(names[2]).toBe(`001-careEpisodes-${id}.csv`)
  const text = (place: number) => Buffer.from(files[place]?.bytes ?? []).toString()
  expect(text(0)).toContain('known as 7002')
  expect(text(0)).toContain('<h2>Episodes of care</h2>')
  expect(text(1)).toBe(heldAsJson(held))
})

test('words of a hostile record stay words on the page and in the sheets', async () => {
  const hostile = '<script>alert(1)</script>'
  const room: Holds = {
    of: 'child',
    about: () =>
      Promise.resolve([
        {
          source: hostile,
          sourceId: null,
          title: hostile,
          name: 'x',
          columns: [{ name: 'a', means: hostile }],
          rows: [[`=${hostile}`]],
        },
      ]),
  }
  const { files } = await expand({
    name: 'held.zip',
    bytes: heldAsZip(await collectHeld(db, 'north', child(hostile), [room], by)),
  })
  const [page, , sheet] = files.map(file => Buffer.from(file.bytes).toString())
  expect(page).not.toContain('<script>')
  expect(sheet).toContain(`'=<script>`)
})
