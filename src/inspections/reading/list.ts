import type { Line } from './lines.ts'
import { joined } from './lines.ts'

/** An item of a list with the lines that it was read from. */
export type Item = {
  readonly number: string | null
  readonly words: string
  readonly points: readonly string[]
  readonly group: string | null
  readonly lines: readonly Line[]
}

/** `ended` says why the list stopped: a known heading, other text, or the end of the lines. */
export type List = { readonly items: readonly Item[]; readonly ended: 'heading' | 'text' | 'end' }

/** The headings that end a list, and those of chapters, which end it unless its numbers run on below. */
export type Stops = {
  readonly ends: (line: Line) => boolean
  readonly chapter: (line: Line) => boolean
}

type Marker = {
  readonly kind: 'number' | 'bullet' | 'letter'
  readonly sign: string
  readonly indent: number
  readonly textIndent: number
  readonly words: string
}

const bulletSigns = '•◦▪▫■□◼◻◾●○‣⁃∙·*➢►✓❖§–—−-'
const bullet = new RegExp(
  String.raw`^(\s*)([${bulletSigns.replace('-', String.raw`\-`)}]|[\uf000-\uf0ff]|o(?=\s{2}))(\s+|$)(.*)$`,
  'u',
)
const number = /^(\s*)(\d{1,3})[.)](\s+|$)(.*)$/
const letter = /^(\s*)(\(?(?:[a-h]|i{1,3}|iv|vi{0,3})[.)])(\s+)(\S.*)$/

export function markerOf(line: Line): Marker | null {
  for (const [kind, shape] of [
    ['number', number],
    ['bullet', bullet],
    ['letter', letter],
  ] as const) {
    const match = shape.exec(line.text)
    if (match === null) continue
    const [, space = '', sign = '', gap = '', words = ''] = match
    return {
      kind,
      sign,
      indent: space.length,
      textIndent: space.length + sign.length + (kind === 'number' ? 1 : 0) + gap.length,
      words,
    }
  }
  return null
}

type Draft = {
  number: string | null
  group: string | null
  parts: string[]
  points: string[][]
  lines: Line[]
  marker: Marker
}

/**
 * The items of a list under a heading, to its end. `stops` tells the headings that end it. A list
 * is numbered or bulleted by its first sign; deeper signs are points of their item; a list without
 * signs is taken paragraph by paragraph.
 */
export function listOf(lines: readonly Line[], stops: Stops): List {
  const first = lines.findIndex(
    (line, index) =>
      index < 60 && (markerOf(line) !== null || (index > 0 && endsHere(lines, index, stops))),
  )
  const opening = lines[first]
  const base = opening === undefined ? null : markerOf(opening)
  if (base === null)
    return paragraphsOf(lines.slice(0, first < 0 ? 12 : first), first < 0 ? 'end' : 'heading')
  return markedList(lines, base, stops)
}

/** A chapter's heading ends what has no signs yet, unless all that stands above it are headings too. */
function endsHere(lines: readonly Line[], index: number, stops: Stops): boolean {
  const line = lines[index]
  if (line === undefined) return false
  if (stops.ends(line)) return true
  if (!stops.chapter(line)) return false
  const headings = lines
    .slice(0, index)
    .every((each, at) => each.blank || groupHeading(each, lines.slice(at + 1), 3))
  return !headings || !runsOn(lines.slice(index + 1), undefined)
}

function markedList(lines: readonly Line[], first: Marker, stops: Stops): List {
  const drafts: Draft[] = []
  let group: string | null = null
  let gap = false
  // A heading was read since the last item, so that no line carries that item on.
  let headed = false
  let base = first
  let ended: List['ended'] = 'end'
  for (const [index, line] of lines.entries()) {
    if (line.blank) {
      gap = true
      continue
    }
    const last = drafts.at(-1)
    const marker = markerOf(line)
    if (
      marker === null &&
      (stops.ends(line) || (stops.chapter(line) && !runsOn(lines.slice(index + 1), last)))
    ) {
      ended = 'heading'
      break
    }
    if (
      marker?.kind === 'bullet' &&
      drafts.length === 1 &&
      headed &&
      last !== undefined &&
      introduces(last)
    ) {
      drafts.pop()
      base = marker
    }
    const use = marker === null ? null : useOf(marker, base, drafts.at(-1), gap)
    if (marker !== null && use === 'item') {
      headed = false
      base = marker
      drafts.push({
        number: marker.kind === 'number' ? marker.sign : null,
        group,
        parts: [marker.words],
        points: [],
        lines: [line],
        marker,
      })
    } else if (marker !== null && use === 'point' && last !== undefined) {
      headed = false
      last.points.push([marker.words])
      last.lines.push(line)
    } else if (last === undefined) {
      const heading = groupHeading(line, lines.slice(index + 1))
      if (heading) group = group === null ? line.text.trim() : `${group}: ${line.text.trim()}`
    } else if (marker !== null && use === 'end') {
      ended = 'text'
      break
    } else if (!headed && continues(last, line, gap)) {
      const part = last.points.at(-1) ?? last.parts
      part.push(line.text)
      last.lines.push(line)
    } else if (groupHeading(line, lines.slice(index + 1))) {
      group = headed ? `${group}: ${line.text.trim()}` : line.text.trim()
      headed = true
    } else {
      ended = 'text'
      break
    }
    gap = false
  }
  return { items: drafts.map(itemOf).filter(item => item.words !== ''), ended }
}

