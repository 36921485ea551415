import type { FastifyInstance } from 'fastify'
import type { App } from '#app'
import { frozenExtracts } from '#extracts'
import { latestCount, sliceNames } from '#performance'
import { isoMonth, monthOf } from '#calendar'
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

/** For each route, addresses that answer in the small county. A route without any is a forgotten page. */
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
  const month = isoMonth(monthOf(count?.asOf ?? 0))
  const team = encodeURIComponent(teams[0] ?? '')
  const locality = encodeURIComponent(localities[0] ?? '')
  const still = ['/', '/teams', '/data', '/about', '/accessibility', '/privacy', '/cookies']
  return {
    ...Object.fromEntries(still.map(url => [url, [url]])),
    '/indicators': ['/indicators', '/indicators?show=changed', '/indicators?show=too-few'],
    '/indicators/:code': [
      '/indicators/AS01',
      `/indicators/AS01?by=team&part=${team}`,
      `/indicators/FD06?by=locality&part=${locality}`,
    ],
    '/indicators/:code/children/:month': [
      `/indicators/AS01/children/${month}`,
      `/indicators/AS01/children/${month}?by=locality&part=${locality}`,
      `/indicators/AS01/children/${month}?show=counted`,
      `/indicators/AS01/children/${month}?show=not-counted`,
    ],
    '/teams/:name': [`/teams/${team}`],
    '/localities/:name': [`/localities/${locality}`],
    '/data/:id': extracts.slice(0, 1).map(extract => `/data/${extract.id}`),
    '/data/loading/:job': [`/data/loading/${job}`],
  }
}
