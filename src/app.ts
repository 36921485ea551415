import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from '#config'
import {
  chosenCouncil,
  type Council,
  councils,
  type Place,
  type Rooms,
  saveCouncil,
} from '#council'
import {
  dataPages,
  type ExtractStore,
  extractPage,
  type Incoming,
  loadingPage,
  loadJob,
  readers,
  runLoad,
  sweep,
} from '#extracts'
import { library } from '#indicators'
import { type Database, findMigrations, migrate, openDatabase } from '#kit/db/index.ts'
import { openVault, type Vault } from '#kit/files/vault.ts'
import { createServer, type Route } from '#kit/http/index.ts'
import { type Jobs, jobsUnderWay, openJobs } from '#kit/jobs/index.ts'
import type { Log } from '#kit/log.ts'
import { frontPage } from '#overview'
import {
  childrenPage,
  figuresAreStale,
  indicatorPage,
  indicatorsPage,
  openShelf,
  partPage,
  partsPage,
  recount,
  type Shelf,
} from '#performance'
import { pagesAbout } from './about.ts'

/** An installation that is open: its database, its store of extracts, and the way to its councils. */
export interface App {
  readonly config: Config
  readonly log: Log
  readonly db: Database
  readonly vault: Vault
  /** The councils that are set up. */
  councils(): Promise<readonly Council[]>
  /** The council whose own files are loaded: made, without a name yet, where there is none. */
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

/** The colour of the bar above each page until a council chooses its own. */
const BRAND = '#1f4e5f'

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
    ownAuthority: async () => (await ownOf(db))?.code ?? OWN,
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

/** The code of a council that loads files before it has said what it is called. */
const OWN = 'OWN'

async function ownOf(db: Database): Promise<Council | undefined> {
  return (await councils(db)).find(council => !council.demonstration)
}

async function loadsUnderWay(db: Database): Promise<boolean> {
  for (const { code } of await councils(db)) {
    if ((await db.as(code, jobsUnderWay)).length > 0) return true
  }
  return false
}

function incomingOf({ home, keys }: Config): Incoming {
  return { folder: join(home, 'incoming'), keys }
}

async function ownCouncil(db: Database): Promise<Council> {
  const own = await ownOf(db)
  if (own !== undefined) return own
  const made: Council = {
    code: OWN,
    name: 'Your council',
    brandColour: null,
    demonstration: false,
  }
  await saveCouncil(db, made, new Date())
  return made
}

export interface Server {
  readonly http: FastifyInstance
  readonly jobs: Jobs
  close(): Promise<void>
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
  return jobs
}

/** The site on an open installation, with the work it queues. It does not listen yet. */
export async function buildServer(app: App): Promise<Server> {
  const { db, log, config } = app
  const jobs = await openWork(app)
  const incoming = incomingOf(config)
  const rooms: Rooms = { db, here: placeOf(app), now: () => new Date() }
  const shelf = openShelf(app.storeOf)
  const http = await createServer({
    site: {
      product: 'Sightline',
      council: 'Not set up yet',
      navigation: [
        { text: 'Overview', href: '/' },
        { text: 'Indicators', href: '/indicators' },
        { text: 'Teams', href: '/teams' },
        { text: 'Data', href: '/data' },
      ],
      footer: [
        { text: 'About', href: '/about' },
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'Privacy', href: '/privacy' },
        { text: 'Cookies', href: '/cookies' },
      ],
    },
    siteOf: async request => siteOf(await rooms.here(request)),
    brand: { colour: BRAND },
    secret: config.secret,
    log,
    health: {
      checks: { database: () => db.owner.selectNoFrom(one => one.lit(1).as('one')).execute() },
      info: { name: 'sightline', startedAt: new Date().toISOString() },
    },
    routes: routesOf(app, rooms, jobs, incoming, shelf),
  })
  return {
    http,
    jobs,
    close: async () => {
      await http.close()
      await jobs.close()
    },
  }
}

function routesOf(
  app: App,
  rooms: Rooms,
  jobs: Jobs,
  incoming: Incoming,
  shelf: Shelf,
): readonly Route[] {
  return [
    frontPage(rooms, library),
    indicatorsPage(rooms, library),
    indicatorPage(rooms, library),
    childrenPage(rooms, library, shelf),
    partsPage(rooms),
    partPage(rooms, library, 'team'),
    partPage(rooms, library, 'locality'),
    ...dataPages({
      ...rooms,
      jobs,
      incoming,
      ownCouncil: app.ownCouncil,
      othersReachIt: !isThisMachine(app.config.host),
    }),
    loadingPage(rooms),
    extractPage(rooms, app.storeOf),
    ...pagesAbout(rooms, app.councils),
  ]
}

function afterLoad(app: App, context: { readonly authority: string }) {
  return async () => {
    await app.recountIfStale(context.authority, 'browser')
  }
}

/** Whether an address lets in nobody but this machine. */
export function isThisMachine(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host)
}

/**
 * The council of a request: the one whose demonstration was asked for, or else the council of its
 * own, or else the demonstration.
 */
function placeOf(app: App): Rooms['here'] {
  return async request => {
    const all = await app.councils()
    const asked = chosenCouncil(request)
    const council =
      all.find(each => each.code === asked) ??
      all.find(each => !each.demonstration) ??
      all.find(each => each.demonstration)
    return council === undefined ? null : { council, today: Math.floor(Date.now() / 86_400_000) }
  }
}

function siteOf(place: Place | null) {
  if (place === null) return {}
  const { name, demonstration } = place.council
  return {
    council: name,
    ...(demonstration && {
      notice: {
        tag: 'Demonstration',
        text: 'This county does not exist, and neither do the children in it.',
      },
    }),
  }
}
