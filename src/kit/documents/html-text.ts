import { Parser } from 'htmlparser2'
import { lettersOf } from './doc.ts'
import { shallow } from './html-depth.ts'

const dropped = new Set(
  'script style noscript template iframe object embed svg math head title select button'.split(' '),
)
const paragraphs = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr address fieldset'.split(' '),
)
const lines = new Set(
  'div section article header footer main nav aside li tr dt dd caption figcaption form legend center'.split(
    ' ',
  ),
)
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

type ListAt = { readonly type: string; readonly step: number; next: number }

/**
 * What a page of HTML says, as a reader sees it: headings and paragraphs apart, items with the
 * numbers they are shown with, a row of a table a line with tabs between its cells, addresses of
 * links behind their words. Scripts and what is hidden are left out. Never throws.
 */
export function textOfHtml(markup: string): string {
  const out = writer()
  const lists: ListAt[] = []
  const links: { readonly href: string; readonly from: number }[] = []
  let skipping = 0
  let cells = 0
  let cell = false
  const skipped: string[] = []

  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipping > 0 || dropped.has(name) || isHidden(attributes)) {
        if (empty.has(name)) return
        skipping += 1
        skipped.push(name)
        return
      }
      if (paragraphs.has(name)) out.apart(cell || (lists.length > 0 && name !== 'pre') ? 1 : 2)
      else if (lines.has(name)) out.apart(1)
      if (name === 'ul' || name === 'ol') lists.push(listAt(name, attributes))
      else if (name === 'li') out.label(labelFor(lists, attributes['value']))
      else if (name === 'tr') {
        cells = 0
        out.row()
      } else if (name === 'td' || name === 'th') {
        if (cells > 0) out.tab()
        cells += 1
        cell = true
      } else if (name === 'br') out.line(cell)
      else if (name === 'img' && attributes['alt']?.trim())
        out.words(`[${attributes['alt'].trim()}]`)
      else if (name === 'a') links.push({ href: attributes['href'] ?? '', from: out.parts() })
      else if (name === 'del' || name === 's' || name === 'strike') out.words('[struck out: ')
      else if (name === 'pre') out.keepSpace(1)
    },
    ontext(text) {
      if (skipping === 0) out.words(text)
    },
    onclosetag(name) {
      if (skipping > 0) {
        if (empty.has(name) || !skipped.includes(name)) return
        while (skipping > 0) {
          skipping -= 1
          if (skipped.pop() === name) break
        }
        return
      }
      if (name === 'a') {
        const link = links.pop()
        if (link) out.words(addressAfter(link.href, out.since(link.from)))
      } else if (name === 'del' || name === 's' || name === 'strike') out.words(']')
      else if (name === 'td' || name === 'th') cell = false
      else if (name === 'pre') out.keepSpace(-1)
      else if (name === 'tr') out.row()
      else if (name === 'li') out.label('')
      if (name === 'ul' || name === 'ol') lists.pop()
      if (paragraphs.has(name)) out.apart(cell || lists.length > 0 ? 1 : 2)
      else if (lines.has(name)) out.apart(1)
    },
  })
  parser.write(shallow(markup))
  parser.end()
  return out.text()
}

/** Text that grows; space between words and lines is written when more words come. */
function writer() {
  const parts: string[] = []
  let length = 0
  let breaks = 0
  let tabs = 0
  let space = false
  let kept = 0
  let label = ''
  let rowFrom = 0
  const put = (text: string): void => {
    parts.push(text)
    length += text.length
  }
  const before = (): void => {
    if (length > 0 && breaks > 0) put('\n'.repeat(breaks))
    else if (length > 0 && space && tabs === 0) put(' ')
    if (tabs > 0) put('\t'.repeat(tabs))
    put(label)
    label = ''
    breaks = 0
    tabs = 0
    space = false
  }
  return {
    apart(most: number): void {
      // A cell that begins with a paragraph goes on in its row.
      if (tabs === 0) breaks = Math.max(breaks, most)
      space = false
    },
    line(inCell: boolean): void {
      if (inCell) space = true
      else breaks = Math.min(2, breaks + 1)
    },
    row(): void {
      breaks = Math.max(breaks, 1)
      tabs = 0
      rowFrom = length
    },
    tab(): void {
      // A paragraph that ended in the cell before does not end the row.
      if (length > rowFrom) breaks = 0
      tabs += 1
    },
    label(text: string): void {
      // An item that begins with a list has its own number before it; one without words has none.
      if (label !== '' && text !== '') before()
      label = text
    },
    keepSpace(by: number): void {
      kept += by
    },
    words(raw: string): void {
      const text = raw.replaceAll('\u00a0', ' ').replaceAll(/(?![\n\t])\p{Cc}|[\u00ad\ufeff]/gu, '')
      if (kept > 0) {
        if (text === '') return
        before()
        put(text)
        return
      }
      const words = text.replaceAll(/\s+/g, ' ')
      if (words.startsWith(' ')) space = true
      const said = words.trim()
      if (said === '') return
      before()
      put(said)
      space = words.endsWith(' ')
    },
    parts: () => parts.length,
    since: (from: number): string => parts.slice(from).join(''),
    text: (): string => parts.join('').trim(),
  }
}

/** The class of the mark that our own pages have behind a paragraph: no word of it. */
export const ownAnchor = 'app-document__anchor'

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes ||
  attributes['class'] === ownAnchor ||
  /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes['style'] ?? '')

function listAt(name: string, attributes: Readonly<Record<string, string>>): ListAt {
  const start = Number.parseInt(attributes['start'] ?? '1', 10)
  return {
    type: name === 'ul' ? 'ul' : (attributes['type'] ?? '1'),
    step: 'reversed' in attributes ? -1 : 1,
    next: Number.isNaN(start) ? 1 : start,
  }
}

function labelFor(lists: readonly ListAt[], value: string | undefined): string {
  const list = lists.at(-1)
  const indent = '  '.repeat(Math.max(0, lists.length - 1))
  if (list === undefined || list.type === 'ul') return `${indent}• `
  const given = Number.parseInt(value ?? '', 10)
  const number = Number.isNaN(given) ? list.next : given
  list.next = number + list.step
  return `${indent}${shownAs(number, list.type)}. `
}

/** A number as an ordered list of a type shows it: 1, a, A, i or I. */
export function shownAs(number: number, type: string): string {
  if (type === 'a') return lettersOf(number)
  if (type === 'A') return lettersOf(number).toUpperCase()
  if (type === 'i') return romanOf(number).toLowerCase()
  return type === 'I' ? romanOf(number) : String(number)
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function romanOf(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let rest = number
  let roman = ''
  for (const [value, letters] of romans) for (; rest >= value; rest -= value) roman += letters
  return roman
}

/** The address behind the words of a link, unless the words are the address. */
function addressAfter(href: string, words: string): string {
  const address = href.trim()
  if (!/^(https?:|mailto:|\/)/i.test(address)) return ''
  const bare = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/^(mailto:|https?:\/\/)/, '')
      .replace(/\/$/, '')
  return bare(address) === bare(words) ? '' : ` <${address}>`
}
