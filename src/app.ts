import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '#config'
import { type Council, councils, saveCouncil, tryOut } from '#council'
import { type ExtractStore, type Incoming, loadJob, readers, runLoad, sweep } from '#extracts'
import { library } from '#indicators'
import { type Database, findMigrations, migrate, openDatabase } from '#kit/db/index.ts'
import { openVault, type Vault } from '#kit/files/vault.ts'
import { type JobKind, type Jobs, jobsUnderWay, openJobs } from '#kit/jobs/index.ts'
import type { Log } from '#kit/log.ts'
import { figuresAreStale, recount } from '#performance'

/** An installation that is open: its database, its store of extracts, and the way to its councils. */
export interface App {
  readonly config: Config
  readonly log: Log
  readonly db: Database
  readonly vault: Vault
  /** The councils that are set up. */
  councils(): Promise<readonly Council[]>
  /** The council whose own files are loaded; where none is set up, the place for trying files out. */
  ownCouncil(): Promise<Council>
  storeOf(authority: string): ExtractStore
  /** The authority that `ownCouncil` has or will have. */
  ownAuthority(): Promise<string>
  /** Counts every indicator of a council again, from all its extracts. */
  recount(authority: string, actor: string): Promise<void>
  /** The same, but only where extracts or definitions are not those that figures were counted from. */
  recountIfStale(authority: string, actor: string): Promise<void>
  /** Takes away what loads that were stopped have left behind. */
  sweep(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the database, brings it up to date, and opens the store of extracts.
 * @throws {DatabaseRefused} with what to do about it
 */
export async function openApp(config: Config, log: Log): Promise<App> {
  const place = { databaseUrl: config.databaseUrl, folder: join(config.home, 'database') }
  const db = await openDatabase(place, log)
  try {
    await migrate(db, await findMigrations(import.meta.dirname))
  } catch (error) {
    await db.close()
    throw error
  }
  return appOn(db, config, log)
}

/** The same on a database that is open and up to date. */
export function appOn(db: Database, config: Config, log: Log): App {
  const vault = openVault(join(config.home, 'extracts'), config.keys)
  const storeOf = (authority: string): ExtractStore => ({ db, vault, authority })
  const count = async (authority: string, actor: string) => {
    await recount(storeOf(authority), library, { actor, at: new Date() })
  }
  return {
    config,
    log,
    db,
    vault,
    storeOf,
    councils: () => councils(db),
    ownCouncil: () => ownCouncil(db),
    ownAuthority: async () => (await ownOf(db))?.code ?? tryOut.code,
    recount: count,
    recountIfStale: async (authority, actor) => {
      if (await figuresAreStale(storeOf(authority), library)) await count(authority, actor)
    },
    sweep: async () => {
      const at = new Date()
      const under = await loadsUnderWay(db)
      const swept = await sweep({ db, vault, incoming: incomingOf(config).folder }, at, under)
      if (swept.frozenFiles + swept.uploads > 0) log.info(swept, 'Left-over files were taken away.')
    },
    close: () => db.close(),
  }
}

async function ownOf(db: Database): Promise<Council | undefined> {
  return (await councils(db)).find(council => !council.demonstration)
}

async function loadsUnderWay(db: Database): Promise<boolean> {
  for (const { code } of await councils(db)) {
    if ((await db.as(code, jobsUnderWay)).length > 0) return true
  }
  return false
}

export function incomingOf({ home, keys }: Config): Incoming {
  return { folder: join(home, 'incoming'), keys }
}

async function ownCouncil(db: Database): Promise<Council> {
  const own = await ownOf(db)
  if (own !== undefined) return own
  if (!(await councils(db)).some(each => each.code === tryOut.code)) {
    await saveCouncil(db, tryOut, new Date())
  }
  return tryOut
}

/** Every indicator of a council counted again, from all its extracts. */
export const countJob: JobKind<{ readonly actor: string }> = {
  name: 'figures.count',
  data: z.object({ actor: z.string() }),
}

/** The queue, and this process taking work from it. */
export async function openWork(app: App): Promise<Jobs> {
  const jobs = await openJobs(app.db, app.log)
  const incoming = incomingOf(app.config)
  await jobs.work(loadJob, (job, context) =>
    runLoad(
      app.storeOf(context.authority),
      readers,
      incoming,
      job,
      context,
      afterLoad(app, context),
      error => app.log.error({ err: error }, 'A file could not be read.'),
    ),
  )
  await jobs.work(countJob, async ({ actor }, { authority, progress }) => {
    progress(0, undefined, 'Counting every indicator')
    await app.recount(authority, actor)
  })
  return jobs
}

/** Whether an address lets in nobody but this machine. */
export function isThisMachine(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host)
}

function afterLoad(app: App, context: { readonly authority: string }) {
  return async () => {
    await app.recountIfStale(context.authority, 'browser')
  }
}
