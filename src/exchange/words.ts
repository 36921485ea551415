import { Parser } from 'htmlparser2'
import type { Words } from './published.ts'
import { withoutControls } from './xml-tree.ts'

/** What stands in blocks of its own, and what stands in lines. All else is passed through. */
const BLOCKS = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const HOLDERS = new Set(['ul', 'ol', 'table', 'tr', 'blockquote'])
const INLINE = new Set(['strong', 'em', 'a', 'sup', 'sub', 'u', 's'])
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', strike: 's', del: 's' }
/** Ends the paragraph that it stands in, and leaves no trace of its own. */
const DIVIDERS = new Set(['div', 'section', 'article', 'center', 'hr', 'dl', 'dt', 'dd', 'form'])
const DROPPED = new Set(['script', 'style', 'head', 'title', 'xml', 'template', 'noscript'])

interface Node {
  readonly name: string
  readonly href: string | null
  readonly content: (Node | string)[]
}

/**
 * The clean form of HTML that others wrote, from Word for the most part: paragraphs, lists, tables,
 * headings, emphasis and links to the web, without a class, a style or a script; and its text.
 * Taking the clean form again changes nothing.
 */
export function wordsOf(html: string): Words {
  let tree = treeOf(html)
  let clean = htmlIn(tree)
  // What was nested in ways that HTML forbids may come apart differently once it is tidy.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    tree = treeOf(clean)
    const again = htmlIn(tree)
    if (again === clean) break
    clean = again
  }
  return { html: clean, text: linesOf(tree).join('\n') }
}

const MOST_ROUNDS = 8
// Deeper nesting is passed through: it is no document, and every tag looks at all that are open.
const DEEPEST = 60
// Here only the text is taken: the parser slows down with every tag that is never closed.
const HOPELESS = 500

const htmlIn = (tree: Node): string => tree.content.map(htmlOf).join('')

/** Plain text as the words of a document: an empty line parts paragraphs. */
export function wordsFromText(text: string): Words {
  const paragraphs = text.split(/\n\s*\n/).map(part => escapeText(part).replaceAll('\n', '<br>'))
  return wordsOf(paragraphs.map(part => `<p>${part}</p>`).join(''))
}

function treeOf(html: string): Node {
  const top: Node = { name: '', href: null, content: [] }
  const open: Node[] = [top]
  let dropped = 0
  let depth = 0
  const enter = (name: string, href: string | null = null): void => {
    if (open.length > DEEPEST) return
    const node: Node = { name, href, content: [] }
    open.at(-1)?.content.push(node)
    open.push(node)
  }
  const isOpen = (names: ReadonlySet<string>): boolean => open.some(each => names.has(each.name))
  const leaveTo = (stops: (name: string) => boolean): void => {
    while (open.length > 1 && !stops(open.at(-1)?.name ?? '')) open.pop()
  }
  const endParagraph = (): void => {
    if (open.some(each => each.name === 'p')) {
      leaveTo(name => name === 'p')
      open.pop()
    }
  }
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        if (++depth > HOPELESS) throw new TooDeep()
        const name = SAME[raw] ?? raw
        if (DROPPED.has(name)) dropped++
        if (dropped > 0) return
        if (name === 'br') {
          if (isOpen(BLOCKS)) open.at(-1)?.content.push({ name, href: null, content: [] })
        } else if (DIVIDERS.has(name)) {
          endParagraph()
        } else if (name === 'li' || name === 'tr' || name === 'td' || name === 'th') {
          endParagraph()
          const within = HOLDER_OF[name] ?? []
          leaveTo(each => within.includes(each))
          if (within.includes(open.at(-1)?.name ?? '')) enter(name)
        } else if (BLOCKS.has(name) || HOLDERS.has(name)) {
          endParagraph()
          leaveTo(each => !INLINE.has(each) && !/^h\d$/.test(each))
          enter(name)
        } else if (INLINE.has(name)) {
          if (!isOpen(BLOCKS)) enter('p')
          enter(name, name === 'a' ? webAddress(attributes['href']) : null)
        }
      },
      ontext(part) {
        if (dropped > 0) return
        if (!isOpen(BLOCKS) || HOLDERS.has(open.at(-1)?.name ?? '')) {
          if (part.trim() === '') return
          if (['table', 'tr', 'ul', 'ol'].includes(open.at(-1)?.name ?? '')) leaveTo(isPlaceForText)
          if (!BLOCKS.has(open.at(-1)?.name ?? '')) enter('p')
        }
        addText(open.at(-1)?.content ?? [], part)
      },
      onclosetag(raw) {
        depth--
        const name = SAME[raw] ?? raw
        if (DROPPED.has(name)) {
          dropped--
          return
        }
        if (dropped > 0) return
        if (DIVIDERS.has(name)) endParagraph()
        else if (open.some(each => each.name === name)) {
          leaveTo(each => each === name)
          open.pop()
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  try {
    parser.end(withoutControls(html))
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return { ...top, content: [{ name: 'p', href: null, content: [untagged(html)] }] }
  }
  return tidy(top)
}

class TooDeep extends Error {}

const untagged = (html: string): string =>
  spaced(withoutControls(html.replace(/<[^<>]*>/g, ' '))).trim()

function addText(content: (Node | string)[], part: string): void {
  const last = content.at(-1)
  if (typeof last === 'string') content[content.length - 1] = last + part
  else content.push(part)
}

const HOLDER_OF: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  tr: ['table'],
  td: ['tr'],
  th: ['tr'],
}

