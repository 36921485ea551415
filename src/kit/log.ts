/**
 * One JSON object a line, for machines to collect. What describes a person must never reach it, so
 * names of fields that could are blanked, the query of an address is cut off, and of a database's
 * error only the parts that hold no value are kept. Its shape is the one that Fastify accepts as
 * `loggerInstance`.
 */
export const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const
export type Level = (typeof LEVELS)[number] | 'silent'

export type LogLine = {
  (words: string): void
  (facts: unknown, words?: string): void
}

export type Log = { readonly [L in (typeof LEVELS)[number]]: LogLine } & {
  level: string
  silent: LogLine
  child(bindings: Readonly<Record<string, unknown>>): Log
}

const PRIVATE =
  /^(.*(name|birth|postcode|address|email|phone)|dob|upn|uln|nhs.*|child.*id|person.*id|body|query|params|headers|cookies?|authorization|.*(password|secret|token|session.*|csrf.*))$/i
// Field names that end in "name" but say nothing of a person.
const PLAIN = /^(hostname|filename|tablename|jobname|constraint|schema|table|indicatorname)$/i

/** A log that writes each line to `write`; the default is standard output. */
export function openLog(
  level: Level = 'info',
  write: (line: string) => void = line => process.stdout.write(line),
  bindings: Readonly<Record<string, unknown>> = {},
): Log {
  const log: Log = {
    level,
    trace: lineAt('trace'),
    debug: lineAt('debug'),
    info: lineAt('info'),
    warn: lineAt('warn'),
    error: lineAt('error'),
    fatal: lineAt('fatal'),
    silent: () => {},
    child: more => openLog(level, write, { ...bindings, ...more }),
  }
  return log

  function lineAt(name: (typeof LEVELS)[number]): LogLine {
    return (first: unknown, words?: string) => {
      const threshold = LEVELS.findIndex(each => each === log.level)
      if (threshold < 0 || LEVELS.indexOf(name) < threshold) return
      const facts = typeof first === 'string' ? {} : first instanceof Error ? { err: first } : first
      const said = typeof first === 'string' ? first : words
      const line = {
        at: new Date().toISOString(),
        level: name,
        ...(blank(bindings, 0) as object), // an object goes in and an object comes out
        ...(typeof facts === 'object' && facts !== null ? (blank(facts, 0) as object) : { facts }),
        ...(said === undefined ? {} : { words: said }),
      }
      write(`${JSON.stringify(line)}\n`)
    }
  }
}

/** The same facts with everything blanked that could describe a person or open a door. */
function blank(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value
  if (value instanceof Error) return errorFacts(value)
  if (depth > 4) return '…'
  if (Array.isArray(value)) return value.slice(0, 50).map(each => blank(each, depth + 1))
  const facts: Record<string, unknown> = {}
  for (const [key, held] of Object.entries(value)) {
    if (key === 'req' || key === 'request') facts[key] = requestFacts(held)
    else if (key === 'res' || key === 'reply') facts[key] = pick(held, ['statusCode'])
    else if (PRIVATE.test(key) && !PLAIN.test(key)) facts[key] = '[not logged]'
    else if (key === 'url' && typeof held === 'string') facts[key] = withoutQuery(held)
    else facts[key] = blank(held, depth + 1)
  }
  return facts
}

function requestFacts(request: unknown) {
  const facts = pick(request, ['id', 'method', 'url'])
  return typeof facts.url === 'string' ? { ...facts, url: withoutQuery(facts.url) } : facts
}

function errorFacts(error: Error) {
  // node-postgres puts the offending row in `detail`, `where` and sometimes the message itself.
  const fromDatabase = 'severity' in error && 'code' in error
  const safe = pick(error, ['code', 'statusCode', 'schema', 'table', 'constraint', 'routine'])
  const stack = error.stack?.split('\n').filter(line => /^\s+at /.test(line))
  return {
    type: error.name,
    ...(fromDatabase ? {} : { message: error.message }),
    ...safe,
    stack: stack?.join('\n'),
  }
}

function pick(from: unknown, keys: readonly string[]): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  if (typeof from !== 'object' || from === null) return facts
  for (const key of keys) {
    const held: unknown = Reflect.get(from, key)
    if (held !== undefined && typeof held !== 'object') facts[key] = held
  }
  return facts
}

function withoutQuery(url: string) {
  return url.replace(/\?.*$/s, '?…')
}
