import { lettersOf } from './doc.ts'
import { shownAs } from './html-text.ts'

type Level = {
  readonly start: number
  readonly format: string
  /** As Word keeps it: '%1.%2' is the numbers of the first two levels with a full stop between. */
  readonly text: string
}

type Numbering = ReadonlyMap<string, ReadonlyMap<number, Level>>

const valueOf = (tag: string, name = 'val'): string =>
  new RegExp(`w:${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** The elements of a name, from opening to closing tag; those of a name do not stand in each other. */
function* elementsIn(xml: string, name: string): Generator<string> {
  const opening = new RegExp(`<w:${name}[\\s>]`, 'g')
  const closing = `</w:${name}>`
  for (let open = opening.exec(xml); open !== null; open = opening.exec(xml)) {
    const end = xml.indexOf(closing, open.index)
    if (end === -1) return
    yield xml.slice(open.index, end + closing.length)
    opening.lastIndex = end
  }
}

/** The levels of each list of a document, from numbering.xml. */
function numberingOf(xml: string): Numbering {
  const abstract = new Map<string, ReadonlyMap<number, Level>>()
  for (const whole of elementsIn(xml, 'abstractNum'))
    abstract.set(valueOf(whole, 'abstractNumId'), levelsOf(whole))
  const lists = new Map<string, ReadonlyMap<number, Level>>()
  for (const whole of elementsIn(xml, 'num')) {
    const base = abstract.get(valueOf(/<w:abstractNumId\b[^<>]*>/.exec(whole)?.[0] ?? ''))
    const levels = new Map(base ?? [])
    for (const own of elementsIn(whole, 'lvlOverride')) {
      const at = Number(valueOf(own, 'ilvl'))
      const start = /<w:startOverride\b[^<>]*>/.exec(own)?.[0]
      const level = levelsOf(own).get(at) ?? levels.get(at)
      if (level) levels.set(at, start ? { ...level, start: Number(valueOf(start)) } : level)
    }
    lists.set(valueOf(whole, 'numId'), levels)
  }
  return lists
}

function levelsOf(xml: string): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>()
  for (const whole of elementsIn(xml, 'lvl')) {
    const tag = (name: string): string => new RegExp(`<w:${name}\\b[^<>]*>`).exec(whole)?.[0] ?? ''
    levels.set(Number(valueOf(whole, 'ilvl')), {
      start: Number(valueOf(tag('start')) || 1),
      format: valueOf(tag('numFmt')) || 'decimal',
      text: valueOf(tag('lvlText')),
    })
  }
  return levels
}

type Numbered = { readonly list: string; readonly level: number }

/** The lists that styles put their paragraphs in, from styles.xml. */
function numberedStyles(xml: string): ReadonlyMap<string, Numbered> {
  const found = new Map<string, Numbered>()
  for (const whole of elementsIn(xml, 'style')) {
    const list = valueOf(/<w:numId\b[^<>]*>/.exec(whole)?.[0] ?? '')
    const level = Number(valueOf(/<w:ilvl\b[^<>]*>/.exec(whole)?.[0] ?? '') || 0)
    if (list !== '') found.set(valueOf(whole, 'styleId'), { list, level })
  }
  return found
}

const properties = /<(\/?)w:(pPr|pPrChange|numPr|ilvl|numId|pStyle)\b([^<>]*?)(\/?)>/g

/**
 * The document with the numbers that Word counts written into its paragraphs as words, as they are
 * printed: '3.1', 'a)', '(iv)'. Bullets are left as they are. A number that is only counted is lost
 * to whoever reads the words, and minutes are quoted by their numbers.
 */
export function withNumbersWritten(document: string, numbering: string, styles: string): string {
  const lists = numberingOf(numbering)
  if (lists.size === 0) return document
  const byStyle = numberedStyles(styles)
  const counter = counterOf(lists)
  let out = ''
  let from = 0
  let depth = 0
  let list = ''
  let level = ''
  let style = ''
  let numbered: readonly [number, number] | null = null
  for (const tag of document.matchAll(properties)) {
    const [whole, closing, name = '', attributes = '', alone] = tag
    if (name === 'pPr' && closing === '' && alone === '') {
      depth += 1
      if (depth === 1) [list, level, style, numbered] = ['', '', '', null]
    } else if (depth === 1 && closing === '') {
      if (name === 'numId') list = valueOf(attributes)
      else if (name === 'ilvl') level = valueOf(attributes)
      else if (name === 'pStyle') style = valueOf(attributes)
      else if (name === 'numPr' && alone === '') numbered = [tag.index, -1]
      else if (name === 'pPrChange') depth += alone === '' ? 1 : 0
    } else if (name === 'numPr' && depth === 1 && numbered) {
      numbered = [numbered[0], tag.index + whole.length]
    } else if (name === 'pPrChange' && closing !== '') depth -= 1
    else if (name === 'pPr' && closing !== '') {
      depth -= 1
      if (depth > 0) continue
      const styled = byStyle.get(style)
      const label = counter(list || (styled?.list ?? ''), Number(level || (styled?.level ?? 0)))
      if (label === null) continue
      const end = tag.index + whole.length
      // Without its own property the style would still count, so that is said to be none.
      out += numbered ? document.slice(from, numbered[0]) : document.slice(from, tag.index)
      out += '<w:numPr><w:numId w:val="0"/></w:numPr>'
      out += document.slice(numbered ? numbered[1] : tag.index, end)
      out += `<w:r><w:t xml:space="preserve">${label} </w:t></w:r>`
      from = end
    }
  }
  return out + document.slice(from)
}

/** Counts paragraphs of a list and level; null for one that has a bullet or nothing before it. */
function counterOf(lists: Numbering): (list: string, level: number) => string | null {
  const counts = new Map<string, (number | undefined)[]>()
  return (list, level) => {
    const levels = lists.get(list)
    const own = levels?.get(level)
    if (!levels || !own) return null
    const at = counts.get(list) ?? []
    counts.set(list, at)
    at[level] = at[level] === undefined ? own.start : at[level] + 1
    at.length = level + 1
    if (own.format === 'bullet' || own.format === 'none' || own.text === '') return null
    const label = own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const of = levels.get(index)
      return formatted(at[index] ?? of?.start ?? 1, of?.format ?? 'decimal')
    })
    return label.trim() === '' ? null : label.trim()
  }
}

function formatted(number: number, format: string): string {
  if (format === 'lowerLetter') return lettersOf(number)
  if (format === 'upperLetter') return lettersOf(number).toUpperCase()
  if (format === 'lowerRoman') return shownAs(number, 'i')
  if (format === 'upperRoman') return shownAs(number, 'I')
  return format === 'decimalZero' && number < 10 ? `0${number}` : String(number)
}
