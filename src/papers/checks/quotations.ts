import type { Check, Found, Source } from './fault.ts'
import { type Quotation, quotationsIn } from './quoted.ts'
import { type Runs, type Words, align, likelyPlaces, runsOf, wordsWithPlaces } from './word-runs.ts'

// Fewer words are a phrase that anybody might use.
const FEWEST_WORDS = 5
const MOST_WORDS = 300
// Less alike than this, the words come from elsewhere or are a summary.
const ALIKE = 0.8
const MOST_QUOTATIONS = 1_000

export const quotations: Check = {
  id: 'quotations',
  title: 'Quotations',
  looksFor:
    'Words in quotation marks, and lists of recommendations, that nearly stand in one of the documents given as sources, but not word for word',
  rule: 'What a paper gives as another’s words are those words: members decide on what was written. Good practice, no duty of law',
  find: reading => {
    const sources = (reading.paper.sources ?? []).map(readySource)
    if (sources.length === 0) return []
    return quotationsIn(reading)
      .slice(0, MOST_QUOTATIONS)
      .flatMap(quotation => {
        const fault = compared(quotation, sources)
        return fault === null ? [] : [fault]
      })
  },
}

interface Ready {
  readonly source: Source
  readonly words: Words
  readonly runs: Runs
}

function readySource(source: Source): Ready {
  const words = wordsWithPlaces(source.text)
  return { source, words, runs: runsOf(words.words) }
}

/** The nearest passage over all sources; no fault when any of them has the words as they stand. */
function compared(quotation: Quotation, sources: readonly Ready[]): Found | null {
  let nearest: Found | null = null
  let likeness = ALIKE
  for (const part of partsOf(quotation)) {
    const mine = wordsWithPlaces(part.text)
    if (mine.words.length < FEWEST_WORDS || mine.words.length > MOST_WORDS) continue
    for (const ready of sources)
      for (const start of likelyPlaces(mine.words, ready.runs)) {
        const from = Math.max(0, start - 6)
        const theirs = ready.words.words.slice(from, start + mine.words.length + 12)
        const alignment = align(mine.words, theirs)
        const differing = alignment.differing
          // What stands before and after in the source is not left out by quoting less.
          .filter(
            each => !(each.from === each.to && (each.from === 0 || each.to === mine.words.length)),
          )
          .filter(
            each =>
              mine.words.slice(each.from, each.to).join('') !==
              theirs.slice(each.there, each.til).join(''),
          )
        if (differing.length === 0 && alignment.same > 0) return null
        const alike = alignment.same / Math.max(mine.words.length, alignment.end - alignment.begin)
        if (alike < likeness) continue
        likeness = alike
        nearest = faultOf(quotation, part, mine, ready, from, differing)
      }
  }
  return nearest
}

interface Part {
  readonly start: number
  readonly text: string
}

/** The pieces between marks of something left out (… or ...) and words put in [like these]. */
function partsOf(quotation: Quotation): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  const push = (to: number): void => {
    parts.push({ start: quotation.start + from, text: quotation.text.slice(from, to) })
  }
  for (const match of quotation.text.matchAll(/…|\.\s?\.\s?\.|\[[^\]]{0,200}\]/g)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(quotation.text.length)
  return parts
}

function faultOf(
  quotation: Quotation,
  part: Part,
  mine: Words,
  ready: Ready,
  from: number,
  differing: readonly { from: number; to: number; there: number; til: number }[],
): Found {
  const said = (words: Words, text: string, a: number, b: number): string =>
    text.slice(words.starts[a] ?? 0, words.ends[b - 1] ?? 0).replaceAll(/\s+/g, ' ')
  const differences = differing.slice(0, 4).map(each => {
    const here = each.from < each.to ? said(mine, part.text, each.from, each.to) : null
    const there =
      each.there < each.til
        ? said(ready.words, ready.source.text, from + each.there, from + each.til)
        : null
    if (here === null) return `“${there}” is left out`
    if (there === null) return `“${here}” is not there`
    return `“${there}” is there, “${here}” here`
  })
  const begin = from + (differing[0]?.there ?? 0)
  const passage = said(
    ready.words,
    ready.source.text,
    Math.max(0, begin - 8),
    Math.min(ready.words.words.length, begin + 10),
  )
  const first = differing[0]
  const start = part.start + (mine.starts[Math.max(0, (first?.from ?? 0) - 3)] ?? 0)
  const end = part.start + (mine.ends[Math.min(mine.words.length - 1, (first?.to ?? 0) + 2)] ?? 0)
  const more = differing.length > 4 ? `; and ${differing.length - 4} more` : ''
  return {
    kind: 'misquotation',
    says: `These words ${quotation.how} differ from ${ready.source.title}: ${differences.join('; ')}${more}.`,
    severity: 'look again',
    start,
    end,
    also: [{ start: quotation.start, end: quotation.end }],
    suggestion: `Quote word for word; the source has “…${passage}…”.`,
  }
}
