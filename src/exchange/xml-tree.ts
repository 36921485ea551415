import { Parser } from 'htmlparser2'

/** An element with all that is in it, in its order: what is not understood can be kept as it came. */
export interface XmlNode {
  /** Without its namespace prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: readonly (XmlNode | string)[]
}

export interface XmlTree {
  readonly root: XmlNode | null
  /** Whether an element was still open at the end. */
  readonly isCutShort: boolean
  /** Whether reading stopped at elements nested deeper than in any answer. */
  readonly isTooDeep: boolean
}

interface Growing extends XmlNode {
  readonly content: (Growing | string)[]
}

// A meeting with everything about it is nested nine deep.
const DEEPEST = 100

/**
 * Reads XML that may not be quite XML: other people's servers send signs that it forbids, entities
 * that it does not know, and stop half-way. What can be read is; document types are passed over, so
 * no entity of the sender's making is ever expanded.
 */
export function readTree(given: string): XmlTree {
  const text = given.replace(/^\uFEFF/, '')
  const top: Growing = { name: '', attributes: {}, content: [] }
  const open: Growing[] = [top]
  let isCutShort = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > DEEPEST) throw new TooDeep()
        const element: Growing = { name: localName(name), attributes, content: [] }
        open.at(-1)?.content.push(element)
        open.push(element)
      },
      ontext(part) {
        const content = open.at(-1)?.content
        const last = content?.at(-1)
        if (typeof last === 'string') content?.splice(-1, 1, last + part)
        else content?.push(part)
      },
      onclosetag(_name, isImplied) {
        // An element that closes itself is said to be closed by implication too.
        if (isImplied && text.slice(parser.endIndex - 1, parser.endIndex + 1) !== '/>')
          isCutShort = true
        open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: false },
  )
  let isTooDeep = false
  try {
    parser.end(text)
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    isTooDeep = true
  }
  return { root: elementsOf(top)[0] ?? null, isCutShort, isTooDeep }
}

class TooDeep extends Error {}

export function elementsOf(node: XmlNode): readonly XmlNode[] {
  return node.content.filter(part => typeof part !== 'string')
}

/** Servers do not agree on capitals. */
export function isNamed(node: XmlNode, name: string): boolean {
  return node.name.toLowerCase() === name.toLowerCase()
}

/** The text of an element and of all in it. */
export function textOf(node: XmlNode): string {
  return node.content.map(part => (typeof part === 'string' ? part : textOf(part))).join('')
}

/** As a document, or as a part of one: a line for each element that holds others. */
export function writeTree(node: XmlNode, indent = ''): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')
  if (node.content.length === 0) return `${indent}<${node.name}${attributes}></${node.name}>`
  const holdsText = node.content.some(part => typeof part === 'string')
  if (holdsText) {
    const inside = node.content.map(part =>
      typeof part === 'string' ? escaped(part) : writeTree(part),
    )
    return `${indent}<${node.name}${attributes}>${inside.join('')}</${node.name}>`
  }
  const inside = elementsOf(node).map(part => writeTree(part, `${indent}  `))
  return `${indent}<${node.name}${attributes}>\n${inside.join('\n')}\n${indent}</${node.name}>`
}

export function xmlDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeTree(root)}\n`
}

export function element(
  name: string,
  content: XmlNode['content'] = [],
  attributes: XmlNode['attributes'] = {},
): XmlNode {
  return { name, attributes, content }
}

/** A carriage return is written as a number: a reader would take it for the end of a line. */
function escaped(text: string): string {
  return withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

/** Without the signs that XML 1.0 forbids, and halves of letters, which no encoding can write. */
export function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