/** “… the local authority should take the following action.” is no item but leads to the bullets below it. */
const introduces = (draft: Draft): boolean =>
  draft.points.length === 0 &&
  /\bfollowing (actions?|steps|areas?|recommendations?)\b[^.]*[.:]$/.test(textOf(draft))

/** Does the numbering of a list go on below a heading? */
function runsOn(below: readonly Line[], last: Draft | undefined): boolean {
  const next = below.find(line => !line.blank)
  const marker = next === undefined ? null : markerOf(next)
  if (marker?.kind !== 'number') return false
  if (last === undefined) return true
  return last.number !== null && Number(marker.sign) === Number(last.number) + 1
}

/** Is a sign the next item, a point of the item being read, plain words, or no part of this list? */
function useOf(
  marker: Marker,
  base: Marker,
  last: Draft | undefined,
  gap: boolean,
): 'item' | 'point' | 'words' | 'end' {
  if (base.kind === 'number') {
    if (marker.kind !== 'number') return last === undefined ? 'words' : 'point'
    if (last?.number == null) return 'item'
    const next = Number(last.number) + 1
    if (Number(marker.sign) === next) return 'item'
    if (!finished(last) && !gap) return 'words'
    return gap && Number(marker.sign) > next + 3 ? 'end' : 'item'
  }
  if (marker.kind === 'number') return last !== undefined && finished(last) && gap ? 'end' : 'words'
  if (marker.kind === 'letter')
    return base.kind === 'letter' ? 'item' : last === undefined ? 'words' : 'point'
  if (last === undefined) return 'item'
  const deeper = marker.indent >= base.indent + 2
  if (marker.sign !== base.sign && deeper) return 'point'
  if (marker.sign !== base.sign && marker.sign.length === 1 && '–—−-'.includes(marker.sign))
    return finished(last) && gap ? 'item' : deeper ? 'point' : 'words'
  if (
    marker.indent >= base.indent + 3 &&
    (last.points.length > 0 || joined(last.parts).endsWith(':'))
  )
    return 'point'
  return 'item'
}

const textOf = (draft: Draft): string => joined(draft.points.at(-1) ?? draft.parts)
const finished = (draft: Draft): boolean =>
  /[.?!]['’”"]?\)?$/.test(textOf(draft)) || /\.\s*\([^)]*\)$/.test(textOf(draft))

/** Does an unmarked line carry on the item being read? */
function continues(draft: Draft, line: Line, gap: boolean): boolean {
  if (!gap) return true
  const words = line.text.trim()
  if (/^\p{Ll}/u.test(words)) return true
  if (/^\((para|see|recommend)/i.test(words)) return true
  if (line.page === draft.lines.at(-1)?.page)
    return !finished(draft) && line.indent >= draft.marker.textIndent - 1
  // Over a page the blank lines are those of head and foot.
  return !finished(draft) && line.indent >= draft.marker.indent + 1
}

/** A short unmarked line with a list below it, as “Areas for improvement”. */
function groupHeading(line: Line, rest: readonly Line[], above = 1): boolean {
  const words = line.text.trim()
  if (words.length > 90 || !/^\p{Lu}/u.test(words) || /[.;,]$/.test(words)) return false
  if (/\b(did not|does not|has|have|there (is|are|were)|was|were)\b/.test(words)) return false
  const at = rest.findIndex(each => !each.blank)
  const next = rest[at]
  if (next === undefined) return false
  return markerOf(next) !== null || (above > 0 && groupHeading(next, rest.slice(at + 1), above - 1))
}

function itemOf(draft: Draft): Item {
  return {
    number: draft.number,
    group: draft.group?.replace(/:$/, '') ?? null,
    words: joined(draft.parts),
    points: draft.points.map(joined).filter(words => words !== ''),
    lines: draft.lines,
  }
}

function paragraphsOf(lines: readonly Line[], ended: List['ended']): List {
  const items: Item[] = []
  let taken: Line[] = []
  const close = (): void => {
    const words = joined(taken.map(line => line.text))
    if (words !== '') items.push({ number: null, words, points: [], group: null, lines: taken })
    taken = []
  }
  for (const line of lines) {
    const before = taken.at(-1)
    if (line.blank && before !== undefined && /[.?!:]$/.test(before.text)) close()
    else if (!line.blank) taken.push(line)
  }
  close()
  return { items, ended }
}
