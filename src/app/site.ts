import type { FastifyInstance, FastifyRequest } from 'fastify'
import { chosenCouncil, type Council, isTryOut, type Rooms } from '#council'
import {
  dataPages,
  extractPage,
  extractPolicies,
  loadData,
  loadingPage,
  refusalsDownload,
  seeData,
  seeRefusedRows,
} from '#extracts'
import { library } from '#indicators'
import { createServer, type Route } from '#kit/http/index.ts'
import type { Jobs } from '#kit/jobs/index.ts'
import { frontPage, overviewPolicies, seeOverview } from '#overview'
import {
  allow,
  behind,
  everyone,
  isSignedIn,
  managePeople,
  openPeople,
  type People,
  peoplePages,
  peoplePolicies,
  permits,
  policy,
  prepareViewers,
  signedInAuthority,
  viewerOf,
} from '#people'
import {
  childrenDownload,
  childrenPage,
  indicatorPage,
  indicatorsPage,
  openShelf,
  partPage,
  partsPage,
  performancePolicies,
  seeChildren,
  seeFigures,
  seeParts,
  sliceNames,
} from '#performance'
import { type App, incomingOf, openWork } from '../app.ts'
import { pagesAbout, tryOutPage } from './about.ts'

/** The colour of the bar above each page until a council chooses its own. */
const BRAND = '#1f4e5f'

const readAbout = policy('about.read', 'Read about the service', everyone)

/** Every policy of the house, for the table of who may do what. */
export const policies = [
  readAbout,
  ...overviewPolicies,
  ...performancePolicies,
  ...extractPolicies,
  ...peoplePolicies,
]

export interface Server {
  readonly http: FastifyInstance
  readonly jobs: Jobs
  close(): Promise<void>
}

/** The site on an open installation, with the work it queues. It does not listen yet. */
export async function buildServer(app: App): Promise<Server> {
  const { db, log, config } = app
  const jobs = await openWork(app)
  const now = () => new Date()
  const rooms: Rooms = { db, here: placeOf(app), now }
  const people = openPeople({
    ...rooms,
    councils: app.councils,
    teamNames: authority => db.as(authority, trx => sliceNames(trx, 'team')),
    settings: config.people,
    secret: config.secret,
    policies,
  })
  const http = await createServer({
    site: {
      product: 'Sightline',
      council: 'Not set up yet',
      navigation: [],
      footer: [
        { text: 'About', href: '/about' },
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'Privacy', href: '/privacy' },
        { text: 'Cookies', href: '/cookies' },
      ],
    },
    siteOf: async request => ({
      ...councilOf((await rooms.here(request))?.council),
      navigation: navigationOf(request),
    }),
    brand: { colour: BRAND },
    secret: config.secret,
    https: config.people.https,
    trustProxy: config.people.trustProxy,
    log,
    health: {
      checks: { database: () => db.owner.selectNoFrom(one => one.lit(1).as('one')).execute() },
      info: { name: 'sightline', startedAt: new Date().toISOString() },
    },
    prepare: prepareViewers(people),
    routes: routesOf(app, rooms, jobs, people),
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

function routesOf(app: App, rooms: Rooms, jobs: Jobs, people: People): readonly Route[] {
  const shelf = openShelf(app.storeOf)
  const data = dataPages({
    ...rooms,
    jobs,
    incoming: incomingOf(app.config),
  })
  return [
    behind(allow(seeOverview), frontPage(rooms, library)),
    behind(allow(seeFigures), indicatorsPage(rooms, library), indicatorPage(rooms, library)),
    behind(
      allow(seeParts),
      partsPage(rooms),
      partPage(rooms, library, 'team'),
      partPage(rooms, library, 'locality'),
    ),
    behind(
      allow(seeChildren),
      childrenPage(rooms, library, shelf),
      childrenDownload(rooms, library, shelf),
    ),
    behind(allow(seeData), data.see, loadingPage(rooms), extractPage(rooms, app.storeOf)),
    behind(allow(seeRefusedRows), refusalsDownload(rooms, app.storeOf)),
    behind(allow(loadData), data.load, tryOutPage(people, app.ownCouncil)),
    behind(allow(readAbout), ...pagesAbout(rooms, app.councils)),
    ...peoplePages(people),
  ]
}

/**
 * The council of a request: that of whoever is signed in, or else the one that was chosen, or else
 * the council of its own, or else the demonstration.
 */
function placeOf(app: App): Rooms['here'] {
  return async request => {
    const all = await app.councils()
    const named = (code: string | undefined) => all.find(each => each.code === code)
    const council =
      named(signedInAuthority(request)) ??
      named(chosenCouncil(request)) ??
      all.find(each => !each.demonstration) ??
      all[0]
    return council === undefined ? null : { council, today: Math.floor(Date.now() / 86_400_000) }
  }
}

const pages = [
  { text: 'Overview', href: '/', needs: seeOverview },
  { text: 'Indicators', href: '/indicators', needs: seeFigures },
  { text: 'Teams', href: '/teams', needs: seeParts },
  { text: 'Data', href: '/data', needs: seeData },
]

/** What somebody may see, and their account. Whoever has not signed in has the way to do so. */
function navigationOf(request: FastifyRequest) {
  const viewer = viewerOf(request)
  if (!isSignedIn(viewer)) return [{ text: 'Sign in', href: '/sign-in' }]
  return [
    ...pages
      .filter(({ needs }) => permits(needs, viewer))
      .map(({ text, href }) => ({ text, href })),
    ...(permits(managePeople, viewer) ? [{ text: 'People', href: '/people' }] : []),
    { text: viewer.name, href: '/account' },
  ]
}

function councilOf(council: Council | undefined) {
  if (council === undefined) return {}
  const { name, demonstration } = council
  if (!demonstration) return { council: name }
  const text = isTryOut(council)
    ? 'Anybody who can open this address sees what is loaded here. Load no real records.'
    : 'This county does not exist, and neither do the children in it.'
  return { council: name, notice: { tag: isTryOut(council) ? 'Try-out' : 'Demonstration', text } }
}
