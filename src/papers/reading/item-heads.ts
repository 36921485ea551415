import type { Line } from './lines.ts'
import { type Numbered, numbersOf, paragraphOf } from './numbering.ts'
import { hasPdfIcon, headingQuality, inCapitals, runIn, saidBehind, titleOf } from './titles.ts'

/** The heading of an item: which lines it takes, and what of its last line is already the item's text. */
export type ItemHead = {
  readonly from: number
  readonly to: number
  readonly number: string | null
  readonly numberIsInText: boolean
  readonly title: string
  readonly presenter: string | null
  /** Text that stands on the heading's own line behind the title. */
  readonly said: string | null
}

type Candidate = {
  readonly head: ItemHead
  readonly style: string
  readonly sequence: number
  readonly quality: number
}

type Chain = {
  readonly last: Candidate
  readonly before: Chain | null
  readonly score: number
  readonly length: number
}

/**
 * The headings of the items. Every usual way of numbering is tried, and the run of numbers that
 * counts up through the most and best headings is taken; a web page whose numbers were lost on the
 * way is read by its layout. Gaps of up to three numbers are exempt items that were left out.
 */
export function itemHeads(lines: readonly Line[]): readonly ItemHead[] {
  const page = pageOfOneItem(lines)
  if (page !== null) return [page]
  const numbered = bestChain(lines)
  const laidOut = webHeads(lines)
  const set = numbered === null && laidOut.length < 2 ? setHeads(lines) : []
  if (numbered === null) return laidOut.length >= 2 ? laidOut : set
  if (laidOut.length > numbered.length + 1) return laidOut
  return headsOf(numbered)
}

/** A web page of one item: "Agenda item", its title, and "(Item 12.)" behind the meeting it was on. */
function pageOfOneItem(lines: readonly Line[]): ItemHead | null {
  const label = nextWritten(lines, 0)
  if (!/^agenda item$/iu.test(lines[label]?.text ?? '')) return null
  const at = nextWritten(lines, label + 1)
  const line = lines[at]
  if (line === undefined || line.text.length > 300) return null
  const number = lines
    .slice(at, at + 8)
    .map(each => /\(Item\s+(\S{1,12}?)\.?\)/iu.exec(each.text)?.[1])
    .find(each => each !== undefined)
  return {
    from: at,
    to: at,
    number: number ?? null,
    numberIsInText: number !== undefined,
    title: titleOf(line.text),
    presenter: null,
    said: null,
  }
}

function bestChain(lines: readonly Line[]): Chain | null {
  const bySequence = new Map<string, Map<number, Chain>>()
  let best: Chain | null = null
  for (let index = 0; index < lines.length; index++) {
    for (const candidate of candidatesAt(lines, index)) {
      if (candidate.quality < 1) continue
      const chains = bySequence.get(candidate.style) ?? new Map<number, Chain>()
      bySequence.set(candidate.style, chains)
      // After 5 come 5a, 5b and 6.
      const lettered = !Number.isInteger(candidate.sequence)
      const before = (lettered ? [0.01, candidate.sequence % 1] : [1, 2, 3, 4])
        .map(step => chains.get(Math.round((candidate.sequence - step) * 100) / 100))
        .filter(chain => chain !== undefined)
        // A number that was left out costs what a plain heading brings.
        .map(chain => ({
          chain,
          worth:
            chain.score -
            Math.max(0, Math.ceil(candidate.sequence) - Math.ceil(chain.last.sequence) - 1) * 1.3,
        }))
        .toSorted((a, b) => b.worth - a.worth)[0]
      const chain: Chain = {
        last: candidate,
        before: before?.chain ?? null,
        score: candidate.quality + Math.max(0, before?.worth ?? 0),
        length: (before?.chain.length ?? 0) + 1,
      }
      const standing = chains.get(candidate.sequence)
      if (standing === undefined || chain.score > standing.score)
        chains.set(candidate.sequence, chain)
      const whole = Math.floor(candidate.sequence)
      if (lettered && chain.score > (chains.get(whole)?.score ?? 0)) chains.set(whole, chain)
      if (best === null || chain.score > best.score) best = chain
    }
  }
  // One number alone is an item only where its heading leaves no doubt.
  return best !== null && (best.length > 1 ? best.score >= 2.8 : best.last.quality >= 2)
    ? best
    : null
}

