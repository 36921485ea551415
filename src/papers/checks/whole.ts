import type { Block, Check, Found, Line } from './fault.ts'
import { bareOf, isFurniture, matchesIn, plain } from './text.ts'

const readMore =
  /(?:\.\s?\.\s?\.|…)?\s{0,4}\bview the full (?:minutes|agenda|decision)?\s?text(?: for item [\w.]{1,12})?/gi
// Words after which a sentence must go on.
const goesOn =
  /\b(?:the|a|an|of|and|or|to|in|for|with|by|from|at|on|as|that|which|who|whose|their|its|our|his|her|this|these|those|was|were|is|are|be|been|has|have|had|would|will|could|should|than|because|if|when|whether|between|into|through|including|such|not|but|so|while|although)\s{0,3}(?:\.\s?\.\s?\.|…)?$/i

export const wholeText: Check = {
  id: 'whole',
  title: 'Text that is cut off',
  looksFor: 'Paragraphs that end within a sentence, and “view the full minutes text” of a web page',
  rule: 'What is published is the whole record: Local Government Act 1972 section 100C (text unverified)',
  find: ({ text, lines, blocks }) => {
    const found: Found[] = matchesIn(text, readMore, 200).map(match => ({
      kind: 'text cut off',
      says: 'The paragraph breaks off, and a web page’s “view the full text” stands in its place.',
      severity: 'stops publication',
      start: Math.max(0, match.index - 60),
      end: match.index + match[0].length,
      suggestion: 'Take the whole paragraph from the minutes themselves.',
    }))
    const furniture = isFurniture(lines)
    const written = lines.filter(line => line.text.trim() !== '' && !furniture(line))
    let place = 0
    for (const block of blocks) {
      if (found.some(each => each.start <= block.end && each.end >= block.start)) continue
      const own = lastWritten(written, block, place)
      if (own === null) continue
      place = own.next
      const next = written[own.next]
      // Where a page ends within a paragraph its other half may begin with a capital.
      const pageEnds = next !== undefined && /[\f\S]/.test(text.slice(own.end, next.start))
      if (pageEnds || !breaksOff(block, own.text, next)) continue
      found.push({
        kind: 'text cut off',
        says: `The paragraph ends within a sentence: “…${tail(own.text)}”.`,
        severity: 'stops publication',
        start: Math.max(block.start, own.end - 80),
        end: own.end,
        suggestion: 'Find the rest of the paragraph.',
      })
      if (found.length > 100) break
    }
    return found.toSorted((a, b) => a.start - b.start)
  },
}

interface Written {
  readonly text: string
  readonly end: number
  /** The place of the first line after it. */
  readonly next: number
}

/** The words of a block without heads and feet of pages, and the line that comes after them. */
function lastWritten(lines: readonly Line[], block: Block, from: number): Written | null {
  let at = from
  while ((lines[at]?.start ?? Infinity) < block.start) at++
  const first = at
  while ((lines[at]?.end ?? Infinity) <= block.end) at++
  const last = lines[at - 1]
  if (at === first || last === undefined) return null
  const text = lines
    .slice(first, at)
    .map(line => line.text)
    .join('\n')
  return { text, end: last.end, next: at }
}

function breaksOff(block: Block, written: string, next: Line | undefined): boolean {
  if (block.kind === 'row') return false
  const text = plain(bareOf(written)).trimEnd()
  const words = text.split(/\s+/).length
  if (words < 12 || /[.:;?!]["')*\]]{0,3}$/.test(text)) return false
  // Words that lead into a list, a table or the other half of the paragraph are not cut off.
  if (next !== undefined && leadsInto(next.text)) return false
  if (goesOn.test(text)) return true
  // Elsewhere a missing full stop is only a missing full stop; at the very end it may be more.
  const atEnd = next === undefined && block.kind === 'paragraph'
  return atEnd && words >= 25 && /[.?!]\s/.test(text) && /[a-z,]$/.test(text)
}

const leadsInto = (next: string): boolean =>
  /^[\s*_]{0,40}(?:[A-Z]{5,}\b|[a-z(•·◼▪■●–—\d'"‘“-])/.test(next) ||
  /\t|\||\s{4}\S/.test(next.trim())

const tail = (text: string): string =>
  text
    .trimEnd()
    .replaceAll(/\s+/g, ' ')
    .slice(-60)
    .replace(/^\S{0,30}\s/, '')

const pdfOnly = /\bpdf icon PDF \d{1,6} ?[KM]B\b/gi
const tag =
  /<\/?(?:p|ul|ol|li|br|b|i|em|strong|span|div|table|tr|td|th|h[1-6]|font|a href)\b[^<>\n]{0,200}>|&(?:nbsp|amp|lt|gt|quot|rsquo|lsquo);/gi

export const readable: Check = {
  id: 'readable',
  title: 'Text that everybody can read',
  looksFor: 'Papers that are there as PDF alone, and marks of a web page left in the words',
  rule: 'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018: what a council publishes can be read by everybody, with a screen reader too (text unverified)',
  find: ({ text }) => {
    const pdfs = [...text.matchAll(pdfOnly)]
    const tags = [...text.matchAll(tag)]
    const found: Found[] = []
    const [pdf] = pdfs
    if (pdf !== undefined)
      found.push({
        kind: 'only as PDF',
        says: `${pdfs.length === 1 ? 'A paper is' : `${pdfs.length} papers are`} offered as PDF, which may be the only form there is.`,
        severity: 'look again',
        start: pdf.index,
        end: pdf.index + pdf[0].length,
        also: pdfs.slice(1, 20).map(spanOf),
        suggestion: 'Publish each paper as a web page, with a tagged PDF beside it.',
      })
    const [first] = tags
    if (first !== undefined)
      found.push({
        kind: 'markup in the text',
        says: `Marks of a web page stand in the words (${first[0].slice(0, 30)}), at ${tags.length === 1 ? 'one place' : `${tags.length} places`}; a screen reader reads them out.`,
        severity: 'look again',
        start: first.index,
        end: first.index + first[0].length,
        also: tags.slice(1, 20).map(spanOf),
        suggestion: 'Take the marks out, and make lists and tables with the editor.',
      })
    return found
  },
}

const spanOf = (match: RegExpExecArray): { readonly start: number; readonly end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
})
