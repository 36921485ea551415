import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '#config'
import { type Council, type Place, councils, type Rooms, saveCouncil } from '#council'
import {
  dataPages,
  type ExtractStore,
  extractPage,
  loadingPage,
  loadJob,
  readers,
  runLoad,
} from '#extracts'
import { library } from '#indicators'
import { type Database, findMigrations, migrate, openDatabase } from '#kit/db/index.ts'
import { openVault, type Vault } from '#kit/files/vault.ts'
import { createServer, type Route } from '#kit/http/index.ts'
import { type Jobs, openJobs } from '#kit/jobs/index.ts'
import type { Log } from '#kit/log.ts'
import { frontPage } from '#overview'
import {
  childrenPage,
  indicatorPage,
  indicatorsPage,
  openShelf,
  partPage,
  partsPage,
  recount,
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
  /** Counts every indicator of a council again, from all its extracts. */
  recount(authority: string, actor: string): Promise<void>
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
  const vault = openVault(join(config.home, 'extracts'))
  const storeOf = (authority: string): ExtractStore => ({ db, vault, authority })
  return {
    config,
    log,
    db,
    vault,
    storeOf,
    councils: () => councils(db),
    ownCouncil: () => ownCouncil(db),
    recount: async (authority, actor) => {
      await recount(storeOf(authority), library, { actor, at: new Date() })
    },
    close: () => db.close(),
  }
}

async function ownCouncil(db: Database): Promise<Council> {
  const own = (await councils(db)).find(council => !council.demonstration)
  if (own !== undefined) return own
  const made: Council = {
    code: 'OWN',
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

/** The site on an open installation, with the work it queues. It does not listen yet. */
export async function buildServer(app: App): Promise<Server> {
  const { db, log, config } = app
  const jobs = await openJobs(db, log)
  const incoming = join(config.home, 'incoming')
  await jobs.work(loadJob, (job, context) =>
    runLoad(
      app.storeOf(context.authority),
      readers,
      incoming,
      job,
      context,
      afterLoad(app, context),
    ),
  )
  const rooms: Rooms = { db, here: placeOf(app), now: () => new Date() }
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
    routes: routesOf(app, rooms, jobs, incoming),
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

function routesOf(app: App, rooms: Rooms, jobs: Jobs, incoming: string): readonly Route[] {
  const shelf = openShelf(app.storeOf)
  return [
    frontPage(rooms, library),
    indicatorsPage(rooms, library),
    indicatorPage(rooms, library),
    childrenPage(rooms, library, shelf),
    partsPage(rooms),
    partPage(rooms, library, 'team'),
    partPage(rooms, library, 'locality'),
    ...dataPages({ ...rooms, jobs, incoming, ownCouncil: app.ownCouncil }),
    loadingPage(rooms),
    extractPage(rooms, app.storeOf),
    ...pagesAbout(rooms, app.councils),
  ]
}

function afterLoad(app: App, context: { readonly authority: string }) {
  return async () => {
    await app.recount(context.authority, 'browser')
  }
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

function chosenCouncil(request: FastifyRequest): string | undefined {
  return request.cookies['council']
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
