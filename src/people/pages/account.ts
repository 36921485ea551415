import { z } from 'zod'
import { type Content } from '#kit/html/html.ts'
import { type Route, route, seeOther, show } from '#kit/http/index.ts'
import type { FastifyRequest } from 'fastify'
import { seatIn } from '../guard.ts'
import { recoveryCodesLeft } from '../own-password.ts'
import type { People } from '../people.ts'
import { dropCookie, dropFormSecret, endSeats } from '../session.ts'
import { sessionsOf } from '../store/sessions.ts'
import { isLive } from '../session.ts'
import { dayIn } from '../user.ts'
import { accountView } from './account.view.ts'

/** What other rooms say that they have recorded about a person, as a part of their account page. */
export type RecordedAbout = (request: FastifyRequest) => Promise<Content>

/** `/account`: who I am here, where I am signed in, and what is recorded about me. */
export function accountPages(people: People, recorded?: RecordedAbout): readonly Route[] {
  const { db, settings } = people
  return [
    route({
      method: 'GET',
      url: '/account',
      handler: async ({ request, csrf }) => {
        const seat = seatIn(request)
        const { viewer, user, session } = seat
        const at = people.now()
        const open = await db.as(viewer.authority, trx => sessionsOf(trx, user.id))
        const body = accountView({
          user,
          today: dayIn(at),
          sessions: open.filter(each => isLive(each, settings.sessions, at)),
          current: session.id,
          codesLeft: await recoveryCodesLeft(people, seat),
          recorded: await recorded?.(request),
          csrf: csrf(),
        })
        return show({ title: 'Your account', body })
      },
    }),
    route({
      method: 'POST',
      url: '/account/sessions',
      body: z.object({ session: z.union([z.uuid(), z.literal('all')]) }),
      handler: async ({ request, reply, body }) => {
        const { viewer, session } = seatIn(request)
        const all = body.session === 'all'
        const ending = {
          userId: viewer.id,
          only: all ? undefined : body.session,
          because: all ? 'signed out everywhere' : 'signed out from elsewhere',
        }
        await db.as(viewer.authority, trx => endSeats(trx, ending, viewer.id, people.now()))
        if (!all && body.session !== session.id) return seeOther('/account')
        dropCookie(reply, 'session', people)
        dropFormSecret(reply, people)
        return seeOther('/signed-out')
      },
    }),
  ]
}