function headsOf(chain: Chain): readonly ItemHead[] {
  const heads: ItemHead[] = []
  for (let at: Chain | null = chain; at !== null; at = at.before) heads.push(at.last.head)
  return heads.toReversed()
}

function candidatesAt(lines: readonly Line[], index: number): readonly Candidate[] {
  const line = lines[index]
  if (
    line === undefined ||
    line.blank ||
    (paragraphOf(line) !== null && !/^\d{1,3}\.0\s/u.test(line.text))
  )
    return []
  return numbersOf(line).flatMap(numbered => {
    const candidate =
      numbered.rest === ''
        ? titleBelow(lines, index, numbered)
        : titleBeside(lines, index, numbered)
    return candidate === null ? [] : [candidate]
  })
}

/** "262." and the title on the next written line, which may run over two. */
function titleBelow(lines: readonly Line[], index: number, numbered: Numbered): Candidate | null {
  // Figures alone on a line are page numbers unless a stop or a stroke makes them an item's.
  if (numbered.style === '#' || numbered.style === 'row') return null
  const at = nextWritten(lines, index + 1)
  const line = lines[at]
  if (line === undefined || at - index > 4 || numbersOf(line).length > 0) return null
  const quality = headingQuality(line.text, line, true)
  const { title, to } = continued(lines, at, line.text)
  const head: ItemHead = {
    from: index,
    to,
    number: numbered.number,
    numberIsInText: true,
    title: titleOf(title),
    presenter: null,
    said: null,
  }
  return {
    head,
    style: `${numbered.style} alone`,
    sequence: numbered.sequence,
    quality: quality + 0.6,
  }
}

function titleBeside(lines: readonly Line[], index: number, numbered: Numbered): Candidate | null {
  const line = lines[index]
  if (line === undefined) return null
  const cells = numbered.rest.split('\t').map(cell => cell.trim())
  const full = cells[0] ?? ''
  const [first = '', ...below] = full.split('\n')
  const together = runIn(first) ?? saidBehind(first)
  const quality = headingQuality(together?.title ?? first, line, true)
  const alone = together !== null || below.length > 0 || cells.length > 1
  const { title, to } = alone
    ? { title: together?.title ?? first, to: index }
    : continued(lines, index, first)
  const rest = cells.slice(1).filter(cell => cell !== '')
  const presenter =
    rest.length > 0 && (rest.at(-1) ?? '').length <= 80 ? (rest.pop() ?? null) : null
  const said = [together?.said ?? '', ...below, ...rest].filter(words => words !== '').join('\n')
  const head: ItemHead = {
    from: index,
    to,
    number: numbered.number,
    numberIsInText: true,
    title: titleOf(title),
    presenter,
    said: said === '' ? null : said,
  }
  // A bare figure before words is more often a figure than an item: its heading stands alone, or
  // paragraphs of its number follow.
  const standsAlone = line.gap > 0 && (lines[to + 1]?.blank ?? true)
  const bare =
    numbered.style === '#' && quality < 2 && !standsAlone && !followedByOwn(lines, to, numbered)
  const spaced = line.gap > 0 ? 0.2 : 0
  return {
    head,
    style: numbered.style,
    sequence: numbered.sequence,
    quality: bare ? quality - 0.6 : quality + spaced,
  }
}

/** "4 Public involvement", "(B) Written questions", "4.1 …" */
function followedByOwn(lines: readonly Line[], at: number, numbered: Numbered): boolean {
  const below = lines.slice(at + 1, at + 6).flatMap(line => {
    const paragraph = paragraphOf(line)
    return paragraph === null ? [] : [paragraph.number]
  })
  return below[0]?.split('.')[0] === numbered.number
}

