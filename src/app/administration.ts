import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rooms } from '#council'
import { collectHeld, heldAsZip } from '#held'
import { keysInUse } from '#kit/files/rewrap.ts'
import { databaseVersion } from '#kit/db/index.ts'
import type { Jobs } from '#kit/jobs/index.ts'
import type { AdministrationRooms, Condition, Stored } from '#administration'
import { type App, countJob, incomingOf } from '../app.ts'
import { holdersOf, userPerson } from './holders.ts'
import { holdingsOf } from './holdings.ts'
import { version } from './version.ts'

const startedAt = new Date()

/** What the pages of administration are given of an open installation. */
export function administrationOf(app: App, rooms: Rooms, jobs: Jobs): AdministrationRooms {
  return {
    db: rooms.db,
    here: rooms.here,
    now: rooms.now,
    jobs,
    holdings: holdingsOf(app),
    stored: () => storedOf(app),
    condition: () => conditionOf(app),
    countAgain: (authority, actor) => jobs.send(countJob, authority, { actor }),
    exportUser: async (authority, userId, by) =>
      heldAsZip(await collectHeld(app.db, authority, userPerson(userId), holdersOf(app), by)),
  }
}

async function storedOf({ config }: App): Promise<Stored> {
  const folder = join(config.home, 'extracts')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  let files = 0
  let bytes = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    // Taken away between the two: then it is not there.
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => null)
    if (found === null) continue
    files++
    bytes += found.size
  }
  const counts = await keysInUse([folder, incomingOf(config).folder])
  const known = config.keys.all().map(key => key.id)
  const newest = config.keys.current().id
  const ids = [...known, ...[...counts.keys()].filter(id => !known.includes(id))]
  const keys = ids.map(id => ({
    id,
    files: counts.get(id) ?? 0,
    newest: id === newest,
    known: known.includes(id),
  }))
  return { files, bytes, keys, keysAreBeside: config.keysAreBeside }
}

async function conditionOf({ db, config }: App): Promise<Condition> {
  const postgres = await databaseVersion(db).catch(() => null)
  const store = await stat(config.home).catch(() => null)
  return {
    checks: [
      { name: 'Database', up: postgres !== null },
      { name: 'Store of extracts', up: store?.isDirectory() === true },
    ],
    sightline: version(),
    postgres: postgres ?? 'Not known',
    node: process.versions.node,
    embedded: config.databaseUrl === undefined,
    startedAt,
    mail: config.mail !== null,
    headsTo: config.mail?.headsTo ?? [],
  }
}
