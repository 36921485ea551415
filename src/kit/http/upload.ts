import { type Readable, Transform, pipeline } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, send } from './answer.ts'
import { HttpProblem } from './errors.ts'
import { sizeAbove, sizeWords } from '../files/size-words.ts'
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
  /** Shows the form again, with all that was typed: for `invalid(…)`, and for a file that is too large. */
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

/**
 * The same content up to so many bytes. What is beyond them is counted and let go, so that whoever
 * sent it can be told how large it is; the content then fails at its end and never looks whole.
 */
function whole(file: Readable, field: string, name: string, most: number): Readable {
  let size = 0
  const content = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      done(null, size > most ? undefined : chunk)
    },
    flush: done => done(size > most ? tooLarge(field, name, size, most) : null),
  })
  // Whoever reads the content learns of a fault from it.
  pipeline(file, content, () => {})
  return content
}

async function* parts(request: FastifyRequest, limits: UploadDefinition): AsyncGenerator<Part> {
  const incoming = request.parts({
    limits: {
      // The plugin's own bound says neither how large a file is nor how large it may be.
      fileSize: Number.POSITIVE_INFINITY,
      files: limits.files,
      fields: 50,
      fieldSize: 100_000,
      parts: limits.files + 50,
    },
  })
  let field = ''
  try {
    for await (const part of incoming) {
      if (part.type === 'field')
        yield {
          kind: 'field',
          name: part.fieldname,
          value: String(part.value).replaceAll('\u0000', ''),
        }
      // A file input that was left empty is sent as a file without a name.
      else if (part.filename) {
        field = part.fieldname
        const content = whole(part.file, field, part.filename, limits.fileBytes)
        yield { kind: 'file', field, name: part.filename, content }
        // Whoever asks for the next is done with this one, read or not.
        content.on('error', () => {})
        content.resume()
      } else part.file.resume()
    }
  } catch (error) {
    throw isTooMany(error) ? tooMany(field, limits.files) : error
  }
}

function tooLarge(field: string, name: string, size: number, most: number): HttpProblem {
  const shown = name.split(/[/\\]/).at(-1)?.slice(0, 100) ?? ''
  const message = `“${shown}” is ${sizeAbove(size, most)}, and a file here may be ${sizeWords(most)} at most, so nothing of it was kept.`
  return new HttpProblem(413, 'The file is too large', message, [{ field, message }])
}

function tooMany(field: string, most: number): HttpProblem {
  const message = `Send ${most === 1 ? '1 file' : `${most} files`} at most at one time.`
  return new HttpProblem(413, 'There are too many files', message, [{ field, message }])
}

const isTooMany = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT'

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

/** The files of a form. Whoever has enough of them leaves the rest of the form to be read. */
async function* filesOf(
  first: Part | undefined,
  rest: AsyncGenerator<Part>,
): AsyncGenerator<Upload> {
  if (first?.kind === 'file') yield first
  for (let next = await rest.next(); !next.done; next = await rest.next())
    if (next.value.kind === 'file') yield next.value
}

/** What was typed into the fields that stand after a file: a form that is shown again has it too. */
async function typedAfter(rest: AsyncGenerator<Part>): Promise<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {}
  try {
    for await (const part of rest)
      if (part.kind === 'field' && part.name !== csrfName) values[part.name] = part.value
  } catch {
    // A further fault in what was sent changes nothing about the one that is answered.
  }
  return values
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
          const { refused } = definition
          if (!refused || !(error instanceof HttpProblem) || error.issues.length === 0) throw error
          const typed = { ...values, ...(await typedAfter(incoming)) }
          const again = await refused({ ...asked, errors: error.issues, values: typed })
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
