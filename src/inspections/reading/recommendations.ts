import { type Item, type Stops, listOf } from './list.ts'
import { type Line, placesOf } from './lines.ts'
import type { Found, Recommendation } from './reading.ts'
import {
  type Section,
  type SectionKind,
  beginsAsking,
  beginsChapter,
  endsList,
  sectionsOf,
} from './sections.ts'

export type Asked = Readonly<Record<SectionKind, readonly Found<Recommendation>[]>> & {
  readonly doubts: readonly string[]
}

/** What the report asks for and what it says is strong, section by section, each item once. */
export function recommendationsOf(lines: readonly Line[]): Asked {
  const found: Record<SectionKind, Found<Recommendation>[]> = {
    recommendations: [],
    'board recommendations': [],
    strengths: [],
  }
  const doubts: string[] = []
  const taken = new Set<Line>()
  for (const section of sectionsOf(lines)) {
    // “Areas for improvement” within a section already read is that section's group heading.
    if (taken.has(section.heading)) continue
    const { items: listed, ended } = listOf(section.lines, stopsOf(section.kind))
    const items = listed.filter(item => !asksNothing.test(item.words))
    const last = listed.at(-1)?.lines.at(-1)
    if (last === undefined) continue
    for (const line of section.lines) {
      taken.add(line)
      if (line === last) break
    }
    found[section.kind].push(...items.map(item => foundOf(item, section, ended === 'heading')))
    doubts.push(...gapsIn(items))
  }
  return { ...found, doubts }
}

function stopsOf(kind: SectionKind): Stops {
  return {
    ends: kind === 'strengths' ? line => endsList(line) || beginsAsking(line) : endsList,
    chapter: beginsChapter,
  }
}

/** “There are no areas for priority or immediate action.” */
const asksNothing =
  /^(there (are|were) no|the inspection did not (find|identify) any)\b.{0,30}(areas|recommendations)/i

function foundOf(item: Item, section: Section, closed: boolean): Found<Recommendation> {
  const words = withoutNoteMarks(item.words)
  const heading = section.heading.text.trim()
  const odd = words.length < 15 || words.length > 1200
  return {
    value: {
      words,
      points: item.points.map(withoutNoteMarks),
      number: item.number,
      paragraphs: paragraphsIn(item.words),
      group: item.group ?? (/priority|immediate/i.test(heading) ? heading : null),
    },
    places: placesOf(item.lines),
    why: odd
      ? `listed under “${heading}”, and unusually ${words.length < 15 ? 'short' : 'long'}`
      : `listed under “${heading}”`,
    confidence: odd ? 'check' : closed ? 'certain' : 'likely',
  }
}

/** The number of a footnote hangs on a word when text is taken from a page. */
const withoutNoteMarks = (words: string): string =>
  words.replaceAll(/(?<=\p{Ll}{3}[.,;’']?)\d{1,2}(?=[\s.,;:)]|$)/gu, '')

/** The paragraphs that “(Paragraph 30 and 112)” or “(paragraphs 12–14)” refers to. */
export function paragraphsIn(words: string): readonly number[] {
  const out = new Set<number>()
  for (const match of words.matchAll(
    /\bparas?(?:graphs?)?\.?\s*:?\s*((?:\d{1,3}(?:\s*(?:,|and|&|to|–|-)\s*)*)+)/giu,
  )) {
    const list = match[1] ?? ''
    for (const range of list.matchAll(/(\d{1,3})(?:\s*(?:to|–|-)\s*(\d{1,3}))?/gu)) {
      const from = Number(range[1])
      const to = range[2] === undefined ? from : Number(range[2])
      for (let paragraph = from; paragraph <= Math.min(to, from + 60); paragraph++)
        out.add(paragraph)
    }
  }
  return [...out]
}

/** A numbered list that skips a number lost an item, or the report did. */
function gapsIn(items: readonly Item[]): readonly string[] {
  const out: string[] = []
  for (const [index, item] of items.entries()) {
    const before = items[index - 1]
    if (before?.number == null || item.number === null) continue
    const expected = Number(before.number) + 1
    if (Number(item.number) !== expected && Number(item.number) !== 1)
      out.push(
        `Recommendation ${before.number} is followed by ${item.number}: see whether one is missing.`,
      )
  }
  return out
}
