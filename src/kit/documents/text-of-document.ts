import { decodeText, describeBytes } from '../files/text.ts'
import { pdfText } from '../files/pdf-text.ts'
import { isOle } from '../files/xlsx-parts.ts'
import { textOfHtml } from './html-text.ts'
import { dangersOfPdf } from './pdf-dangers.ts'
import { type Problem, type Publication, problem, publicationOf } from './problems.ts'
import { htmlOfWord } from './word.ts'

export type DocumentKind = 'word' | 'html' | 'pdf' | 'text'

/** What a document says and what is to be known of it; with no kind, the first problem says why not. */
export type ReadDocument = {
  readonly kind: DocumentKind | null
  /** The document's name is shown and decides nothing. */
  readonly name: string
  /** '' where it was refused. Pages of a PDF are apart by a form feed. */
  readonly text: string
  /** The document as HTML, unclean, where it was Word or HTML: `docOfHtml` takes it. */
  readonly html?: string
  readonly problems: readonly Problem[]
} & Publication

export type ReadOptions = {
  /** The largest file that is read, in bytes: 100 MB where it is left out. */
  readonly mostBytes?: number | undefined
}

const megabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 })} MB`

/** The words of a document of any kind that people bring. Tells the kind by content; never throws. */
export async function textOfDocument(
  bytes: Uint8Array,
  name: string,
  { mostBytes = 100_000_000 }: ReadOptions = {},
): Promise<ReadDocument> {
  if (bytes.length === 0) return refused(name, problem('empty'))
  if (bytes.length > mostBytes)
    return refused(
      name,
      problem(
        'too-large',
        `This file has ${megabytes(bytes.length)}; the most that is read is ${megabytes(mostBytes)}. Nothing of it was kept.`,
      ),
    )
  const kind = kindOf(bytes)
  if (typeof kind !== 'string') return refused(name, kind)
  if (kind === 'pdf') return readPdf(bytes, name)
  if (kind === 'word') return readWord(bytes, name)
  return readText(bytes, name)
}

function refused(name: string, why: Problem): ReadDocument {
  return { kind: null, name, text: '', problems: [why], ...publicationOf([why], true) }
}

function read(
  kind: DocumentKind,
  name: string,
  text: string,
  problems: readonly Problem[],
  html?: string,
): ReadDocument {
  const all = text.trim() === '' ? [...problems, problem('no-words')] : problems
  const known = { kind, name, text, problems: all, ...publicationOf(all, false) }
  return html === undefined ? known : { ...known, html }
}

function kindOf(bytes: Uint8Array): 'pdf' | 'word' | 'text' | Problem {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  if (start.includes('%PDF-')) return 'pdf'
  const words = describeBytes(bytes)
  if (words === 'a Word document' || isWordZip(bytes, words)) return 'word'
  if (isOle(bytes)) return problem(holdsWide(bytes, 'EncryptedPackage') ? 'locked' : 'old-word')
  if (words === 'a Word document (RTF)') return problem('rtf')
  if (start.includes('application/vnd.oasis.opendocument.text')) return problem('odt')
  if (/^\s*MIME-Version:/im.test(start.toString('latin1')) && words === 'text')
    return problem('mail')
  if (words === 'text') return 'text'
  return problem(
    'other-kind',
    words === 'not text' || words === 'a zip'
      ? 'This file holds no document. Bring a DOCX, PDF, HTML or text file.'
      : `This file is ${words} and no document. Bring a DOCX, PDF, HTML or text file.`,
  )
}

// A long list of contents keeps its names out of the places where they are mostly looked for.
const isWordZip = (bytes: Uint8Array, words: string): boolean =>
  words === 'a zip' && whole(bytes).includes('word/document')

const holdsWide = (bytes: Uint8Array, word: string): boolean =>
  whole(bytes).includes(Buffer.from(word, 'utf16le'))

const whole = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

async function readPdf(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const text = await pdfText(bytes)
  if (text.kind === 'refused') {
    const code = text.code === 'encrypted' ? 'locked' : 'damaged'
    return refused(name, problem(text.code === 'no-text' ? 'no-words' : code, text.message))
  }
  return read('pdf', name, text.pages.join('\n\f\n'), await dangersOfPdf(bytes))
}

async function readWord(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const word = await htmlOfWord(bytes)
  if (word.kind === 'refused') return refused(name, word.problem)
  return read('word', name, textOfHtml(word.html), word.problems, word.html)
}

function readText(bytes: Uint8Array, name: string): ReadDocument {
  const { text, notes } = decodeText(bytes)
  const problems = notes.map(note => problem('encoding', note))
  if (!looksLikeHtml(text))
    return read('text', name, text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', ''), problems)
  const acts = /<script\b|\son[a-z]+\s*=\s*["']|javascript:/i.test(text)
  const all = acts ? [...problems, problem('scripts')] : problems
  return read('html', name, textOfHtml(text), all, text)
}

/** A page says so at its start; a piece of one has several tags that only HTML has. */
export function looksLikeHtml(text: string): boolean {
  const start = withoutProlog(text.slice(0, 4096))
  if (/^<(!doctype html|html|head|body)\b/i.test(start)) return true
  const tags = text.slice(0, 100_000).match(/<\/(p|div|table|tr|td|ul|ol|li|h[1-6]|span)\s*>/gi)
  return (tags?.length ?? 0) >= 2 && start.startsWith('<')
}

/** Without the declaration and comments that may stand before a page. */
function withoutProlog(text: string): string {
  let rest = text.replace(/^\ufeff/, '').trimStart()
  for (const [open, close] of [
    ['<?xml', '>'],
    ...Array.from({ length: 9 }, () => ['<!--', '-->']),
  ]) {
    const end = open && close && rest.startsWith(open) ? rest.indexOf(close) : -1
    if (end !== -1) rest = rest.slice(end + (close?.length ?? 0)).trimStart()
  }
  return rest
}
