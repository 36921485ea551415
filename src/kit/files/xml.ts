import { setImmediate as nextTurn } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { type Encoding, decodeBytes, encodingOf } from './text.ts'

/** An element with what is in it. Attributes, comments and namespaces are read past. */
export interface XmlElement {
  /** Without its namespace prefix, and in the reader's own spelling where it gave one. */
  readonly name: string
  /** The line its opening tag ends on, from 1. */
  readonly line: number
  /** Its own text without the space around it; '' where it holds other elements or nothing. */
  readonly text: string
  readonly children: readonly XmlElement[]
}

/** Why a document was not read. Nothing of what was handed over before it may be used. */
export interface XmlRefusal {
  readonly code: keyof typeof SENTENCES
  readonly line: number
  readonly message: string
}

export interface XmlReading {
  /**
   * The elements to hand over whole, by name; each is forgotten once `onElement` has seen it, so a
   * document of any length needs the memory of its largest such element.
   */
  readonly whole: ReadonlySet<string>
  readonly onElement: (element: XmlElement) => void
  /** The reader's spelling of a name, for sources that write one name in several ways. */
  readonly spell?: (name: string) => string
  /** Called with the share read, 0 to 1, about once for every megabyte. */
  readonly progress?: (share: number) => void
}

// A census is nine deep, a child holds some thousand elements and a value some dozen letters.
// Far beyond that a document is not a return but an attempt to fill the memory.
const DEEPEST = 64
const MOST_ELEMENTS = 200_000
const LONGEST_TEXT = 100_000
const PIECE_BYTES = 1 << 20
const START_BYTES = 65_536
const MOST_SEARCHED = 64 << 20

const SENTENCES = {
  'xml-tags':
    'A tag in this XML is opened and not closed, or closed and not opened, so it was not read.',
  'xml-character':
    'This XML holds a character or sign that must be written in another way, so it was not read.',
  'xml-broken': 'This XML does not follow the rules of XML on this line, so it was not read.',
  'xml-cut-short': 'This XML stops before its end. Make or send the file again.',
  'xml-doctype':
    'This XML declares a document type or entities, which no return needs, so it was not read.',
  'xml-too-deep': 'This XML is nested far deeper than any return, so it was not read.',
  'xml-too-large': 'A part of this XML is far larger than in any return, so it was not read.',
  'xml-empty': 'This file is empty.',
} as const

interface Growing {
  readonly name: string
  readonly line: number
  text: string
  readonly children: Growing[]
}

