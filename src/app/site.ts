import type { FastifyInstance } from 'fastify'
import { themeOf } from '#administration'
import { remindersJob } from '#audits'
import { fetchPublic } from '#kit/http/fetch-public.ts'
import { createServer } from '#kit/http/index.ts'
import type { Jobs } from '#kit/jobs/index.ts'
import { nudgeFor, openRecorder, recordLooking } from '#looking'
import { openPeople, prepareViewers, viewerOf } from '#people'
import { newsJob, readServiceFor, readServiceJob } from '#published'
import { type App, openWork } from '../app.ts'
import { remindAuditors } from './audit-reminders.ts'
import { mailOf } from './mail.ts'
import { navigationOf } from './navigation.ts'
import { tellFollowers } from './news.ts'
import { noticesOf } from './place.ts'
import { policies } from './policies.ts'
import { roomsOf } from './rooms.ts'
import { routesOf } from './routes.ts'

/** The colour of the bar above each page until a council chooses its own. */
const BRAND = '#1f4e5f'

export interface Server {
  readonly http: FastifyInstance
  readonly jobs: Jobs
  /** Reads the records that pages of children are made from, before anybody asks for one. */
  warm(): Promise<void>
  close(): Promise<void>
}

/** The site on an open installation, with the work it queues. It does not listen yet. */
export async function buildServer(app: App): Promise<Server> {
  const { db, log, config } = app
  const jobs = await openWork(app)
  const now = () => new Date()
  const mail = mailOf(app)
  const rooms = roomsOf(app, jobs, mail, now)
  await jobs.work(remindersJob, (_, { authority }) => remindAuditors(app, authority, now()))
  await jobs.work(newsJob, async (_, { authority }) => {
    const council = (await app.councils()).find(each => each.code === authority)
    return council === undefined ? null : tellFollowers(app, council, now())
  })
  await jobs.work(readServiceJob, (asked, context) =>
    readServiceFor(db, fetchPublic, asked, context, now()),
  )
  const recorder = openRecorder(db, log)
  const people = openPeople({
    ...rooms,
    councils: app.councils,
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
        { text: 'Meetings and decisions', href: '/public' },
        { text: 'About', href: '/about' },
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'Privacy', href: '/privacy' },
        { text: 'Cookies', href: '/cookies' },
      ],
    },
    siteOf: async request => {
      const council = (await rooms.here(request))?.council
      const nudge = await nudgeFor(rooms, request)
      return {
        ...(council && { council: council.name, ...(await themeOf(db, council)) }),
        notices: [...noticesOf(council), ...(nudge === null ? [] : [nudge])],
        navigation: navigationOf(request),
      }
    },
    brand: { colour: BRAND },
    secret: config.secret,
    https: config.people.https,
    trustProxy: config.people.trustProxy,
    log,
    health: {
      checks: { database: () => db.owner.selectNoFrom(one => one.lit(1).as('one')).execute() },
      info: { name: 'sightline', startedAt: new Date().toISOString() },
    },
    prepare: pages => {
      prepareViewers(people)(pages)
      recordLooking(recorder, viewerOf, now)(pages)
    },
    routes: routesOf(app, rooms, jobs, people),
  })
  return {
    http,
    jobs,
    warm: async () => {
      const all = await app.councils()
      // One council's records are held at a time, and its own are what a council comes for.
      const first = all.find(each => !each.demonstration) ?? all[0]
      if (first !== undefined) await rooms.shelf.warm(first.code)
    },
    close: async () => {
      await http.close()
      await jobs.close()
      mail?.close()
    },
  }
}
