import { type Line, placeOf } from './lines.ts'
import type { Read, Question } from './paper-read.ts'

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const NUMBER = String.raw`(?<count>\d{1,3}|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`

/** A count in words or figures; null for a word that is none. */
export function countOf(word: string): number | null {
  const lower = word.toLowerCase()
  if (lower === 'none' || lower === 'nil') return 0
  const at = WORDS.indexOf(lower)
  return at >= 0 ? at : /^\d{1,6}$/u.test(word) ? Number(word) : null
}

const WHO = {
  public: String.raw`(?:public|members? of the public|residents?)`,
  member: String.raw`(?:members?(?!s? of the public)(?:'|’)?|councillors?(?:'|’)?|elected members?)`,
}

/**
 * How many questions the public or members put: as counted in the text ("A total of 6 member
 * questions were submitted"), or the questions themselves.
 */
export function questionCount(
  lines: readonly Line[],
  questions: readonly Question[],
  kind: 'public' | 'member',
): Read<number> | null {
  const counted = new RegExp(
    String.raw`\b${NUMBER}\s+(?:written\s+|formal\s+)?${WHO[kind]}\s+questions?\b|\b${NUMBER.replace('<count>', '<count2>')}\s+(?:written\s+)?questions?\s+(?:had been\s+|were\s+|was\s+|have been\s+)?(?:received|submitted|asked)?\s*(?:from|by)\s+(?:the\s+)?${WHO[kind]}\b`,
    'iu',
  )
  let under: 'public' | 'member' | null = null
  for (const line of lines) {
    if (line.blank || line.text.length > 2000) continue
    under = kindOfHeading(line.text) ?? under
    const match = counted.exec(line.text)
    const word = match?.groups?.['count'] ?? match?.groups?.['count2']
    const count = word === undefined ? null : countOf(word)
    if (count !== null) return { value: count, place: placeOf([line]), inferred: null }
    if (under === kind && NONE_UNDER.test(line.text))
      return { value: 0, place: placeOf([line]), inferred: null }
  }
  const own = questions.filter(question => question.kind === kind)
  const first = own[0]
  return first === undefined
    ? null
    : { value: own.length, place: first.place, inferred: 'counted from the questions below it' }
}

const NONE_UNDER =
  /^(?:there (?:were|was) (?:none|no questions?)|none\.?$|no (?:written )?questions? (?:were|was|had been|received|submitted))/iu

const QUESTION_HEADING =
  /^(?:\d{1,3}[.)]?\s+)?(?:written |oral )?(?<who>public|members?(?:'|’)?s?|councillors?(?:'|’)?s?|questions? (?:from|by) (?:the |members of the )?(?:public|members|councillors))(?: questions?(?: time)?)?\b/iu

/** Whose questions stand below a heading: "Public Questions", "Questions from Councillors". */
export function kindOfHeading(text: string): 'public' | 'member' | null {
  if (text.length > 120 || !/\bquestions?\b/iu.test(text) || /[.]$/u.test(text)) return null
  const who = QUESTION_HEADING.exec(text)?.groups?.['who']
  return who === undefined ? null : /public/iu.test(who) ? 'public' : 'member'
}
