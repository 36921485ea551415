import { z } from 'zod'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { holderOn } from '../body.ts'
import { keepBodies } from '../policy.ts'
import { vacanciesOn } from '../standing.ts'
import { OnQuery } from './bodies.ts'
import { postsView, postView } from './posts.view.ts'
import { readRegister } from './reading.ts'
import { type BodiesRooms, dayAsked, placeOf } from './rooms.ts'
import { gapsBetween } from '../gaps-between.ts'

export const postCrumbs = [
  { text: 'Bodies', href: '/bodies' },
  { text: 'Posts', href: '/posts' },
]
export const PostParams = z.object({ id: z.uuid() })

/** `/posts`: who is in post, or was on a day, and which statutory posts are not filled. */
export function postsPage(rooms: BodiesRooms): Route {
  return route({
    method: 'GET',
    url: '/posts',
    query: OnQuery,
    handler: async ({ request, query }) => {
      const { council, today } = await placeOf(rooms, request)
      const asked = dayAsked(query.on, today)
      const { posts, holders, people } = await rooms.db.as(council.code, readRegister)
      const lines = posts.map(post => {
        const own = holders.filter(({ postId }) => postId === post.id)
        const holder = holderOn(own, asked.day)
        return { post, holder, person: people.get(holder?.personId ?? '') }
      })
      const body = postsView({
        day: asked.day,
        today,
        asked,
        // What the law asks for comes first.
        posts: lines.toSorted(
          (a, b) => Number(b.post.statutory !== null) - Number(a.post.statutory !== null),
        ),
        vacancies: posts.length === 0 ? [] : vacanciesOn(posts, holders, asked.day),
        mayKeep: permits(keepBodies, viewerOf(request)),
      })
      return show({
        title: 'Posts',
        current: '/meetings',
        breadcrumbs: postCrumbs.slice(0, 1),
        body,
      })
    },
  })
}

/** `/posts/<id>`: who held it over time, and when nobody did. */
export function postPage(rooms: BodiesRooms): Route {
  return route({
    method: 'GET',
    url: '/posts/:id',
    params: PostParams,
    handler: async ({ request, params }) => {
      const { council, today } = await placeOf(rooms, request)
      const { posts, holders, people } = await rooms.db.as(council.code, readRegister)
      const post = posts.find(({ id }) => id === params.id)
      if (post === undefined) throw notFound()
      const own = holders.filter(({ postId }) => postId === post.id)
      const body = postView({
        post,
        today,
        held: own.map(holder => ({ holder, person: people.get(holder.personId) })),
        gaps: gapsBetween(own, today),
        mayKeep: permits(keepBodies, viewerOf(request)),
      })
      return show({ title: post.title, current: '/meetings', breadcrumbs: postCrumbs, body })
    },
  })
}
