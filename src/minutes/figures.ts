/** A figure that a paragraph quotes, as it is written. */
export interface QuotedFigure {
  readonly figure: string
  /** The sentence that it stands in. */
  readonly sentence: string
}

// What has a number and is no figure: dates, times, ages, numbers of paragraphs, items and laws.
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December'
const notFigures: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})(?:\\s+\\d{4})?\\b`, 'g'),
  new RegExp(`\\b(?:${months})\\s+\\d{4}\\b`, 'g'),
  /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g,
  /\b(?:19|20)\d{2}(?:\s*[/–-]\s*(?:19|20)?\d{2})?\b/g,
  /\b\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon)\b/gi,
  /\b\d{1,2}:\d{2}\b/g,
  /\b(?:items?|minutes?|paragraphs?|paras?|sections?|regulations?|articles?|schedules?|appendix|appendices|pages?|pp?\.|questions?|recommendations?|phases?|steps?|domains?|key stages?|stages?|parts?|quarters?|year|form|option|options|no\.|number|question)\s*(?:\d+(?:\.\d+)*[a-z]?)(?:\s*(?:,|and|to|–|-)\s*\d+(?:\.\d+)*)*/gi,
  /\b\d+\s+to\s+\d+\s+service\b/gi,
  /\b(?:Q[1-4]|Schedule\s+\w+)\b/g,
  /\b\d+(?:st|nd|rd|th)\b/g,
  /\b\d{1,2}\s*(?:–|-|to)\s*\d{1,2}\s*(?:year|service|olds?)\w*/gi,
  /\b(?:aged?|over|under|turn(?:ed|ing)?)\s+\d{1,2}\b/gi,
  /\b\d{1,2}\+\s*(?:review|service|team)?/gi,
]

const unit = String.raw`(?:\s?(?:%|per cent\b|million\b|billion\b|m\b|k\b|bn\b))?`
const figure = new RegExp(String.raw`(?:£\s?)?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?${unit}`, 'g')

/**
 * The figures in a paragraph that a reader would want the source of: shares, sums and counts. Dates,
 * ages, years and the numbers of paragraphs and laws are none, and neither are one to three written
 * without a unit. Each figure once.
 */
export function figuresIn(words: string): readonly QuotedFigure[] {
  let bare = words
  // Blanked and not taken out, so that places stay what they are.
  for (const pattern of notFigures) bare = bare.replace(pattern, found => ' '.repeat(found.length))
  const found = new Map<string, QuotedFigure>()
  for (const match of bare.matchAll(figure)) {
    const text = words.slice(match.index, match.index + match[0].length).trim()
    const before = bare.charAt(match.index - 1)
    // A part of a word or of a number with points in it: 'S137', '3.1.2', '(b)3'.
    if (/[\p{L}\d.]/u.test(before)) continue
    if (/^\p{L}/u.test(bare.slice(match.index + match[0].length))) continue
    if (/^\d$/.test(text) && Number(text) <= 3) continue
    if (/^[a-d]?\d?\)/.test(bare.slice(match.index + match[0].length))) continue
    if (!found.has(text))
      found.set(text, { figure: text, sentence: sentenceAt(words, match.index) })
  }
  return [...found.values()]
}

function sentenceAt(words: string, at: number): string {
  const before = words.slice(0, at).search(/[^.!?\n]*$/)
  let from = Math.max(0, before)
  // A point within a number ends no sentence.
  while (from > 1 && /\d/.test(words.charAt(from - 2)) && /\d/.test(words.charAt(from)))
    from = Math.max(0, words.slice(0, from - 1).search(/[^.!?\n]*$/))
  const rest = words.slice(at).search(/[.!?](?:\s|$)|\n/)
  const to = rest === -1 ? words.length : at + rest + 1
  return words.slice(from, to).trim()
}