const isPlaceForText = (name: string): boolean =>
  name === '' || name === 'blockquote' || BLOCKS.has(name)

/** White space as one space, none at the ends of a block, and nothing that holds nothing. */
function tidy(node: Node): Node {
  const parts: (Node | string)[] = []
  for (const part of node.content) {
    if (typeof part !== 'string') {
      const inner = tidy(part)
      if (inner.name === 'br' || inner.name === 'td' || inner.name === 'th' || inner.content.length)
        parts.push(inner)
    } else addText(parts, spaced(part))
  }
  return { ...node, content: isLine(node.name) ? parts : trimmed(node.name, parts) }
}

const isLine = (name: string): boolean => INLINE.has(name)

function trimmed(name: string, parts: readonly (Node | string)[]): (Node | string)[] {
  const isBlank = (part: Node | string | undefined): boolean =>
    part !== undefined && (typeof part === 'string' ? part.trim() === '' : part.name === 'br')
  const kept = BLOCKS.has(name) ? [...parts] : parts.filter(part => !isBlank(part))
  while (isBlank(kept[0])) kept.shift()
  while (isBlank(kept.at(-1))) kept.pop()
  const [first] = kept
  if (typeof first === 'string') kept[0] = bulleted(first.trimStart())
  const last = kept.at(-1)
  if (typeof last === 'string') kept[kept.length - 1] = last.trimEnd()
  return kept
}

const spaced = (text: string): string => text.replace(/[\s\u00A0]+/g, ' ')

/** Word writes a bullet as a sign of a font for symbols. */
const bulleted = (text: string): string => text.replace(/^[·§\uF0B7\uF0A7] ?/, '• ')

function htmlOf(node: Node | string): string {
  if (typeof node === 'string') return escapeText(node)
  if (node.name === 'br') return '<br>'
  const inside = node.content.map(htmlOf).join('')
  if (node.name !== 'a') return `<${node.name}>${inside}</${node.name}>`
  return node.href === null ? inside : `<a href="${escapeText(node.href)}">${inside}</a>`
}

function linesOf(node: Node, mark = ''): readonly string[] {
  if (node.name === 'tr') {
    const cells = node.content.filter(part => typeof part !== 'string')
    return [cells.map(cell => linesOf(cell).join(' ')).join(' | ')]
  }
  const lines: string[] = []
  let line: string | null = null
  const end = (): void => {
    if (line !== null && line.trim() !== '') lines.push(line.trim())
    line = null
  }
  let number = 0
  for (const part of node.content) {
    if (typeof part !== 'string' && isBlock(part)) {
      end()
      if (part.name === 'li') number++
      const sign = part.name !== 'li' ? '' : node.name === 'ol' ? `${number}. ` : '• '
      lines.push(...linesOf(part, sign))
    } else line = (line ?? '') + inlineText(part)
  }
  end()
  const [first, ...others] = lines.flatMap(each => each.split('\n').map(part => part.trim()))
  if (mark === '' || first === undefined) return first === undefined ? [] : [first, ...others]
  return [first.startsWith('• ') && mark === '• ' ? first : mark + first, ...others]
}

const isBlock = (node: Node): boolean => BLOCKS.has(node.name) || HOLDERS.has(node.name)

function inlineText(node: Node | string): string {
  if (typeof node === 'string') return node
  return node.name === 'br' ? '\n' : node.content.map(inlineText).join('')
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Links lead to the web or to a letter box; a script is none. */
function webAddress(href: string | undefined): string | null {
  if (href === undefined || !URL.canParse(href)) return null
  const url = new URL(href)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}
