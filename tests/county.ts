import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { type App, appOn } from '#app'
import type { Config } from '#config'
import { connect, type Database } from '#kit/db/index.ts'
import { keyRingOf } from '#kit/files/keys.ts'
import { openJobs } from '#kit/jobs/index.ts'
import { openLog } from '#kit/log.ts'
import { defaultPeopleSettings } from '#people'
import { buildDemo } from '../src/app/demo-county.ts'
import { countyTemplate, inDatabase, run } from './cluster.ts'
import { copyOf, testDatabase } from './database.ts'

/** Two years of a twentieth of the county: every page has something to show, and it loads in seconds. */
export const smallCounty = { scale: 0.05, months: 24 } as const
/** The authority of the demonstration county. */
export const county = 'DEMO'

const silent = openLog('silent')

/** The key of every test: what one file seals, a copy of its folder opens in another. */
export const testKeys = keyRingOf(Buffer.alloc(32, 7).toString('base64'))

/** An installation with the small demonstration county, for this test file alone. */
export async function countyApp(change: Partial<Config> = {}): Promise<App> {
  const { folder, template } = inject('cluster')
  await makeCounty()
  const home = temporaryHome()
  cpSync(join(folder, 'county', 'extracts'), join(home, 'extracts'), { recursive: true })
  return appOn(await copyOf(countyTemplate(template)), configOf(home, change), silent)
}

/**
 * An installation that was started without the demonstration, for this test file alone: it has the
 * place for trying files out, as `serve --empty` makes it, and nothing in it.
 */
export async function emptyApp(change: Partial<Config> = {}): Promise<App> {
  const app = await bareApp(change)
  await app.ownCouncil()
  return app
}

/** An installation that was never started: no council, no persona, nothing at all. */
export async function bareApp(change: Partial<Config> = {}): Promise<App> {
  return appOn(await testDatabase(), configOf(temporaryHome(), change), silent)
}

function configOf(home: string, change: Partial<Config>): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    home,
    databaseUrl: undefined,
    logLevel: 'silent',
    secret: 'a secret of at least thirty-two characters',
    keys: testKeys,
    keysAreBeside: false,
    mail: null,
    notify: null,
    people: defaultPeopleSettings(),
    ...change,
  }
}

export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'sightline-home-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** Test files run beside each other: the first makes the county, and the others wait for it. */
async function makeCounty(): Promise<void> {
  const { server, template, folder } = inject('cluster')
  const name = countyTemplate(template)
  const turn = new Client(server)
  await turn.connect()
  try {
    await turn.query(`select pg_advisory_lock(hashtext('${name}'))`)
    const found = await turn.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await loadCounty(server, name, template, join(folder, 'county'))
  } finally {
    await turn.end()
  }
}

async function loadCounty(
  server: Parameters<typeof run>[0],
  name: string,
  template: string,
  home: string,
): Promise<void> {
  if (existsSync(home)) rmSync(home, { recursive: true })
  const making = `${name}_making`
  await run(server, `drop database if exists ${making} with (force)`)
  await run(server, `create database ${making} template ${template}`)
  const db: Database = await connect(inDatabase(server, making), silent)
  await buildDemo(appOn(db, configOf(home, {}), silent), () => undefined, smallCounty)
  // The queue makes its tables once here and not again in each copy.
  await (await openJobs(db, silent)).close()
  await db.close()
  await run(server, `alter database ${making} rename to ${name}`)
}
