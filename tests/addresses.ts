import type { FastifyInstance } from 'fastify'
import type { App } from '#app'
import { childPath, childRef } from '#children'
import { frozenExtracts } from '#extracts'
import { latestCount, openShelf, sliceNames } from '#performance'
import { isoMonth, monthOf } from '#calendar'
import { sql } from 'kysely'
import { county } from './county.ts'

/** Every route that can be looked at, as it was mounted: '/indicators/:code'. */
export function routesToSee(http: FastifyInstance): readonly string[] {
  const above: string[] = []
  return http
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap(line => {
      const found = /^([│ ]*)[├└]── (\S+) \(([^)]+)\)$/.exec(line)
      if (found === null) return []
      const [, indent = '', part = '', methods = ''] = found
      const depth = indent.length / 4
      const path = `${above[depth - 1] ?? ''}/${part}`.replaceAll(/\/+/g, '/')
      above[depth] = path
      return methods.split(', ').includes('GET') ? [path] : []
    })
}

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

/** The persona who sees a route: the director, unless it is for the administrator. */
export function whoSees(route: string): 'administrator' | 'director' {
  return /^\/(people|administration)/.test(route) ? 'administrator' : 'director'
}

/**
 * For each route, addresses that answer in the small county to whoever sees it. A route without any
 * is a forgotten page. Somebody has to have come in before, or there is no person to see.
 */
export async function addressesOf(
  app: App,
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
  const still = [
    '/',
    '/teams',
    '/data',
    '/about',
    '/accessibility',
    '/privacy',
    '/cookies',
    '/signed-out',
    '/personas',
    '/account',
    '/people',
    '/people/invite',
    '/people/policies',
    '/administration',
    '/administration/settings',
    '/administration/theme',
    '/administration/population',
    '/administration/jobs',
    '/administration/storage',
    '/administration/condition',
    '/administration/journal',
    '/administration/held',
    '/looking',
    '/looking/quiet',
    '/me/looking',
  ]
  return {
    ...Object.fromEntries(still.map(url => [url, [url]])),
    '/indicators': ['/indicators', '/indicators?show=changed', '/indicators?show=too-few'],
    '/indicators/:code': [
      '/indicators/AS01',
      `/indicators/AS01?by=team&part=${team}`,
      `/indicators/FD06?by=locality&part=${locality}`,
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
    '/teams/:name': [`/teams/${team}`],
    '/localities/:name': [`/localities/${locality}`],
    '/data/:id': extracts.slice(0, 1).map(extract => `/data/${extract.id}`),
    '/data/:id/refusals.csv': extracts.slice(0, 1).map(each => `/data/${each.id}/refusals.csv`),
    '/data/loading/:job': [`/data/loading/${job}`],
    '/people/:id': people.map(({ id }) => `/people/${id}`),
  }
}
