import { type Block, type Doc, docOf, textOfDoc } from '#kit/documents/doc.ts'
import { docOfHtml } from '#kit/documents/doc-of-html.ts'
import { docOfText } from '#kit/documents/doc-of-text.ts'
import { pagesIn } from '#kit/documents/pack-of.ts'
import { pdfOf } from '#kit/documents/pdf-of.ts'
import { textOfDocument } from '#kit/documents/text-of-document.ts'
import { pdfText } from '#kit/files/pdf-text.ts'
import type { Trx } from '#kit/db/index.ts'
import { type FileFacts, fileBytes } from './store/index.ts'

/** What a paper says: written here or read from a file, or the pages of a PDF as they are. */
export type Content =
  | { readonly kind: 'doc'; readonly doc: Doc }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }

/** A paper as it stands on pages. */
export interface LaidOut {
  readonly length: number
  /** The place of the first block of each page among the blocks of its document. */
  readonly starts: readonly number[]
}

type Written = {
  readonly title: string
  readonly words: string | null
  readonly fileSha: string | null
}

/** What a paper holds, from what was typed or from its file. */
export async function contentOf(
  trx: Trx,
  paper: Written,
  files: ReadonlyMap<string, FileFacts>,
): Promise<Content> {
  const { title, words, fileSha } = paper
  const facts = fileSha === null ? undefined : files.get(fileSha)
  if (facts === undefined) return { kind: 'doc', doc: docOfText(title, words ?? '') }
  const bytes = (await fileBytes(trx, facts.sha256)) ?? new Uint8Array()
  if (facts.mediaType === 'application/pdf') return { kind: 'pdf', bytes }
  const read = await textOfDocument(bytes, facts.name)
  const doc = read.html === undefined ? docOfText(title, facts.words) : docOfHtml(read.html, title)
  return { kind: 'doc', doc: { ...doc, title } }
}

/** How many pages a paper takes and what begins on which; or the sentence why it has none. */
export async function layOut(
  content: Content,
  date: Date,
): Promise<LaidOut | { readonly message: string }> {
  if (content.kind === 'pdf') {
    const pages = await pagesIn(content.bytes)
    return pages.kind === 'pages' ? { length: pages.count, starts: [] } : pages
  }
  const bytes = await pdfOf(content.doc, { date, pageWords: null })
  const text = await pdfText(bytes)
  if (text.kind === 'refused') return { message: text.message }
  return { length: text.pages.length, starts: startsOf(content.doc, text.pages) }
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Which block is the first of each page, found by its first words among those of the page. A page on
 * which none begins has the block after it.
 */
export function startsOf(doc: Doc, pages: readonly string[]): readonly number[] {
  const texts = pages.map(bare)
  const starts: (number | undefined)[] = texts.map(() => undefined)
  let page = 0
  let from = 0
  for (const [at, block] of doc.blocks.entries()) {
    const [first = ''] = beginningsOf(block)
    if (first === '') continue
    for (let ahead = page; ahead < texts.length; ahead += 1) {
      const found = texts[ahead]?.indexOf(first, ahead === page ? from : 0) ?? -1
      if (found < 0) continue
      page = ahead
      from = found + first.length
      starts[page] ??= at
      break
    }
  }
  starts[0] = 0
  let next = doc.blocks.length
  return starts
    .toReversed()
    .map(start => (next = start ?? next))
    .toReversed()
}

function beginningsOf(block: Block): readonly string[] {
  return textOfDoc(docOf('', [block]))
    .split('\n')
    .map(line => bare(line).slice(0, 40))
    .filter(line => line !== '')
}

/** The blocks of each page. */
export function pagesOfDoc(doc: Doc, starts: readonly number[]): readonly (readonly Block[])[] {
  return starts.map((start, page) => doc.blocks.slice(start, starts[page + 1] ?? doc.blocks.length))
}
