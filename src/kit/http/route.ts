import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Html } from '../html/html.ts'
import type { FieldError, Site } from '../html/page.ts'
import { type Answer, send } from './answer.ts'
import { HttpProblem, invalid as invalidForm, notFound } from './errors.ts'
import { type FormValues, csrfField, fieldErrors, formValues } from './form.ts'

/** What every handler gets. */
export type Asked = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** The hidden field that every form of the page needs. */
  readonly csrf: () => Html
}

/** What the page of a form gets when it is shown again. */
export type Refused = {
  readonly errors: readonly FieldError[]
  readonly values: FormValues
}

/** One address, ready to be mounted. */
export type Route = (app: FastifyInstance, siteOf: SiteOf) => void

/** What the pages of a request share: one installation may serve more than one council. */
export type SiteOf = (request: FastifyRequest) => Promise<Site>

type Schema = z.ZodType
type Parsed<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined

export type Definition<
  Query extends Schema | undefined,
  Params extends Schema | undefined,
  Body extends Schema | undefined,
> = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly query?: Query
  readonly params?: Params
  readonly body?: Body
  readonly handler: (
    asked: Asked & {
      readonly query: Parsed<Query>
      readonly params: Parsed<Params>
      readonly body: Parsed<Body>
    },
  ) => Answer | Promise<Answer>
  /** Shows the form again; it is answered with status 422. For what zod refuses, and for `invalid(…)`. */
  readonly refused?: (
    asked: Asked & Refused & { readonly query: Parsed<Query>; readonly params: Parsed<Params> },
  ) => Answer | Promise<Answer>
}

export const askedOf = (request: FastifyRequest, reply: FastifyReply): Asked => ({
  request,
  reply,
  csrf: () => csrfField(reply),
})

/** Reads with a schema, or throws what `problem` makes of its faults. */
export async function read<S extends Schema | undefined>(
  schema: S,
  value: unknown,
  problem: (error: z.ZodError) => HttpProblem,
): Promise<Parsed<S>> {
  // as: without a schema there is nothing to read; with one the type is its output.
  if (!schema) return undefined as Parsed<S>
  const result = await schema.safeParseAsync(value)
  if (!result.success) throw problem(result.error)
  return result.data as Parsed<S>
}

const wrongQuery = (): HttpProblem =>
  new HttpProblem(
    400,
    'The address is not complete',
    'Go back and choose again. Something in the address of this page is not as expected.',
  )

/** An address with its schemas and its handler, which gets what the schemas made of the request. */
export function route<
  Query extends Schema | undefined = undefined,
  Params extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(definition: Definition<Query, Params, Body>): Route {
  const { method, url, handler, refused } = definition
  return (app, siteOf) => {
    app.route({
      method,
      url,
      ...(method === 'POST' && { preHandler: app.csrfProtection }),
      handler: async (request, reply) => {
        const asked = askedOf(request, reply)
        const site = await siteOf(request)
        // as: a schema that is not given reads as undefined, which is what its type says.
        const params = await read(definition.params as Params, request.params, notFound)
        const query = await read(definition.query as Query, request.query, wrongQuery)
        try {
          const body = await read(definition.body as Body, request.body ?? {}, error =>
            invalidForm(fieldErrors(error)),
          )
          return send(reply, site, await handler({ ...asked, params, query, body }))
        } catch (error) {
          if (!refused || !(error instanceof HttpProblem) || error.status !== 422) throw error
          const values = formValues(request.body)
          const again = await refused({ ...asked, params, query, errors: error.issues, values })
          return send(reply, site, again.kind === 'page' ? withErrors(again, error) : again)
        }
      },
    })
  }
}

/** The same page with the status of the problem and, at its top, what is wrong. */
export const withErrors = (
  again: Extract<Answer, { kind: 'page' }>,
  problem: HttpProblem,
): Answer => ({ ...again, status: problem.status, page: { errors: problem.issues, ...again.page } })
