import type { Seen } from './visitor.ts'

/** What nobody means well by: quotes, tags, breaks, templates, statements, formulas, paths, numbers. */
export const hostile: readonly string[] = [
  '',
  '\u0000',
  'a\u0000b',
  '<script>zq(1)</script>',
  '"><img src=x onerror=zq(1)>',
  "' onmouseover='zq(1)' x='",
  '" autofocus onfocus="zq(1)',
  'javascript:zq(1)',
  '</title></textarea></svg><svg onload=zq(1)>',
  "'; drop table performance.figures; --",
  "' or '1'='1",
  '1) union select 1,2,3 from people.users --',
  '{{7*7}}${7*7}<%= 7*7 %>#{7*7}',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd\u0000.csv',
  '//evil.example/',
  'https://evil.example/',
  '\r\nSet-Cookie: session=zq\r\nx-zq: 1',
  '=cmd|calc!A1',
  '+1-1',
  '@sum(1)',
  '\t=1',
  '-1',
  '0',
  '1e309',
  '9'.repeat(400),
  '99999999-01-01',
  '0001-01',
  '9999-12-31',
  '2026-13',
  '\u202eevil\u2066',
  '🦔'.repeat(40),
  '\ud83d',
  'ﬀ\u0301ｓ',
  'a'.repeat(4000),
  '__proto__',
  'constructor',
  '[object Object]',
  '00000000-0000-4000-8000-000000000000',
  'x'.repeat(22),
  'f'.repeat(64),
]

/** The same list in another order, which follows from the seed alone. */
export function ordered(seed: number): <T>(items: readonly T[]) => readonly T[] {
  let state = seed >>> 0
  // Mulberry32: small, and the same everywhere.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return items =>
    items
      .map(item => ({ item, at: next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item)
}

/** What is wrong with an answer, whatever was asked. */
export function crawlFaults(
  { status, to, text }: Seen,
  marks: readonly string[],
): readonly string[] {
  const faults: string[] = []
  // Who is told to wait has not been answered, and nothing was tried.
  if (status >= 500 || status === 429) faults.push(`status ${status}`)
  const tags = text.match(/<[a-z][^>]*>/gi) ?? []
  if (/<script>|<script[^>]*>[^<]*zq/i.test(text)) faults.push('a script')
  // Attributes in quotes hold text; what is left of a tag are the names of its attributes.
  if (tags.some(tag => /\son\w+\s*=/i.test(tag.replaceAll(/"[^"]*"/g, '""'))))
    faults.push('a handler in markup')
  if (tags.some(tag => /(?:href|src|action)\s*=\s*"?\s*javascript:/i.test(tag)))
    faults.push('an address that is a script')
  if (/\n\s+at .*(?:\.[jt]s|node:)|node_modules|file:\/\/\//.test(text))
    faults.push('a stack trace')
  if (/syntax error at or near|violates .* constraint|invalid byte sequence|ENOENT/.test(text))
    faults.push('the words of a fault')
  if (/set-cookie":[^}]*session=zq|"x-zq"/.test(text)) faults.push('a header of theirs')
  if (to !== undefined && new URL(to, 'http://here.invalid').origin !== 'http://here.invalid')
    faults.push(`leads out to ${to}`)
  for (const mark of marks) if (text.includes(mark)) faults.push(`somebody else’s ${mark}`)
  return faults
}

export interface Form {
  readonly action: string
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

/** The forms of a page that are sent by POST, with what stands in their fields. */
export function formsOn(page: string): readonly Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].flatMap(
    ([, attributes = '', body = '']) => {
      const action = /action="([^"]*)"/.exec(attributes)?.[1]
      if (action === undefined || !/method="post"/.test(attributes)) return []
      if (attributes.includes('multipart')) return []
      const fields = new Map<string, string>()
      for (const [tag] of body.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
        const name = /\sname="([^"]*)"/.exec(tag)?.[1]
        if (name === undefined || name === '_csrf' || fields.has(name)) continue
        fields.set(name, /\svalue="([^"]*)"/.exec(tag)?.[1] ?? '')
      }
      return [
        {
          action: action.replaceAll('&amp;', '&'),
          fields: [...fields].map(([name, value]) => ({ name, value })),
        },
      ]
    },
  )
}
