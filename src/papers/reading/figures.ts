import { datesIn } from './dates.ts'
import { markOf } from './numbering.ts'
import { amountsIn } from './money.ts'
import type { Figure, Paragraph } from './paper-read.ts'
import { sentencesOf } from './sentences.ts'
import { timesIn } from './times.ts'

const NUMBER =
  /(?<![\p{L}\d.,/£:+-])(?<figure>\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,3})?)(?<percent>\s?%|\s?per\s?cent\b)?(?![\d/:+]|[.,]\d|\p{L}|-\d)/gu
/** Numbers that name a thing and count none. */
const NAMES_IT =
  /\b(?:items?|pages?|pp?|para(?:graph)?s?|appendi(?:x|ces)|annex|question|quarter|q|section|schedule|phase|recommendations?|no|nos|number|minute|ref|act|regulations?|domain|room|version|figure|table|tel|chapter|part|level|stage|tier|key stage|year|years|band|week|wave|theme|priority|standard)\.?\s*(?:\d{1,4}\s*(?:,|and|to|-|–)\s*)*$/iu
const STOPS =
  /^(?:had|has|have|was|were|is|are|which|that|who|whereas|while|and|but|or|because|so|as|at|by|when|where|there|would|will|could|should|may|might|did|do|does|than|compared)$/iu
const FILLERS =
  /^(?:the|a|an|of|about|around|approximately|over|nearly|currently|now|only|some|at|to|was|were|had|has|have|been|be|is|are|there|which|that|and|with|by|from|in|on|for|its|their|this|than|more|fewer|less|up|down|increased|decreased|rose|fell|just|under|therefore|they|it|added|least|stood)$/iu

/** Figures quoted in debate, each with the words that say what it counts; dates, times and references left out. */
export function figuresOf(paragraphs: readonly Paragraph[]): readonly Figure[] {
  return paragraphs.flatMap(paragraph =>
    sentencesOf(paragraph.text).flatMap(sentence => inSentence(sentence, paragraph)),
  )
}

function inSentence(sentence: string, paragraph: Paragraph): readonly Figure[] {
  const short = sentence.slice(0, 4000)
  if (!/\d/u.test(short)) return []
  const hidden = withoutDates(withoutMark(short))
  const found: Figure[] = []
  const money = amountsIn(hidden).filter(amount => amount.pound)
  for (const { gbp, at, words } of money) found.push(figure(gbp, 'GBP', at, at + words.length))
  for (const match of hidden.matchAll(NUMBER)) {
    const at = match.index
    if (money.some(amount => at >= amount.at && at <= amount.at + amount.words.length)) continue
    if (NAMES_IT.test(hidden.slice(Math.max(0, at - 40), at))) continue
    const number = Number((match.groups?.['figure'] ?? '').replaceAll(',', ''))
    const percent = match.groups?.['percent'] !== undefined
    // A long figure without commas is a telephone number or a reference.
    if (!percent && /^0\d|^\d{6,}/u.test(match[0])) continue
    // A bare year is a date.
    if (
      !percent &&
      Number.isInteger(number) &&
      number >= 1900 &&
      number <= 2100 &&
      !match[0].includes(',')
    )
      continue
    found.push(figure(number, percent ? '%' : null, at, at + match[0].length))
  }
  return found

  function figure(value: number, unit: Figure['unit'], at: number, end: number): Figure {
    const after = phraseAfter(hidden.slice(end, end + 160))
    const counted = found.findLast(each => each.unit === unit && each.of !== '')
    const before = phraseBefore(hidden.slice(Math.max(0, at - 160), at))
    // "330 placements whereas last year there had been 294": the second counts what the first did.
    const of = after !== '' ? after : counted === undefined ? before : `${counted.of}, ${before}`
    return { value, unit, of, sentence, item: paragraph.item, place: paragraph.place }
  }
}

/** "1) Approve": the sign of a part counts nothing. As long as what it hides, so that places stay. */
function withoutMark(text: string): string {
  const mark = markOf(text)
  return mark === null ? text : mark.rest.padStart(text.length)
}

function withoutDates(text: string): string {
  const chars = text.split('')
  for (const { at, words } of datesIn(text)) chars.fill(' ', at, at + words.length)
  for (const { at, end } of timesIn(text)) chars.fill(' ', at, end)
  return chars.join('').replaceAll(/\bhttps?:\/\/\S+/giu, address => ' '.repeat(address.length))
}

function phraseAfter(text: string): string {
  const clause = text.replace(/^-/u, '').split(/[.;:,()\n–—?!]|\s-\s/u)[0] ?? ''
  const words: string[] = []
  for (const word of clause.split(/\s+/u)) {
    if (word === '') continue
    if (STOPS.test(word) || words.length >= 9) break
    words.push(word)
  }
  while (words.length > 0 && /^(?:of|in|to|the|a|for|from|on|with)$/iu.test(words.at(-1) ?? ''))
    words.pop()
  return words
    .join(' ')
    .replace(/^of (?:the |these |those )?/iu, '')
    .trim()
}

function phraseBefore(text: string): string {
  const clause = text.split(/[.;:,()\n–—?!]|\b(?:whereas|while|and|but)\b/u).at(-1) ?? ''
  const words = clause.split(/\s+/u).filter(word => word !== '')
  while (words.length > 0 && FILLERS.test(words.at(-1) ?? '')) words.pop()
  while (words.length > 0 && FILLERS.test(words[0] ?? '')) words.shift()
  return words.slice(-8).join(' ')
}
