import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Route } from '#kit/http/index.ts'

/** What a program is answered. */
export interface Feed {
  readonly status?: number
  readonly type: string
  readonly body: string
  /** Whatever in it changed last; null where nothing of it has a time. */
  readonly modifiedAt?: Date | null
}

/** Null for what is not there. */
export type Answering = (request: FastifyRequest) => Promise<Feed | null>

/**
 * An address for programs, open to pages of other sites. It is asked for anew each time, so that what
 * is withdrawn is gone at once; what has not changed is not sent again.
 */
export function feedRoute(url: string, answer: Answering): Route {
  return app => {
    app.get(url, async (request, reply) => {
      const feed = await answer(request)
      const open = {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'etag, last-modified',
        'cross-origin-resource-policy': 'cross-origin',
      }
      if (feed === null)
        return reply
          .code(404)
          .headers(open)
          .type('text/plain; charset=utf-8')
          .send('There is nothing at this address.\n')
      const { status = 200, body, type, modifiedAt } = feed
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
      void reply.headers({
        ...open,
        ...(status === 200 && { etag, 'cache-control': 'no-cache' }),
        ...(modifiedAt && { 'last-modified': modifiedAt.toUTCString() }),
      })
      const isKnown = String(request.headers['if-none-match'] ?? '')
        .split(',')
        .some(each => each.trim().replace(/^W\//, '') === etag)
      if (status === 200 && isKnown) return reply.code(304).send()
      return reply.code(status).type(type).send(body)
    })
  }
}

/** What stands in an address, each name once. */
export function given({ query }: FastifyRequest): Readonly<Record<string, string>> {
  // as: the router gives an object, or nothing, whatever was asked.
  const asked = Object.entries((query ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    asked.flatMap(([name, value]): [string, string][] => {
      const first: unknown = Array.isArray(value) ? value[0] : value
      return typeof first === 'string' ? [[name, first]] : []
    }),
  )
}
