import type { FastifyInstance } from 'fastify'
import type { App } from '#app'
import { childPath, childRef } from '#children'
import { frozenExtracts } from '#extracts'
import { latestCount, openShelf, sliceNames } from '#performance'
import { isoMonth, monthOf } from '#calendar'
import { sql } from 'kysely'
import { policies } from '../src/app/policies.ts'
import { county } from './county.ts'
import { type Visitor, visitor } from './visitor.ts'
import { improvementAddresses } from './improvement-addresses.ts'
import { auditLearningAddresses } from './audit-learning-addresses.ts'
import { auditsAddresses } from './audits-addresses.ts'
import { auditProgrammeAddresses } from './audit-programme-addresses.ts'
import { bodiesAddresses } from './bodies-addresses.ts'
import { comparatorsAddresses } from './comparators-addresses.ts'
import { commitmentsAddresses } from './commitments-addresses.ts'
import { publishedAddresses } from './published-addresses.ts'
import { inspectionAddresses } from './inspection-addresses.ts'
import { hearingAddresses } from './hearing-addresses.ts'
import { marksAddresses } from './marks-addresses.ts'
import { meetingsAddresses } from './meetings-addresses.ts'
import { supplyAddresses } from './supply-addresses.ts'
import { minutesAddresses } from './minutes-addresses.ts'
import { seriesAddresses } from './series-addresses.ts'

/**
 * The routes that no persona sees: they are for those who have an account of this installation, or
 * are given one. The tests of the rooms for people see them.
 */
export const accountRoutes: readonly string[] = [
  '/sign-in',
  '/sign-in/code',
  '/invitation/:token',
  '/account/password',
  '/account/recovery-codes',
]

/** Who is asked first to see a page: most are for the director, and the others are for one of these. */
const askedInTurn = ['director', 'administrator', 'quality-lead', 'analyst', 'plan-owner', 'clerk']

/** The persona who sees a route, by the policy before it. */
export function whoSees(http: FastifyInstance, route: string): string {
  const guard = http.mounted().find(each => each.method === 'GET' && each.url === route)?.guard
  const roles = policies.find(each => each.name === guard)?.roles ?? []
  // Keys of personas are roles, but not every role is a persona's.
  return askedInTurn.find(key => roles.some(role => role === key)) ?? 'director'
}

/** Every route to look at behind a guard, as it was mounted: '/indicators/:code'. */
export function routesToSee(http: FastifyInstance): readonly string[] {
  return http
    .mounted()
    .filter(({ method, url, guard }) => {
      return method === 'GET' && guard !== null && !url.startsWith('/assets/')
    })
    .map(({ url }) => url)
}

/** The route that answers at a path: of those whose shape it has, the one with the fewest open parts. */
export function routeAt(http: FastifyInstance, path: string): string | undefined {
  const open = (route: string) => route.split('/:').length
  return routesToSee(http)
    .filter(route => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
    .toSorted((one, other) => open(one) - open(other))[0]
}

/** Follows links from every page that needs nothing to be named, to one address of each route. */
async function foundByLinks(http: FastifyInstance): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const people = new Map<string, Visitor>()
  for (const [place, key] of askedInTurn.entries()) {
    const person = visitor(http, `198.51.100.${place + 1}`)
    await person.become(key)
    people.set(key, person)
  }
  const waiting = routesToSee(http).filter(route => !route.includes(':'))
  for (const route of waiting) {
    const page = await people.get(whoSees(http, routeAt(http, route.split('?')[0] ?? '') ?? route))
    const { status, text } = (await page?.get(route)) ?? { status: 0, text: '' }
    if (status !== 200) continue
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)"/g)) {
      const url = href.replaceAll('&amp;', '&')
      const to = routeAt(http, url.split('?')[0] ?? '')
      if (to === undefined || !to.includes(':') || found.has(to)) continue
      found.set(to, url)
      waiting.push(url)
    }
  }
  return found
}

/**
 * For each route, addresses that answer in the small county to whoever sees it. A route without any
 * is a forgotten page. Somebody has to have come in before, or there is no person to see.
 */
