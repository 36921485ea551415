import { createHash } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { HttpProblem, problemOf } from '#kit/http/errors.ts'
import type { Route } from '#kit/http/index.ts'
import { CHALLENGE } from './guard.ts'

/** The beginning of every address for programs. It changes only if a program would no longer understand. */
export const API = '/api/v1'

/** An address for programs: what it takes and gives is said once, for the code and its description. */
export interface Endpoint {
  /** As the description writes it: '/indicators/{code}'. */
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly says: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  /** Whether nobody has to say who they are. */
  readonly isOpen: boolean
  /** An answer that is asked for again with its ETag is not sent again. */
  readonly handle: (request: FastifyRequest, params: unknown, query: unknown) => Promise<unknown>
}

/** An endpoint whose handler gets what its schemas make, and has to give what its answer says. */
export function endpoint<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(what: {
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly says: string
  readonly params: P
  readonly query: Q
  readonly answer: A
  readonly isOpen?: boolean
  readonly handle: (
    request: FastifyRequest,
    params: z.output<P>,
    query: z.output<Q>,
  ) => Promise<z.output<A>>
}): Endpoint {
  const { params, query } = what
  return {
    ...what,
    isOpen: what.isOpen ?? false,
    handle: (request, givenParams, givenQuery) =>
      what.handle(request, read(params, givenParams), read(query, givenQuery)),
  }
}

function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = String(issue?.path[0] ?? '')
  throw new HttpProblem(
    400,
    'The address is not as expected',
    issue?.code === 'unrecognized_keys'
      ? `There is nothing called “${issue.keys.join('”, “')}” to ask by here. See /api for what there is.`
      : `“${field}” cannot be read: ${issue?.message ?? 'it is not as expected'}. See /api for what it may be.`,
  )
}

/** Mounts an endpoint, with its problems as a program reads them. */
export function apiRoute({ path, handle, isOpen }: Endpoint): Route {
  return app => {
    app.route({
      method: 'GET',
      url: `${API}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      errorHandler: answerProblem,
      handler: async (request, reply) =>
        sendJson(request, reply, await handle(request, request.params, request.query), isOpen),
    })
  }
}

function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
  isOpen: boolean,
): FastifyReply {
  const text = JSON.stringify(answer)
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  void reply.headers({
    etag: tag,
    'cache-control': isOpen ? 'public, no-cache' : 'private, no-cache',
    vary: 'authorization, cookie',
  })
  if (isSame(request.headers['if-none-match'], tag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(text)
}

/** Whether what somebody has is what they would get (RFC 9110, 13.1.2; unverified: not read again). */
function isSame(sent: string | undefined, tag: string): boolean {
  const tags = (sent ?? '').split(',').map(each => each.trim().replace(/^W\//, ''))
  return tags.includes(tag) || tags.includes('*')
}

/** What went wrong, as RFC 9457 writes it: one sentence that a person can act on. */
export const Problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().describe('What is wrong, in a few words'),
    status: z.int().describe('The status of the answer'),
    detail: z.string().describe('What is wrong and what to do, in a sentence or two'),
  })
  .describe('A problem, in words')

function answerProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, title, message } = problemOf(error)
  if (status >= 500) request.log.error({ err: error }, 'an answer for a program failed')
  const problem: z.output<typeof Problem> = {
    type: 'about:blank',
    title,
    status,
    detail: status === 404 ? 'There is nothing here. See /api for what there is.' : message,
  }
  if (status === 401) void reply.header('www-authenticate', CHALLENGE)
  void reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
