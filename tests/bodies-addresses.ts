import type { App } from '#app'
import { allHolders, allSeats, demoBodiesId } from '#bodies'
import { county } from './county.ts'

/** Addresses that answer in the small county for bodies, people and posts, by their routes. */
export async function bodiesAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const body = demoBodiesId('body', 'scrutiny')
  const post = demoBodiesId('post', 'dcs')
  const person = demoBodiesId('person', 'rowan')
  const [seats, holders] = await app.db.as(county, async trx => [
    await allSeats(trx),
    await allHolders(trx),
  ])
  const seat = seats.find(each => each.bodyId === body && each.untilOn === null)
  const holder = holders.find(each => each.postId === post && each.untilOn === null)
  return {
    '/bodies/:id': [
      `/bodies/${body}`,
      `/bodies/${body}?on=1+June+2023`,
      `/bodies/${demoBodiesId('body', 'cabinet')}?on=soon`,
      `/bodies/${demoBodiesId('body', 'board-2019')}`,
    ],
    '/bodies/:id/change': [`/bodies/${body}/change`],
    '/bodies/:id/seats/new': [`/bodies/${body}/seats/new`],
    '/bodies/:id/seats/:seat/end': [`/bodies/${body}/seats/${seat?.id}/end`],
    '/bodies/people/:id': [
      `/bodies/people/${person}`,
      `/bodies/people/${demoBodiesId('person', 'ambassador')}`,
    ],
    '/bodies/people/:id/change': [`/bodies/people/${person}/change`],
    '/posts': ['/posts', '/posts?on=1+June+2019'],
    '/posts/:id': [`/posts/${post}`],
    '/posts/:id/holders/new': [`/posts/${post}/holders/new`],
    '/posts/:id/holders/:person/end': [`/posts/${post}/holders/${holder?.personId}/end`],
    '/constitution': ['/constitution', '/constitution?on=1+June+2019'],
  }
}
