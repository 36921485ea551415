import type { FastifyInstance, RouteOptions } from 'fastify'
import './guard.ts'

/** An address that the site answers at, as it was mounted. */
export interface Mounted {
  readonly method: string
  /** With its parts: '/indicators/:code'. */
  readonly url: string
  /** The name of the guard before it; null where anybody is let pass without being asked who they are. */
  readonly guard: string | null
}

declare module 'fastify' {
  interface FastifyInstance {
    mounted: () => readonly Mounted[]
  }
}

/**
 * Keeps a list of every address that is mounted from here on, for whoever has to walk all of them.
 * It is whole once the site is ready.
 */
export function listMounted(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', route => {
    routes.push(route)
  })
  app.decorate('mounted', () =>
    routes.flatMap(({ method, url, config }) =>
      [method].flat().map(one => ({ method: one, url, guard: config?.guard ?? null })),
    ),
  )
}
