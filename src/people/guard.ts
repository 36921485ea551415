import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { forbidden } from '#kit/http/index.ts'
import type { Guard } from '#kit/http/guard.ts'
import type { Route } from '#kit/http/index.ts'
import { signInPath } from './own-path.ts'
import type { People } from './people.ts'
import { permits, type Policy } from './policy.ts'
import { readCookie, type Seat, seatOf } from './session.ts'
import { anybody, isSignedIn, type Viewer } from './viewer.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for nobody, and undefined before that has been looked up. */
    seat: Seat | null | undefined
    /** Who is asking, signed in or not. */
    viewer: Viewer | undefined
  }
}

/** The hook for `createServer({ prepare })`: looks up once a request who is asking, before any page. */
export function prepareViewers(
  people: Pick<People, 'db' | 'settings' | 'now' | 'here' | 'councils'>,
) {
  return (app: FastifyInstance): void => {
    app.decorateRequest('seat', undefined)
    app.decorateRequest('viewer', undefined)
    app.addHook('onRequest', async request => {
      const seat = await seatOf(people, readCookie(request, 'session', people))
      request.seat = seat
      request.viewer = seat?.viewer ?? anybody((await people.here(request))?.council.code ?? '')
    })
  }
}

/** Who is asking. Only behind `prepareViewers`. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer === undefined) throw new Error('Nobody has looked who is asking.')
  return request.viewer
}

/** The council of whoever is signed in, which is the only one whose pages they see. */
export function signedInAuthority(request: FastifyRequest): string | undefined {
  return request.seat?.viewer.authority
}

/** The person who is signed in, with their session, behind a guard that lets nobody else pass. */
export function seatIn(request: FastifyRequest): Seat {
  if (!request.seat) throw forbidden()
  return request.seat
}

/**
 * Lets pass whom the policy permits. Somebody who has not signed in is sent to do so and comes back;
 * somebody who has is told that this is not for their role, and stays signed in.
 */
export function allow(policy: Policy): Guard {
  return guard(policy.name, viewer => permits(policy, viewer))
}

/** Lets pass everybody who has signed in, even those who have no role today. */
export function allowSignedIn(name: string): Guard {
  return guard(name, isSignedIn)
}

function guard(name: string, passes: (viewer: Viewer) => boolean): Guard {
  return {
    name,
    admit: async (request, reply) => {
      const viewer = viewerOf(request)
      if (passes(viewer)) return true
      if (isSignedIn(viewer)) {
        // Who and what for, by id and name of the policy: the address may name a child.
        request.log.warn({ person: viewer.id, policy: name }, 'Somebody was refused by their role.')
        throw forbidden()
      }
      sendToSignIn(request, reply)
      return false
    },
  }
}

function sendToSignIn(request: FastifyRequest, reply: FastifyReply): void {
  // What a form was sent to is often no page.
  const next = request.method === 'GET' ? request.url : '/'
  void reply.redirect(signInPath(next), 303)
}

/**
 * The same addresses with a guard before them, asked before any byte of what is sent is read. Each
 * carries the guard's name in its `config`, for whoever walks all addresses.
 */
export function behind(guard: Guard, ...routes: readonly Route[]): Route {
  return (app, siteOf) => {
    // oxlint-disable-next-line promise/prefer-await-to-then -- Fastify loads it before it listens
    void app.register(async within => {
      within.addHook('onRoute', route => {
        route.config = { ...route.config, guard: guard.name }
      })
      within.addHook('onRequest', async (request, reply) => {
        if (!(await guard.admit(request, reply))) return reply
      })
      for (const mount of routes) mount(within, siteOf)
    })
  }
}