/** A heading that runs over the line: capitals go on in capitals, a long line goes on in small letters. */
function continued(
  lines: readonly Line[],
  index: number,
  text: string,
): { readonly title: string; readonly to: number } {
  let title = text
  let to = index
  for (let at = index + 1; at <= index + 2; at++) {
    const next = lines[at]
    if (
      next === undefined ||
      next.blank ||
      next.gap > 0 ||
      next.bullet !== null ||
      next.cells.length > 1
    )
      break
    const sameSetting =
      (inCapitals(title) && inCapitals(next.text)) || (lines[index]?.bold === true && next.bold)
    const runsOver =
      title.length > 50 &&
      /^\p{Ll}/u.test(next.text) &&
      next.text.length < 70 &&
      !/[.;]$/u.test(next.text) &&
      (lines[at + 1]?.blank ?? true)
    if ((!sameSetting && !runsOver) || numbersOf(next).length > 0 || runIn(next.text) !== null)
      break
    title = `${title} ${next.text}`
    to = at
  }
  return { title, to }
}

const nextWritten = (lines: readonly Line[], from: number): number => {
  let at = from
  while (at < lines.length && lines[at]?.blank === true) at++
  return at
}

const TABLE_HEAD = /^(?:no\.?\s*\|?\s*item|items?)$/iu

/**
 * Headings of a web page of minutes whose numbers are not in the text: behind "No. Item", alone
 * between wide gaps, without a stop. Paragraph numbers below a heading give it its own number.
 */
function webHeads(lines: readonly Line[]): readonly ItemHead[] {
  const start = lines.findLastIndex((line, at) => at < 400 && TABLE_HEAD.test(line.text))
  if (start < 0) return []
  const heads: ItemHead[] = []
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.blank || line.bullet !== null || line.cells.length > 1) continue
    const next = lines[index + 1]
    if (next !== undefined && !next.blank) continue
    if (
      paragraphOf(line) !== null ||
      numbersOf(line).some(read => read.rest !== '' && read.style !== '#')
    )
      continue
    if (!hasPdfIcon(line.text) && line.gap < 2) continue
    const quality = headingQuality(line.text, line)
    if (quality < 1.4 || /[.?!:]$/u.test(titleOf(line.text))) continue
    heads.push({
      from: index,
      to: index,
      number: null,
      numberIsInText: false,
      title: titleOf(line.text),
      presenter: null,
      said: null,
    })
  }
  return numberedByOrder(lines, heads)
}

/** Numbers by order; where paragraphs below say "10.1", the item is 10 and its neighbours follow. */
function numberedByOrder(lines: readonly Line[], heads: readonly ItemHead[]): readonly ItemHead[] {
  const own = heads.map((head, index) => {
    const end = heads[index + 1]?.from ?? lines.length
    for (let at = head.to + 1; at < end; at++) {
      const line = lines[at]
      const paragraph = line === undefined ? null : paragraphOf(line)
      if (paragraph !== null) return Number(paragraph.number.split('.')[0])
    }
    return null
  })
  let number = 0
  const anchor = own.findIndex(each => each !== null)
  if (anchor >= 0) number = Math.max(0, (own[anchor] ?? 0) - anchor - 1)
  return heads.map((head, index) => {
    const said = own[index] ?? null
    number = said ?? number + 1
    return { ...head, number: String(number), numberIsInText: said !== null }
  })
}

/** Minutes without numbers: headings set in bold, in capitals or as headings, the usual ones among them. */
function setHeads(lines: readonly Line[]): readonly ItemHead[] {
  const heads: ItemHead[] = []
  let usual = 0
  for (const [index, line] of lines.entries()) {
    if (line.blank || line.bullet !== null || line.cells.length > 1 || line.text.length > 160)
      continue
    const together = runIn(line.text)
    const quality = headingQuality(together?.title ?? line.text, line)
    const set = line.bold || line.heading > 0 || inCapitals(together?.title ?? line.text)
    const alone = line.gap > 0 && (lines[index + 1]?.blank ?? true)
    if (quality >= 3 && (set || alone)) usual++
    else if (!(quality >= 2 && set && usual > 0)) continue
    if (/^(?:minutes of|agenda$|minutes$)/iu.test(line.text)) continue
    heads.push({
      from: index,
      to: index,
      number: null,
      numberIsInText: false,
      title: titleOf(together?.title ?? line.text),
      presenter: null,
      said: together?.said ?? null,
    })
  }
  return usual >= 2 ? heads : []
}
