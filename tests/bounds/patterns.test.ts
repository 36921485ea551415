import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

// What strangers send is matched by our patterns, and one in which repeats stand in repeats, or which
// begins with a repeat and must end somewhere, can take hours over a long text. How long cannot be
// tested on a busy machine. So those of such a shape are listed here, each with why it is safe; a
// new one fails until somebody has read it.

const SRC = join(import.meta.dirname, '..', '..', 'src')

/** Repeats in repeats: only where each round must take something that the next cannot. */
const nested: Readonly<Record<string, string>> = {
  'plan/money.ts /^£?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(m|mn|million|k|thousand)?\\.?$/i':
    'Each round of thousands begins with a comma.',
  'inspections/reading/grades.ts /^(\\d{1,2} )+/': 'Each round ends with a space; nothing follows.',
  'inspections/reading/recommendations.ts /\\bparas?(?:graphs?)?\\.?\\s*:?\\s*((?:\\d{1,3}(?:\\s*(?:,|and|&|to|–|-)\\s*)*)+)/giu':
    'Nothing follows the rounds, so there is nothing to go back for.',
  "audits/redact.ts /(?<![\\p{L}\\p{N}])\\p{Lu}\\p{Ll}+(?:[-’'\\s]\\p{Lu}\\p{Ll}+)+/gu":
    'Each round begins with a space, a hyphen or an apostrophe.',
  'comparators/layout.ts /^\\d{3}( \\/ \\d{3})*$/':
    'Each round begins with a stroke between spaces.',
  'comparators/published-value.ts /^-?\\d{1,3}(,\\d{3})+(\\.\\d+)?$/':
    'Each round begins with a comma.',
  'marks/mark.ts /^-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?$/':
    'Each round begins with a comma.',
  'minutes/bring/paragraphs.ts /^(\\d{1,4}(?:\\.\\d{1,3}){1,3}[A-Z]?)[.)]?\\s+/':
    'Each round begins with a full stop, three at most.',
  'minutes/figures.ts /\\b(?:items?|minutes?|paragraphs?|paras?|sections?|regulations?|articles?|schedules?|appendix|appendices|pages?|pp?\\.|questions?|recommendations?|phases?|steps?|domains?|key stages?|stages?|parts?|quarters?|year|form|option|options|no\\.|number|question)\\s*(?:\\d+(?:\\.\\d+)*[a-z]?)(?:\\s*(?:,|and|to|–|-)\\s*\\d+(?:\\.\\d+)*)*/gi':
    'Nothing follows the rounds, so there is nothing to go back for.',
}

/** A repeat at the start, and something that must follow: its time grows with the square of the text. */
const openEnded: Readonly<Record<string, string>> = {
  'extracts/values.ts /[\\s,T]+\\d{1,2}[:.]\\d{2}.*$/': 'A day has 120 characters at most.',
  'findings/finding.ts /[\\s,;:.–-]+$/': 'It is cut to 110 letters before.',
  'people/passwords.ts /[\\d!?.,_-]+$/': 'A password has 200 characters at most.',
  'people/settings.ts /\\/+$/': 'An environment of the operator’s.',
  'inspections/reading/front.ts /\\s+local authority$/i':
    'A line of a report, its spaces made one.',
  'inspections/reading/front.ts /\\s+(metropolitan|county|city|borough|district|unitary|council|mbc)\\b.*$/i':
    'A line of a report, its spaces made one.',
  'app/audit-reminders.ts /\\/+$/': 'An address of the operator’s.',
  'app/news.ts /\\/+$/': 'An address of the operator’s.',
  'decisions/difference.ts /[.;,]+$/': 'What is resolved has 20,000 characters at most.',
  'exchange/moderngov/client.ts /\\/+$/': 'An address that a clerk typed.',
  'marks/mark.ts /(?:\\s*%|\\s*per cent|\\s+per 10,?000|\\s+(?:working |school )?(?:days|months|years|children))\\.?$/':
    'A target has a line at most.',
  'minutes/bring/keep-people.ts /\\s+(?:mbe|obe|cbe|jp|dl|frsa)\\b.*$/': 'The name of a person.',
  'minutes/figures.ts /[^.!?\\n]*$/': 'A paragraph up to a figure in it.',
  'minutes/minutes.ts /[A-Z]+$/': 'The number of a paragraph.',
  'practice/reading-age.ts /[.!?]+(?:\\s|$)/': 'A field has 20,000 characters at most.',
  'published/pages/import.ts /\\/+$/': 'An address of the operator’s.',
  'published/pages/reading.ts /\\/+$/': 'An address of the operator’s.',
}

/**
 * Rooms that read whole papers with hundreds of patterns. There no pattern is read by itself: tests of
 * `reading` give it texts that are made to be slow, and repeats in `checks` and `asks` have a most.
 */
const triedByLength = /^papers\/(reading|checks|asks)\//

interface Pattern {
  readonly file: string
  readonly text: string
}

function patterns(): readonly Pattern[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(file => {
      const source = readFileSync(join(SRC, file), 'utf8')
      const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest)
      const found: Pattern[] = []
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) found.push({ file, text: node.text })
        ts.forEachChild(node, visit)
      }
      visit(tree)
      return found
    })
}

/** The pattern with each character and each set as one letter, so that only its shape is left. */
function shapeOf({ text }: Pattern): string {
  const body = text.slice(1, text.lastIndexOf('/'))
  return body.replaceAll(/\\./g, 'e').replaceAll(/\[[^\]]*\]/g, 'c')
}

const hasNested = (pattern: Pattern) =>
  /\((?:[^()]|\([^()]*\))*[+*}](?:[^()]|\([^()]*\))*\)[+*{]/.test(shapeOf(pattern))
const isOpenEnded = (pattern: Pattern) =>
  /^(?:\(\?:)?[ce.][+*](?=.)/.test(shapeOf(pattern).replace(/^\^.*/, ''))

const named = ({ file, text }: Pattern) => `${file} ${text}`
const all = patterns().filter(({ file }) => !triedByLength.test(file))
/** The same pattern may stand twice in a file. */
const once = (some: readonly Pattern[]) => [...new Set(some.map(named))].toSorted()

test('patterns with repeats in repeats are those that were read', () => {
  expect(all.length).toBeGreaterThan(500)
  expect(once(all.filter(hasNested))).toEqual(Object.keys(nested).toSorted())
})

test('patterns that begin with a repeat and must end somewhere are those that were read', () => {
  expect(once(all.filter(isOpenEnded))).toEqual(Object.keys(openEnded).toSorted())
})

test.each([
  ['/(a+)+$/', true],
  ['/^(?:\\s*x*)*y/', true],
  ['/((?:\\d{1,3},)+)*/', true],
  ['/^a+b+$/', false],
])('%s has a repeat in a repeat: %s', (text, expected) => {
  expect(hasNested({ file: '', text })).toBe(expected)
})

test.each([
  ['/\\s+$/', true],
  ['/[ ,]+x/', true],
  ['/\\s+/', false],
  ['/^\\s+$/', false],
])('%s begins with a repeat and must end somewhere: %s', (text, expected) => {
  expect(isOpenEnded({ file: '', text })).toBe(expected)
})
