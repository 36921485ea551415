import { type Route, route, seeOther, show } from '#kit/http/index.ts'
import type { People } from '../people.ts'
import { dropCookie, dropFormSecret, endSeats } from '../session.ts'
import { signedOutView } from './sign-in.view.ts'

/** `/sign-out`, by form alone, and the page after it. */
export function signOutPages(people: People): readonly Route[] {
  const { db, provider, settings } = people
  return [
    route({
      method: 'POST',
      url: '/sign-out',
      handler: async ({ request, reply }) => {
        const { seat } = request
        if (seat) {
          const { viewer, session } = seat
          const ending = { userId: viewer.id, only: session.id, because: 'signed out' }
          await db.as(viewer.authority, trx => endSeats(trx, ending, viewer.id, people.now()))
        }
        dropCookie(reply, 'session', people)
        dropFormSecret(reply, people)
        // What the browser still holds of pages goes with the session.
        void reply.header('clear-site-data', '"cache"')
        return seeOther('/signed-out')
      },
    }),
    route({
      method: 'GET',
      url: '/signed-out',
      handler: async ({ request }) => {
        const elsewhere = await provider
          ?.endSession(`${settings.publicUrl}/signed-out`)
          .catch((error: unknown) => {
            request.log.warn({ err: error }, 'The identity provider cannot be reached.')
            return null
          })
        const body = signedOutView({ provider: elsewhere?.href ?? null })
        return show({ title: 'You have signed out', body })
      },
    }),
  ]
}