class Stop extends Error {
  readonly refusal: XmlRefusal
  constructor(refusal: XmlRefusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** Reads a document in one pass. Null where it was read to its end; never throws for bad input. */
export function readXml(bytes: Uint8Array, reading: XmlReading): XmlRefusal | null {
  const steps = readInSteps(bytes, reading)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** As `readXml`, letting other work of the process go first after every megabyte. */
export async function readXmlInTurns(
  bytes: Uint8Array,
  reading: XmlReading,
): Promise<XmlRefusal | null> {
  const steps = readInSteps(bytes, reading)
  let step = steps.next()
  while (step.done !== true) {
    await nextTurn()
    step = steps.next()
  }
  return step.value
}

function* readInSteps(
  bytes: Uint8Array,
  reading: XmlReading,
): Generator<undefined, XmlRefusal | null> {
  const { encoding, markLength } = encodingOf(bytes)
  const body = bytes.subarray(markLength)
  if (body.length < 1024 && decodeBytes(body, encoding).trim() === '') {
    return refused('xml-empty', 1)
  }
  const parser = new SaxesParser({ xmlns: false, position: true })
  listen(parser, reading)
  const decoder = new TextDecoder(encoding)
  try {
    for (let at = 0; at < body.length; at += PIECE_BYTES) {
      parser.write(decoder.decode(body.subarray(at, at + PIECE_BYTES), { stream: true }))
      reading.progress?.(Math.min(1, (at + PIECE_BYTES) / body.length))
      yield
    }
    parser.write(decoder.decode())
    parser.close()
    return null
  } catch (error) {
    // Only our own signal is bad input; anything else was thrown by the caller's `onElement`.
    if (error instanceof Stop) return exactly(error.refusal, body, encoding)
    throw error
  }
}

/**
 * The names of the first elements of a document, in order of their opening tags and without
 * prefixes, with their text: enough to tell what it is. Empty where it is not XML.
 */
export function xmlStart(bytes: Uint8Array, most = 40): readonly XmlStart[] {
  const { encoding, markLength } = encodingOf(bytes.subarray(0, START_BYTES))
  const text = decodeBytes(bytes.subarray(markLength, START_BYTES), encoding).trimStart()
  if (!text.startsWith('<')) return []
  const found: { name: string; text: string }[] = []
  const parser = new SaxesParser({ xmlns: false, position: true })
  parser.on('opentag', ({ name }) => {
    if (found.length === most) throw new Stop(refused('xml-cut-short', 1))
    found.push({ name: localName(name), text: '' })
  })
  parser.on('text', text => {
    const last = found.at(-1)
    if (last !== undefined) last.text = (last.text + text).trim().slice(0, 80)
  })
  parser.on('error', error => {
    throw error
  })
  try {
    parser.write(text)
  } catch {
    // The start is only looked at: what is wrong with the document is said when it is read.
  }
  return found
}

export interface XmlStart {
  readonly name: string
  /** The text that follows the opening tag, without the space around it. */
  readonly text: string
}

function listen(parser: SaxesParser, reading: XmlReading): void {
  const { whole, onElement } = reading
  const names = new Map<string, string>()
  const spelled = (raw: string): string => {
    let name = names.get(raw)
    if (name === undefined) {
      const local = localName(raw)
      name = reading.spell?.(local) ?? local
      names.set(raw, name)
    }
    return name
  }
  // Elements that are open inside the one being kept, innermost last; empty between such elements.
  const kept: Growing[] = []
  let open: Growing | undefined
  let depth = 0
  let elements = 0

  parser.on('error', error => {
    throw new Stop(refused(codeOf(error.message), parser.line))
  })
  parser.on('doctype', () => {
    throw new Stop(refused('xml-doctype', parser.line))
  })
  parser.on('opentag', ({ name: raw }) => {
    if (++depth > DEEPEST) throw new Stop(refused('xml-too-deep', parser.line))
    const name = spelled(raw)
    if (open === undefined && !whole.has(name)) return
    const element: Growing = { name, line: parser.line, text: '', children: [] }
    if (open === undefined) elements = 0
    else if (++elements > MOST_ELEMENTS) throw new Stop(refused('xml-too-large', parser.line))
    else open.children.push(element)
    kept.push(element)
    open = element
  })
  const addText = (text: string): void => {
    if (open === undefined) return
    if (open.text.length + text.length > LONGEST_TEXT)
      throw new Stop(refused('xml-too-large', parser.line))
    open.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    depth--
    const closed = kept.pop()
    if (closed === undefined) return
    closed.text = closed.children.length > 0 ? '' : closed.text.trim()
    open = kept.at(-1)
    if (open === undefined) onElement(closed)
  })
}

function refused(code: XmlRefusal['code'], line: number): XmlRefusal {
  return { code, line, message: SENTENCES[code] }
}

/** saxes tells what was wrong in words only. */
function codeOf(message: string): XmlRefusal['code'] {
  if (/unclosed tag|unexpected end|must contain a root/.test(message)) return 'xml-cut-short'
  if (/close tag|closing tag/.test(message)) return 'xml-tags'
  if (/disallowed character\.|entity|character reference/.test(message)) return 'xml-character'
  return 'xml-broken'
}

/**
 * A sign & by itself makes saxes read on to the next semicolon, so that it complains of another
 * place or of the end. The person is told where the sign is.
 */
function exactly(refusal: XmlRefusal, body: Uint8Array, encoding: Encoding): XmlRefusal {
  const doubtful = refusal.code === 'xml-character' || refusal.code === 'xml-cut-short'
  if (!doubtful || body.length > MOST_SEARCHED) return refusal
  const text = decodeBytes(body, encoding)
  const at = text.search(/&(?!#?\w+;)/)
  // Inside a CDATA section or a comment the sign may stand, so there the first finding holds.
  if (at === -1 || /<!(\[CDATA\[|--)/.test(text)) return refusal
  return refused('xml-character', text.slice(0, at).split('\n').length)
}

function localName(raw: string): string {
  return raw.slice(raw.indexOf(':') + 1)
}
