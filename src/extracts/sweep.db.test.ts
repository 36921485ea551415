import { existsSync } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openVault } from '#kit/files/vault.ts'
import { temporaryHome, testKeys } from '../../tests/county.ts'
import { testDatabase } from '../../tests/database.ts'
import { careReturn } from '../../tests/ssda903.ts'
import { historyOf, load, namedFiles, readers, sweep } from './index.ts'

const db = await testDatabase()
const NOW = new Date('2026-11-21T10:30:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function home() {
  const folder = temporaryHome()
  const place = {
    folder,
    vault: openVault(join(folder, 'extracts'), testKeys),
    incoming: join(folder, 'in'),
  }
  await mkdir(place.incoming)
  return place
}

async function made(hours: number, place: string): Promise<string> {
  await utimes(place, hoursAgo(hours), hoursAgo(hours))
  return place
}

test('frozen files that no extract names go when they are a day old, and no sooner', async () => {
  const { folder, vault, incoming } = await home()
  const placeOf = (name: string) => join(folder, 'extracts', name.slice(0, 2), name)
  const old = await made(25, placeOf(await vault.put(bytesOf('left over yesterday'))))
  const young = await made(23, placeOf(await vault.put(bytesOf('perhaps being loaded now'))))
  const half = await made(25, `${old}.0b8f7a52-6f1e-4a0e-9b0e-6f0f1f2f3f4f.part`).catch(
    async () => {
      const place = `${old}.0b8f7a52-6f1e-4a0e-9b0e-6f0f1f2f3f4f.part`
      await writeFile(place, 'half')
      return made(25, place)
    },
  )
  const foreign = join(folder, 'extracts', 'README.txt')
  await writeFile(foreign, 'Not ours')
  await made(1000, foreign)
  const swept = await sweep({ db, vault, incoming }, NOW, false)
  expect(swept).toEqual({ frozenFiles: 2, uploads: 0 })
  expect([old, half, young, foreign].map(existsSync)).toEqual([false, false, true, true])
})

test('what an extract names stays, however old it is', async () => {
  const { folder, vault, incoming } = await home()
  const store = { db, vault, authority: 'named' }
  const files = careReturn({ year: 2024, children: [1, 2, 3] })
  await load(store, files, readers, { actor: 'p1', at: NOW })
  for (const name of await namedFiles(db)) {
    await made(10_000, join(folder, 'extracts', name.slice(0, 2), name))
  }
  expect(await sweep({ db, vault, incoming }, NOW, false)).toEqual({ frozenFiles: 0, uploads: 0 })
  expect((await historyOf(store)).extracts).toHaveLength(1)
})

test('a file that is put again is young again, for a load that is about to name it', async () => {
  const { folder, vault, incoming } = await home()
  const sha256 = await vault.put(bytesOf('the same rows as last week'))
  await made(200, join(folder, 'extracts', sha256.slice(0, 2), sha256))
  await vault.put(bytesOf('the same rows as last week'))
  await sweep({ db, vault, incoming }, new Date(), false)
  const there = await vault.get(sha256)
  expect(new TextDecoder().decode(there)).toBe('the same rows as last week')
})

test('uploads of a day ago go, but none while a load is still to be done', async () => {
  const { vault, incoming } = await home()
  for (const [name, hours] of [
    ['waiting', 1],
    ['forgotten', 30],
  ] as const) {
    await mkdir(join(incoming, name))
    await writeFile(join(incoming, name, '001 episodes.csv'), 'CHILD')
    await made(hours, join(incoming, name))
  }
  expect(await sweep({ db, vault, incoming }, NOW, true)).toMatchObject({ uploads: 0 })
  expect(await readdir(incoming)).toEqual(['forgotten', 'waiting'])
  expect(await sweep({ db, vault, incoming }, NOW, false)).toMatchObject({ uploads: 1 })
  expect(await readdir(incoming)).toEqual(['waiting'])
})

test('an installation that never loaded anything has nothing to sweep', async () => {
  const folder = temporaryHome()
  const places = {
    db,
    vault: openVault(join(folder, 'none'), testKeys),
    incoming: join(folder, 'neither'),
  }
  expect(await sweep(places, NOW, false)).toEqual({ frozenFiles: 0, uploads: 0 })
})
