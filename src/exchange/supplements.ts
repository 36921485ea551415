import type { PublishedItem, PublishedMeeting, PublishedPaper } from './published.ts'

/** A paper that came out after the agenda, with what it adds to. */
export interface Supplement {
  readonly paper: PublishedPaper
  /** The number that its service gives the item; null where the paper adds to the whole agenda. */
  readonly item: string | null
  /** The report that it adds to; null where the item had none, as with a report "to follow". */
  readonly to: PublishedPaper | null
}

// As councils title them: "Supplementary Agenda", "Report to follow", "Addendum", "Late papers".
const titled =
  /\bsupplement(?:s|al|ary)?\b|\b(?:to|papers?) follow\b|\badd?end(?:um|a)\b|\bupdate (?:sheet|report)\b|\blate (?:report|paper|item|sheet)s?\b/i

/** Whether a paper says by its title that it adds to others. */
export const isSupplementary = (title: string): boolean => titled.test(title)

/**
 * The supplements among the papers of a meeting, each with its item and the report it adds to. A
 * paper that stands below an item is of that item. One of the whole meeting is of the item whose
 * number it names ("Supplement: item 6"), or else of the one whose title it repeats; where that is
 * not one item alone, it is of the agenda.
 */
export function supplementsOf({
  items,
  papers,
}: Pick<PublishedMeeting, 'items' | 'papers'>): readonly Supplement[] {
  const below = items.flatMap(item =>
    papersOf(item)
      .filter(({ title }) => isSupplementary(title))
      .map(paper => ({ paper, item: item.id, to: originalIn(item, paper) })),
  )
  const ofMeeting = papers
    .filter(({ title, kind }) => kind === 'supplement' || isSupplementary(title))
    .map(paper => {
      const item = itemNamed(paper.title, items)
      return { paper, item: item?.id ?? null, to: item === null ? null : originalIn(item, paper) }
    })
  return [...below, ...ofMeeting]
}

const papersOf = (item: PublishedItem): readonly PublishedPaper[] =>
  item.exempt === null ? item.papers : []

/** The report of the item that shares most words with the title; the first of those that tie. */
function originalIn(item: PublishedItem, paper: PublishedPaper): PublishedPaper | null {
  const wanted = wordsOf(paper.title)
  const shared = ({ title }: PublishedPaper): number =>
    [...wordsOf(title)].filter(word => wanted.has(word)).length
  const reports = papersOf(item).filter(
    ({ id, title, kind }) => id !== paper.id && kind === 'report' && !isSupplementary(title),
  )
  return reports.toSorted((a, b) => shared(b) - shared(a))[0] ?? null
}

function itemNamed(title: string, items: readonly PublishedItem[]): PublishedItem | null {
  const number = /\bitems?\s*(?:no\.?\s*|number\s*)?(\d{1,3}[a-z]?)\b/i.exec(title)?.[1]
  const named = items.filter(each => each.number?.toLowerCase() === number?.toLowerCase())
  if (number !== undefined) return alone(named)
  const said = plain(title)
  // A title of one word, such as "Minutes", stands in many others.
  const repeated = items.filter(
    each => plain(each.title).includes(' ') && said.includes(plain(each.title)),
  )
  return alone(repeated)
}

const alone = <Thing>(things: readonly Thing[]): Thing | null =>
  things.length === 1 ? (things[0] ?? null) : null

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const wordsOf = (words: string): ReadonlySet<string> =>
  new Set(
    plain(words)
      .split(' ')
      .filter(word => word.length > 3),
  )
