import type { PaperRead, Place } from '#papers'
import type { ParagraphKind } from '../minutes.ts'

/** A paragraph as a form holds it. */
export interface BroughtParagraph {
  /** As printed: '3.1'; null where it is not. */
  readonly number: string | null
  readonly kind: ParagraphKind
  readonly words: string
}

type Item = PaperRead['items'][number]

/**
 * The paragraphs of an item in their order. What belongs to one resolution is one paragraph, and the
 * lines that are in none of those that were read stand among them: nothing of the paper is lost.
 */
export function paragraphsRead(
  item: Item,
  read: PaperRead,
  text: string,
): readonly BroughtParagraph[] {
  const resolutions = read.resolutions.filter(
    each => each.place.start >= item.body.place.start && each.place.end <= item.body.place.end + 1,
  )
  const within = (place: Place) =>
    resolutions.find(each => place.start < each.place.end && place.end > each.place.start)
  const found: { at: number; paragraph: BroughtParagraph }[] = []
  const merged = new Map<object, { at: number; number: string | null; words: string[] }>()
  for (const paragraph of item.paragraphs) {
    const resolution = within(paragraph.place)
    if (isMargin(paragraph.text)) continue
    const { start } = paragraph.place
    if (resolution === undefined) {
      const { number, text: words } = paragraph
      found.push({ at: start, paragraph: { number, kind: kindOfWords(words), words } })
      continue
    }
    const held = merged.get(resolution) ?? { at: start, number: paragraph.number, words: [] }
    held.words.push(paragraph.text)
    merged.set(resolution, held)
  }
  for (const { at, number, words } of merged.values())
    found.push({ at, paragraph: { number, kind: 'resolution', words: words.join('\n') } })
  const known = [
    item.place,
    ...item.paragraphs.map(each => each.place),
    ...item.pages.map(each => each.place),
    ...(item.presenter === null ? [] : [item.presenter.place]),
    ...read.repeated.map(each => each.place),
    ...read.cuts,
    ...read.slides.map(each => each.place),
  ]
  for (const { at, words } of linesWithPlaces(text, item.body.place, known))
    found.push({ at, paragraph: { number: null, kind: kindOfWords(words), words } })
  return found.toSorted((a, b) => a.at - b.at).map(each => each.paragraph)
}

/** Words that a web page of minutes repeats under each item and that are no part of the minutes. */
export const isMargin = (words: string): boolean =>
  /^(?:minutes|decision|additional documents|items|no\.? item)\s?:?$/i.test(words.trim())

/** Lines within a place that no other covers. */
export const linesOutside = (
  text: string,
  within: Place,
  known: readonly Place[],
): readonly string[] => linesWithPlaces(text, within, known).map(each => each.words)

function linesWithPlaces(
  text: string,
  within: Place,
  known: readonly Place[],
): readonly { readonly at: number; readonly words: string }[] {
  const found: { at: number; words: string }[] = []
  let at = within.start
  for (const line of text.slice(within.start, within.end).split('\n')) {
    const [from, to] = [at, at + line.length]
    at = to + 1
    const words = line.trim()
    if (!/[\p{L}\p{N}]/u.test(words)) continue
    if (known.some(place => place.start < to && place.end > from)) continue
    found.push({ at: from, words })
  }
  return found
}

const resolved = /\b(?:RESOLVED|RECOMMENDED)\b|^(?:it was )?(?:resolved|recommended)\b[:\s-]/i
const vote = /^(?:motion|vote)\b.*\b(?:for|against)\b\D{0,12}\d/i

/** What a paragraph is by its words. */
export const kindOfWords = (words: string): ParagraphKind =>
  vote.test(words) ? 'text' : resolved.test(words) ? 'resolution' : 'text'

/** Paragraphs as somebody edits them: a blank line between, the printed number in front. */
export const wordsOfParagraphs = (paragraphs: readonly BroughtParagraph[]): string =>
  paragraphs
    .map(
      ({ number, words }) =>
        `${number === null ? '' : `${number} `}${words.replaceAll(/\n{2,}/g, '\n')}`,
    )
    .join('\n\n')

const printed = /^(\d{1,4}(?:\.\d{1,3}){1,3}[A-Z]?)[.)]?\s+/

/** What somebody edited, as paragraphs again. */
export function paragraphsFrom(typed: string): readonly BroughtParagraph[] {
  return typed
    .replaceAll('\r', '')
    .split(/\n[ \t]*\n/)
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(each => {
      const number = printed.exec(each)?.[1] ?? null
      const words = number === null ? each : each.replace(printed, '').trim()
      return { number, kind: kindOfWords(words), words: words === '' ? each : words }
    })
}
