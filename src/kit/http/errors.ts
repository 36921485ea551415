import type { FieldError } from '../html/page.ts'

/**
 * Everything that a handler throws on purpose, and nothing else: all other outcomes are values.
 * A problem's words are shown to the person, so they say what is so and what to do, without blame.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly status: number
  readonly title: string
  readonly issues: readonly FieldError[]
  constructor(status: number, title: string, message: string, issues: readonly FieldError[] = []) {
    super(message)
    this.status = status
    this.title = title
    this.issues = issues
  }
}

export const notFound = (): HttpProblem =>
  new HttpProblem(
    404,
    'Page not found',
    'If you typed the address, check that it is right. If you followed a link here, what it led to may have been moved or removed.',
  )

export const forbidden = (
  message = 'Your role does not include this page. Ask whoever runs Sightline for your council if it should.',
): HttpProblem => new HttpProblem(403, 'You do not have access to this', message)

export const conflict = (message: string): HttpProblem =>
  new HttpProblem(409, 'This has changed in the meantime', message)

/** What is wrong with what was sent; a form shows itself again with these. */
export const invalid = (issues: readonly FieldError[]): HttpProblem =>
  new HttpProblem(422, 'There is a problem', issues.map(issue => issue.message).join(' '), issues)

const expired = new HttpProblem(
  403,
  'This form is no longer valid',
  'It was opened too long ago or in another window. Go back, reload the page and send it again.',
)

// The codes of Fastify and its plugins, in words a person can act on.
const byCode: Readonly<Record<string, HttpProblem>> = {
  FST_CSRF_MISSING_SECRET: expired,
  FST_CSRF_INVALID_TOKEN: expired,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new HttpProblem(
    415,
    'This kind of request is not understood',
    'Use the forms on these pages to send something.',
  ),
}

const byStatus: Readonly<Record<number, HttpProblem>> = {
  400: new HttpProblem(
    400,
    'The request is not complete',
    'Go back, reload the page and try again.',
  ),
  403: forbidden(),
  404: notFound(),
  406: new HttpProblem(
    415,
    'This kind of request is not understood',
    'Use the forms on these pages to send something.',
  ),
  413: new HttpProblem(
    413,
    'The file is too large',
    'What was sent is larger than this service accepts. Nothing was kept of it.',
  ),
  415: new HttpProblem(
    415,
    'This kind of request is not understood',
    'Use the forms on these pages to send something.',
  ),
  429: new HttpProblem(429, 'Too many requests', 'Wait a minute and try again.'),
}

const ours = new HttpProblem(
  500,
  'There is a problem with the service',
  'Nothing that was saved before is lost. Try again in a few minutes; if it happens again, tell whoever runs Sightline for your council.',
)

/** What a person is told about any error at all; faults of ours say no more than that. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  const known = typeof code === 'string' ? byCode[code] : undefined
  if (known) return known
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  if (typeof status !== 'number' || status >= 500) return ours
  return byStatus[status] ?? byStatus[400] ?? ours
}
