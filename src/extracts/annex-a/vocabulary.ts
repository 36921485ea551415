import { type Cell, isBlank, problem, type Reading, readText, taken } from '../values.ts'

/**
 * A set of codes and the words for them. Councils write the same code in hundreds of ways
 * ('q) 6: Police', '6', 'Police [6]', 'POLICE – Other'), so each is read by rule: a code that
 * stands in the text, and where there is none, its words. Nothing is taken by likeness alone.
 */
export interface Vocabulary {
  /** The code that a cell means; '' for a blank. */
  read(cell: Cell): Reading<string>
}

export interface VocabularyRules {
  /** The codes as they stand in the text, each giving itself. */
  readonly codes?: readonly string[]
  /** Other codes that mean one of them, wherever such a code may stand: WENG is White British. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Whole texts, in the form that `plain` gives. */
  readonly whole?: Readonly<Record<string, string>>
  /** Tried in order on the text in the form that `plain` gives, before any code is looked for. */
  readonly first?: readonly WordRule[]
  /** Tried in order where no code was found. */
  readonly words?: readonly WordRule[]
  /** Codes of three letters or more, or a letter with digits, may also stand within the text. */
  readonly anywhere?: boolean
}
/** What to look for, the code it means, and why that is worth a look where the words say too little. */
export type WordRule = readonly [RegExp, string, string?]

/** The row reader says which column it is. */
const unknown = problem('value-not-annex-a', 'This is not a value of Annex A.')

const mostRemembered = 20_000

export function vocabulary(rules: VocabularyRules): Vocabulary {
  const meanings = new Map<string, string>()
  for (const [alias, code] of Object.entries(rules.aliases ?? {}))
    meanings.set(alias.toLowerCase(), code)
  for (const code of rules.codes ?? []) meanings.set(code.toLowerCase(), code)
  const whole = new Map(Object.entries(rules.whole ?? {}))
  const known = new Map<string, Reading<string>>()

  function resolve(text: string): Reading<string> {
    const bare = withoutNumbering(text)
    const words = plain(bare)
    const said = whole.get(words) ?? whole.get(plain(text))
    if (said !== undefined) return taken(said)
    const early = byWords(words, rules.first)
    if (early !== null) return early
    const code = codeIn(bare, words)
    if (code !== undefined) return taken(code)
    return byWords(words, rules.words) ?? unknown
  }

  function codeIn(text: string, words: string): string | undefined {
    const tokens = words.split(' ')
    const start = tokens[0] ?? ''
    const direct = meanings.get(start)
    // A lone letter is a code only where something other than a word follows it: 'B - With parents'.
    if (direct !== undefined && (start.length > 1 || /^\W?\s*\w\s*(\W\S*\s|\W*$|\s)/.test(text)))
      return direct
    // 'K1OUT' and 'N1h' are a council's own divisions of K1 and N1.
    const placed = /^([a-z]{1,2}\d)(?:in|out|[a-z]{1,2})$/.exec(start)?.[1]
    if (placed !== undefined && meanings.has(placed)) return meanings.get(placed)
    const closing = /[[(]\s*([A-Za-z0-9]{1,5})\s*[\])]\s*$/.exec(text)?.[1]
    if (closing !== undefined && meanings.has(closing.toLowerCase()))
      return meanings.get(closing.toLowerCase())
    if (rules.anywhere !== true) return undefined
    const within = tokens.find(
      token => (token.length > 3 || /^[a-z]{1,2}\d+[a-z]?$/.test(token)) && meanings.has(token),
    )
    return within === undefined ? undefined : meanings.get(within)
  }

  return {
    read(cell) {
      if (isBlank(cell)) return taken('')
      const text = readText(cell)
      const before = known.get(text)
      if (before !== undefined) return before
      const reading = resolve(text)
      if (known.size < mostRemembered) known.set(text, reading)
      return reading
    },
  }
}

function byWords(words: string, rules: readonly WordRule[] | undefined): Reading<string> | null {
  for (const [pattern, code, doubt] of rules ?? [])
    if (pattern.test(words))
      return taken(code, doubt === undefined ? null : problem('value-too-general', doubt))
  return null
}

/** The text without a list's own letter or number: 'q) 6: Police' is '6: Police'. */
function withoutNumbering(text: string): string {
  const bare = text.replace(/^\s*(?:[a-z]{1,2}\d?|\d{1,2})\s*\)\s*(?=\S)/i, '')
  return bare.replace(/^[a-z]\.\s+(?=\S)/i, '')
}

/** Lower case, letters and digits only, one space between: 'A&E – (Emergency)' is 'a and e emergency'. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/â€™|ã¢â‚¬â„¢|['‘’`´?](?=s\b|\s|$)/g, '')
    .replaceAll(/[&+]/g, ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}
