import { buffer } from 'node:stream/consumers'
import Pdf from 'pdfkit'
import { escapeHtml } from '../html/html.ts'
import { type Doc, headingsInOrder, mayFollow } from './doc.ts'
import { drawBlocks, drawTitle } from './pdf/blocks.ts'
import { linesOf } from './pdf/lines.ts'
import { type Sheet, artifact, drawPlain, ink, inner, muted, paper, sheetOf } from './pdf/sheet.ts'

export type PdfOptions = {
  /** The moment that the file says it was made: the same document and moment give the same bytes. */
  readonly date: Date
  /** The number of the first page within what the document belongs to; 1 where it is left out. */
  readonly firstPage?: number | undefined
  /** What stands at the foot of a page. "Page 3 of 8" where it is left out; null for no number. */
  readonly pageWords?: ((page: number, last: number) => string) | null | undefined
  /** The address against which '/path' links are read; without it they are words and no links. */
  readonly base?: string | undefined
}

/**
 * A tagged PDF (PDF 1.7, made to PDF/UA-1): headings, lists, tables and links as structure, running
 * words and page numbers as artifacts, its typeface within. A4.
 */
export async function pdfOf(doc: Doc, options: PdfOptions): Promise<Uint8Array> {
  const pdf = new Pdf({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: doc.language,
    bufferPages: true,
    autoFirstPage: false,
    // as: null means that no standard typeface is loaded, which the types leave out.
    font: null as unknown as string,
    info: {
      Title: doc.title,
      Producer: 'Sightline',
      Creator: 'Sightline',
      CreationDate: options.date,
    },
  })
  markAsAccessible(pdf, doc.title)
  const bytes = buffer(pdf)
  pdf.addPage()
  const sheet = sheetOf(pdf, href => follow(doc, href, options.base))
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  drawTitle(sheet, whole, doc.title)
  drawBlocks(sheet, whole, headingsInOrder(doc.blocks), { open: [] })
  whole.end()
  drawAround(sheet, doc, options)
  pdf.end()
  return new Uint8Array(await bytes)
}

/** Says that the file is made to PDF/UA, and mends what pdfkit writes of the title as XML. */
function markAsAccessible(pdf: PDFKit.PDFDocument, title: string): void {
  const append = pdf.appendXML.bind(pdf)
  const element = (words: string): string => `<rdf:li xml:lang="x-default">${words}</rdf:li>`
  pdf.appendXML = (xml, newLine) =>
    append(xml.split(element(title)).join(element(escapeHtml(title))), newLine)
  pdf.appendXML(
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
  )
}

function follow(doc: Doc, href: string, base: string | undefined): string | null {
  if (!mayFollow(href)) return null
  if (href.startsWith('#')) return hasAnchor(doc, href.slice(1)) ? href : null
  if (!href.startsWith('/')) return URL.canParse(href) ? new URL(href).href : null
  return base !== undefined && URL.canParse(href, base) ? new URL(href, base).href : null
}

const hasAnchor = (doc: Doc, anchor: string): boolean => anchorsOf(doc).has(anchor)

const anchorsKept = new WeakMap<Doc, ReadonlySet<string>>()

function anchorsOf(doc: Doc): ReadonlySet<string> {
  const kept = anchorsKept.get(doc)
  if (kept) return kept
  const found = new Set<string>()
  const walk = (blocks: readonly Doc['blocks'][number][]): void => {
    for (const block of blocks) {
      if ('anchor' in block && block.anchor) found.add(block.anchor)
      if (block.kind === 'list') walk(block.items.flat())
      if (block.kind === 'note') walk(block.blocks)
    }
  }
  walk(doc.blocks)
  anchorsKept.set(doc, found)
  return found
}

/** Running words and numbers, once it is known how many pages there are. */
function drawAround(sheet: Sheet, doc: Doc, options: PdfOptions): void {
  const { pdf } = sheet
  const { count } = pdf.bufferedPageRange()
  const first = options.firstPage ?? 1
  const last = first + count - 1
  const words = options.pageWords === undefined ? pageWords : options.pageWords
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index)
    if (doc.header) drawRunning(sheet, doc.header, 'Top')
    if (doc.footer) drawRunning(sheet, doc.footer, 'Bottom')
    if (words) drawNumber(sheet, words(first + index, last))
  }
}

const pageWords = (page: number, last: number): string => `Page ${page} of ${last}`

const small = { size: 9, lineHeight: 12.5 } as const
const numberWidth = 130

function drawRunning(sheet: Sheet, words: string, attached: 'Top' | 'Bottom'): void {
  const whole = paper.width - inner.left - inner.right
  const width = attached === 'Top' ? whole : whole - numberWidth
  // Two lines at most: more would run into the document.
  const lines = linesOf([{ text: words }], width, small, sheet.faces).slice(0, 2)
  const y = attached === 'Top' ? 36 : paper.height - 48
  const draw = (): void => drawPlain(sheet, lines, { x: inner.left, y, ...small, colour: muted })
  artifact(sheet, 'Pagination', draw, attached)
}

function drawNumber(sheet: Sheet, words: string): void {
  const lines = linesOf([{ text: words }], numberWidth, small, sheet.faces).slice(0, 1)
  const x = paper.width - inner.right - numberWidth
  const place = { x, y: paper.height - 48, ...small, colour: ink, rightIn: numberWidth }
  artifact(sheet, 'Pagination', () => drawPlain(sheet, lines, place), 'Bottom')
}
