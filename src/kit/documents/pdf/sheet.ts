import { type Faces, facesOf } from './fonts.ts'
import type { Line, Piece } from './lines.ts'

// A4 in points, with room for a header, a footer and the number of a page.
export const paper = { width: 595.28, height: 841.89 } as const
export const inner = { left: 64, right: 64, top: 78, bottom: 78 } as const
export const ink = '#17222b'
export const muted = '#4b5963'
export const linkColour = '#115e74'
export const ruleColour = '#9aa5ab'

/** The paper being written on; `y` is where the next block begins, from the top. */
export type Sheet = {
  readonly pdf: PDFKit.PDFDocument
  readonly faces: Faces
  readonly follow: (href: string) => string | null
  y: number
}

export type Element = PDFKit.PDFStructureElement

export const bottom = paper.height - inner.bottom
export const roomOf = (sheet: Sheet): number => bottom - sheet.y
export const fullPage = bottom - inner.top

export const sheetOf = (
  pdf: PDFKit.PDFDocument,
  follow: (href: string) => string | null,
): Sheet => ({ pdf, faces: facesOf(pdf), follow, y: inner.top })

export function turnPage(sheet: Sheet): void {
  sheet.pdf.addPage()
  sheet.y = inner.top
}

/** A gap before a block, which the top of a page does not need. */
export function gap(sheet: Sheet, points: number): void {
  if (sheet.y > inner.top) sheet.y += points
}

/** A structure element within another. Attributes are by owner, as ISO 32000-1, 14.8.5 has them. */
export function element(
  sheet: Sheet,
  parent: Element,
  type: string,
  attributes?: Readonly<Record<string, string | number>>,
): Element {
  const made = sheet.pdf.struct(type)
  if (attributes) {
    // as: an element's dictionary, which the types leave out.
    const { data } = (made as unknown as { dictionary: { data: Record<string, unknown> } })
      .dictionary
    data['A'] = attributes
  }
  parent.add(made)
  return made
}

/** Draws what is no part of the document: lines, running words, numbers of pages. */
export function artifact(
  sheet: Sheet,
  type: 'Pagination' | 'Layout',
  draw: () => void,
  attached?: 'Top' | 'Bottom',
): void {
  sheet.pdf.markContent('Artifact', attached ? { type, attached: [attached] } : { type })
  draw()
  sheet.pdf.endMarkedContent()
}

export type Place = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly lineHeight: number
  readonly colour?: string | undefined
  /** Where lines are set to the right of this width. */
  readonly rightIn?: number | undefined
}

type Set = { readonly piece: Piece; readonly x: number; readonly top: number }

/** Lines on the page as it is, in an element; what links becomes a Link with its annotation. */
export function drawLines(
  sheet: Sheet,
  parent: Element,
  lines: readonly Line[],
  place: Place,
): void {
  const pieces = placed(lines, place)
  for (let at = 0; at < pieces.length; ) {
    const link = pieces[at]?.piece.link
    const next = pieces.findIndex((each, index) => index > at && each.piece.link !== link)
    const group = pieces.slice(at, next === -1 ? pieces.length : next)
    at += group.length
    const into = link ? element(sheet, parent, 'Link') : parent
    into.add(() => {
      for (const each of group) drawPiece(sheet, each, place)
    })
    if (link) {
      for (const box of boxesOf(group)) annotate(sheet, into, link, box, place)
      into.end()
    }
  }
}

/** Lines as a part of what is repeated on each page, outside the structure. */
export function drawPlain(sheet: Sheet, lines: readonly Line[], place: Place): void {
  for (const each of placed(lines, place)) drawPiece(sheet, each, place)
}

function placed(lines: readonly Line[], { x, y, lineHeight, rightIn }: Place): readonly Set[] {
  return lines.flatMap((line, index) => {
    const left = rightIn === undefined ? x : x + rightIn - line.width
    return line.pieces.map(piece => ({ piece, x: left + piece.x, top: y + index * lineHeight }))
  })
}

function drawPiece(sheet: Sheet, { piece, x, top }: Set, place: Place): void {
  const { pdf } = sheet
  const base = baseline(top, place)
  const colour = piece.link ? linkColour : (place.colour ?? ink)
  if (piece.actual !== undefined) pdf.markContent('Span', { actual: piece.actual })
  pdf.font(piece.face).fontSize(place.size).fillColor(colour)
  pdf.text(piece.text, x, base, { lineBreak: false, baseline: 'alphabetic' })
  if (piece.actual !== undefined) pdf.endMarkedContent()
  if (piece.link) {
    const under = base + place.size * 0.12
    const drawn = piece.width * (piece.text.trimEnd().length / piece.text.length)
    pdf.lineWidth(0.6).strokeColor(linkColour)
    pdf
      .moveTo(x, under)
      .lineTo(x + drawn, under)
      .stroke()
  }
}

const baseline = (top: number, { size, lineHeight }: Place): number =>
  top + lineHeight / 2 + size * 0.36

type Box = { readonly x: number; readonly top: number; readonly width: number }

/** One box a line, around all pieces of a link. */
function boxesOf(group: readonly Set[]): readonly Box[] {
  const boxes: Box[] = []
  for (const { piece, x, top } of group) {
    const last = boxes.at(-1)
    if (last?.top === top) boxes[boxes.length - 1] = { ...last, width: x + piece.width - last.x }
    else boxes.push({ x, top, width: piece.width })
  }
  return boxes
}

function annotate(
  sheet: Sheet,
  parent: Element,
  link: { readonly href: string; readonly words: string },
  box: Box,
  { lineHeight }: Place,
): void {
  // as: pdfkit takes a String object for text, and an element that the annotation belongs to.
  const options = { structParent: parent, Contents: Object(link.words) as string }
  const at = [box.x, box.top, box.width, lineHeight] as const
  if (link.href.startsWith('#')) sheet.pdf.goTo(...at, link.href.slice(1), options)
  else sheet.pdf.link(...at, link.href, options)
}
