import { readdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type App, openApp } from '#app'
import { readConfig } from '#config'
import { tryOut } from '#council'
import { library } from '#indicators'
import { readJournal, verifyJournal } from '#journal'
import { openLog } from '#kit/log.ts'
import { figuresAreStale, verifyFigures } from '#performance'
import { temporaryHome } from '../../tests/county.ts'
import { runChild } from '../../tests/crash.ts'
import { crashReturn } from '../../tests/ssda903.ts'
import { frozenExtracts, load, namedFiles, readers, sweep } from './index.ts'

const OWN = tryOut.code

test('killed -9 while it loads, again and again, what was acknowledged is there and whole', {
  timeout: 180_000,
}, async () => {
  const home = temporaryHome()
  const acknowledged: string[] = []
  for (let round = 0; round < 6; round++) {
    const loader = runChild('tests/crash/loader.ts', [home, String(1 + round * 1000)])
    await loader.until(2 + round)
    await pause(Math.random() * 60)
    // In turn our process, the server's, and both at once.
    if (round % 3 > 0) process.kill(serverOf(home), 'SIGKILL')
    if (round % 3 !== 1) await loader.kill()
    else await loader.ended()
    const kept = loader.lines().filter(line => line !== 'open')
    acknowledged.push(...kept.map(line => line.split(' ')[1] ?? ''))
    await inside(home, app => holdsWhole(app, acknowledged))
  }
  expect(acknowledged.length).toBeGreaterThan(15)
  await inside(home, async app => {
    await sweepsLeftOvers(app, home)
    await holdsWhole(app, acknowledged)
    await loadsAgain(app)
  })
})

async function holdsWhole(app: App, acknowledged: readonly string[]): Promise<void> {
  const extracts = await app.db.as(OWN, frozenExtracts)
  const ids = extracts.map(extract => extract.id)
  expect(ids).toEqual(expect.arrayContaining([...acknowledged]))
  for (const { lists, refusalsSha256 } of extracts) {
    // A frozen file that is not whole does not have the hash that it is named by.
    for (const { sha256 } of lists) await app.vault.get(sha256)
    await app.vault.get(refusalsSha256)
    expect(lists.map(({ list }) => list)).toEqual(expect.arrayContaining(['careEpisodes']))
  }
  const lines = await app.db.as(OWN, trx => readJournal(trx, { limit: 100_000 }))
  const loaded = lines.filter(line => line.action === 'extract.loaded')
  expect(loaded.map(line => line.subjectId).toSorted()).toEqual(
    ids.map(id => id.slice(0, 8)).toSorted(),
  )
  expect(await Array.fromAsync(verifyJournal(app.db, OWN))).toEqual([])
  await app.recountIfStale(OWN, 'test')
  const store = app.storeOf(OWN)
  expect(await figuresAreStale(store, library)).toBe(false)
  expect(await verifyFigures(store, library)).toMatchObject({ differences: [], stale: null })
}

async function sweepsLeftOvers({ db, vault }: App, home: string): Promise<void> {
  const folder = join(home, 'extracts')
  const inTwoDays = new Date(Date.now() + 2 * 24 * 3_600_000)
  await sweep({ db, vault, incoming: join(home, 'incoming') }, inTwoDays, false)
  const there = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = there.filter(entry => entry.isFile()).map(entry => entry.name)
  expect(files.toSorted()).toEqual([...(await namedFiles(db))].toSorted())
}

async function loadsAgain(app: App): Promise<void> {
  const by = { actor: 'test', at: new Date() }
  const known = await load(app.storeOf(OWN), crashReturn(1), readers, by)
  expect([known.kept.length, known.alreadyThere.length]).toEqual([0, 1])
  const fresh = await load(app.storeOf(OWN), crashReturn(99_999), readers, by)
  expect(fresh.kept).toHaveLength(1)
}

async function inside(home: string, work: (app: App) => Promise<void>): Promise<void> {
  const app = await openApp(readConfig({ SIGHTLINE_HOME: home }), openLog('silent'))
  try {
    await work(app)
  } finally {
    await app.close()
  }
}

function serverOf(home: string): number {
  const data = join(home, 'database', 'data')
  expect(readdirSync(data)).toContain('postmaster.pid')
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
}