export async function addressesOf(
  app: App,
  http: FastifyInstance,
  job: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const [extracts, count, teams, localities] = await app.db.as(county, async trx => [
    await frozenExtracts(trx),
    await latestCount(trx),
    await sliceNames(trx, 'team'),
    await sliceNames(trx, 'locality'),
  ])
  const { rows: people } = await sql<{ id: string }>`
    select id from people.users where authority = ${county} order by made_at limit 1`.execute(
    app.db.owner,
  )
  const { childIds } = await openShelf(app.storeOf).history(county)
  const month = isoMonth(monthOf(count?.asOf ?? 0))
  const team = encodeURIComponent(teams[0] ?? '')
  const locality = encodeURIComponent(localities[0] ?? '')
  const children = `/indicators/AS01/children/${month}`
  const still = routesToSee(http).filter(
    route => !route.includes(':') && !accountRoutes.includes(route),
  )
  return {
    ...Object.fromEntries(still.map(url => [url, [url]])),
    ...Object.fromEntries([...(await foundByLinks(http))].map(([route, url]) => [route, [url]])),
    '/indicators': [
      '/indicators',
      '/indicators?by=question',
      '/indicators?show=changed',
      '/indicators?show=too-few',
    ],
    '/indicators/:code': [
      '/indicators/AS01',
      `/indicators/AS01?by=team&part=${team}`,
      `/indicators/FD06?by=locality&part=${locality}`,
      '/indicators/WF06?limits=before',
      '/indicators/WF08',
      '/indicators/CN07',
    ],
    '/indicators/:code/children/:month': [
      children,
      `${children}?by=locality&part=${locality}`,
      `${children}?show=counted`,
      `${children}?show=not-counted`,
    ],
    '/indicators/:code/children/:month/all.csv': [`${children}/all.csv`],
    // Whoever opens a record is asked why, unless it is of their own team.
    '/children/:ref': childIds
      .slice(0, 1)
      .map(id => childPath(childRef(app.config.secret, county, id))),
    '/looking/team/:team': [`/looking/team/${team}`],
    '/looking/team/:team/conversation': [`/looking/team/${team}/conversation`],
    '/teams/:team': [`/teams/${team}`],
    '/teams/:team/due': [`/teams/${team}/due`, `/teams/${team}/due?duty=assessment`],
    '/teams/:team/data': [`/teams/${team}/data`],
    '/teams/:name/indicators': [`/teams/${team}/indicators`],
    '/localities/:name/indicators': [`/localities/${locality}/indicators`],
    '/data/quality/:code': ['/data/quality/DQ11'],
    '/data/reconciliation/:subject/:first/:second': ['/data/reconciliation/care/ssd/ssda903'],
    '/indicators/:code/workers/:month': [`/indicators/AS01/workers/${month}`],
    '/questions-to-ask/:key': ['/questions-to-ask/timeliness', '/questions-to-ask/data'],
    '/localities/:locality': [`/localities/${locality}`],
    '/data/:id': extracts.slice(0, 1).map(extract => `/data/${extract.id}`),
    '/data/:id/refusals.csv': extracts.slice(0, 1).map(each => `/data/${each.id}/refusals.csv`),
    '/data/loading/:job': [`/data/loading/${job}`],
    '/people/:id': people.map(({ id }) => `/people/${id}`),
    ...(await improvementAddresses(app)),
    ...(await inspectionAddresses(app)),
    ...(await auditLearningAddresses(app)),
    ...(await auditsAddresses(app)),
    ...(await auditProgrammeAddresses(app)),
    ...(await bodiesAddresses(app)),
    ...commitmentsAddresses(),
    ...(await comparatorsAddresses(app)),
    ...(await publishedAddresses(app)),
    ...(await marksAddresses(app)),
    ...(await meetingsAddresses(app)),
    ...(await supplyAddresses(app)),
    ...(await hearingAddresses(app)),
    ...(await minutesAddresses(app)),
    ...(await seriesAddresses(app)),
  }
}
