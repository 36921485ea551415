import { z } from 'zod'
import { notFound, type Route, route, show } from '#kit/http/index.ts'
import { permits, viewerOf, waysOpenTo } from '#people'
import { type Body, bodyOn, fullName, holdsOn } from '../body.ts'
import { keepBodies } from '../policy.ts'
import { constitutionOf } from '../constitution.ts'
import { allBodies, allConstitutions, allSeats, seatsOf } from '../store/index.ts'
import { bodiesView } from './bodies.view.ts'
import { bodyView } from './body.view.ts'
import { readRegister, sittingIn, sittingOn } from './reading.ts'
import { type BodiesRooms, dayAsked, placeOf } from './rooms.ts'

export const breadcrumbs = [{ text: 'Bodies', href: '/bodies' }]
export const BodyParams = z.object({ id: z.uuid() })
export const OnQuery = z.object({ on: z.string().max(40).default('') })

/** `/bodies`: every body by its kind, and those that have ended. */
export function bodiesPage(rooms: BodiesRooms): Route {
  return route({
    method: 'GET',
    url: '/bodies',
    handler: async ({ request }) => {
      const { council, today } = await placeOf(rooms, request)
      const [bodies, seats, register] = await rooms.db.as(council.code, async trx => [
        await allBodies(trx),
        await allSeats(trx),
        await readRegister(trx),
      ])
      const lineOf = (body: Body) => {
        const own = seats.filter(seat => seat.bodyId === body.id)
        const [chair] = sittingOn(
          body,
          own.filter(({ kind }) => kind === 'chair'),
          register,
          today,
        )
        return {
          body,
          chair:
            chair === undefined
              ? 'Nobody'
              : chair.person === undefined
                ? (chair.seat.post ?? 'Nobody')
                : fullName(chair.person),
          seats: own.filter(seat => holdsOn(seat, today)).length,
          sits: bodyOn(body, today),
          successor: bodies.find(each => each.succeeds === body.id) ?? null,
        }
      }
      const mayKeep = permits(keepBodies, viewerOf(request))
      const body = bodiesView({ bodies: bodies.map(lineOf), mayKeep })
      return show({ title: 'Bodies', current: '/meetings', body })
    },
  })
}

/** `/bodies/<id>`: who sits there, or sat on a day, and what it is for. */
export function bodyPage(rooms: BodiesRooms): Route {
  return route({
    method: 'GET',
    url: '/bodies/:id',
    params: BodyParams,
    query: OnQuery,
    handler: async ({ request, params, query }) => {
      const { council, today } = await placeOf(rooms, request)
      const [bodies, seats, register, constitutions] = await rooms.db.as(
        council.code,
        async trx => [
          await allBodies(trx),
          await seatsOf(trx, params.id),
          await readRegister(trx),
          await allConstitutions(trx),
        ],
      )
      const body = bodies.find(each => each.id === params.id)
      if (body === undefined) throw notFound()
      // Of a body that has ended, whoever asks about no day sees how it stood at the end.
      const asked = dayAsked(query.on, Math.min(today, body.endedOn ?? today))
      const before = seats
        .filter(({ untilOn }) => untilOn !== null && untilOn < asked.day)
        .toSorted((a, b) => (b.untilOn ?? 0) - (a.untilOn ?? 0))
      const view = bodyView({
        body,
        day: asked.day,
        today,
        asked,
        sitting: sittingOn(body, seats, register, asked.day),
        before: before.map(seat => sittingIn(body, seat, register, seat.untilOn ?? asked.day)),
        constitution: constitutionOf(constitutions, asked.day),
        predecessor: bodies.find(each => each.id === body.succeeds) ?? null,
        successors: bodies.filter(each => each.succeeds === body.id),
        mayKeep: permits(keepBodies, viewerOf(request)),
        ways: bodyOn(body, today)
          ? waysOpenTo(viewerOf(request), rooms.waysFromBody?.[body.kind] ?? [])
          : [],
      })
      return show({ title: body.name, current: '/meetings', breadcrumbs, body: view })
    },
  })
}
