import { type Readable, Transform, pipeline } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, send } from './answer.ts'
import { HttpProblem } from './errors.ts'
import { type FormValues, csrfName } from './form.ts'
import { type Asked, type Refused, type Route, askedOf, withErrors } from './route.ts'

/** A file on its way in. Read its content before asking for the next: nothing is held in memory. */
export type Upload = { readonly field: string; readonly name: string; readonly content: Readable }

export type UploadDefinition = {
  readonly url: string
  readonly fileBytes: number
  readonly files: number
  /** Gets the fields that stand before the first file of the form, and the files one after another. */
  readonly handler: (
    asked: Asked & { readonly values: FormValues; readonly files: AsyncIterable<Upload> },
  ) => Answer | Promise<Answer>
  readonly refused?: (asked: Asked & Refused) => Answer | Promise<Answer>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The token of a form with files, which has no parsed body to look into. */
    csrfToken: string | undefined
  }
}

type Part =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | (Upload & { readonly kind: 'file' })

/** The same content, but one that was cut off at the limit fails and does not look whole. */
function whole(file: Readable & { readonly truncated: boolean }, bytes: number): Readable {
  const content = new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: done => done(file.truncated ? tooLarge(bytes) : null),
  })
  // Whoever reads the content learns of a fault from it.
  pipeline(file, content, () => {})
  return content
}

async function* parts(request: FastifyRequest, limits: UploadDefinition): AsyncGenerator<Part> {
  const incoming = request.parts({
    limits: {
      fileSize: limits.fileBytes,
      files: limits.files,
      fields: 50,
      fieldSize: 100_000,
      parts: limits.files + 50,
    },
  })
  for await (const part of incoming) {
    if (part.type === 'field')
      yield {
        kind: 'field',
        name: part.fieldname,
        value: String(part.value).replaceAll('\u0000', ''),
      }
    // A file input that was left empty is sent as a file without a name.
    else if (part.filename) {
      const content = whole(part.file, limits.fileBytes)
      yield { kind: 'file', field: part.fieldname, name: part.filename, content }
    } else part.file.resume()
  }
}

const tooLarge = (bytes: number): HttpProblem =>
  new HttpProblem(
    413,
    'The file is too large',
    `A file may have ${Math.floor(bytes / 1_000_000)} MB at most. Nothing of this one was kept.`,
  )

function provedOurs(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // as: of a reply the check reads cookies and sends its refusal, which is thrown here instead.
    const gate = {
      unsignCookie: (value: string) => reply.unsignCookie(value),
      send: reject,
    } as unknown as FastifyReply
    app.csrfProtection(request, gate, resolve)
  })
}

async function* filesOf(
  first: Part | undefined,
  rest: AsyncGenerator<Part>,
): AsyncGenerator<Upload> {
  if (first?.kind === 'file') yield first
  for await (const part of rest) if (part.kind === 'file') yield part
}

/** A form with files, whose hidden field stands first: no byte of a file is read without it. */
export function uploadRoute(definition: UploadDefinition): Route {
  return (app, siteOf) => {
    app.route({
      method: 'POST',
      url: definition.url,
      handler: async (request, reply) => {
        if (!request.isMultipart())
          throw new HttpProblem(
            415,
            'This kind of request is not understood',
            'Use the form to send files.',
          )
        const asked = askedOf(request, reply)
        const site = await siteOf(request)
        const values: Record<string, string> = {}
        const incoming = parts(request, definition)
        try {
          let next = await incoming.next()
          while (!next.done && next.value.kind === 'field') {
            if (next.value.name === csrfName) request.csrfToken = next.value.value
            else values[next.value.name] = next.value.value
            next = await incoming.next()
          }
          await provedOurs(app, request, reply)
          const first = next.done ? undefined : next.value
          return await send(
            reply,
            site,
            await definition.handler({ ...asked, values, files: filesOf(first, incoming) }),
          )
        } catch (error) {
          if (!definition.refused || !(error instanceof HttpProblem) || error.status !== 422)
            throw error
          const again = await definition.refused({ ...asked, errors: error.issues, values })
          return await send(reply, site, again.kind === 'page' ? withErrors(again, error) : again)
        } finally {
          // What was not read is let go, so that the answer reaches a browser that is still sending.
          request.raw.unpipe()
          request.raw.resume()
        }
      },
    })
  }
}
