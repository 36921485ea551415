import { type Block, type Heading, type List, type Note, type Paragraph, labelOf } from '../doc.ts'
import { type Frame, flow } from './flow.ts'
import { type Line, linesOf } from './lines.ts'
import {
  type Element,
  type Sheet,
  drawLines,
  element,
  gap,
  inner,
  paper,
  turnPage,
} from './sheet.ts'
import { drawTable } from './table.ts'

export const body = { size: 12, lineHeight: 17.5 } as const

const headings = [
  { size: 18, lineHeight: 24, before: 22 },
  { size: 14.5, lineHeight: 20, before: 18 },
  { size: 12.5, lineHeight: 18, before: 14 },
  { size: 12, lineHeight: 17.5, before: 12 },
] as const

export const wholeWidth: Frame = { left: inner.left, width: paper.width - inner.left - inner.right }

/** A place in the outline, under which those of deeper headings go. */
export type Entry = { readonly level: number; readonly item: PDFKit.PDFOutline }

export type Outline = { readonly open: Entry[] }

export function drawBlocks(
  sheet: Sheet,
  parent: Element,
  blocks: readonly Block[],
  outline: Outline,
): void {
  for (const block of blocks) {
    if (block.kind === 'heading') drawHeading(sheet, parent, block, outline)
    else if (block.kind === 'table') drawTable(sheet, parent, block, wholeWidth)
    else if (block.kind === 'note') drawNote(sheet, parent, block)
    else if (block.kind === 'paragraph') drawParagraph(sheet, parent, block, wholeWidth, 9)
    else if (block.kind === 'list') drawList(sheet, parent, block, wholeWidth, 9)
    else if (sheet.y > inner.top) turnPage(sheet)
  }
}

export function drawTitle(sheet: Sheet, parent: Element, title: string): void {
  const look = { size: 25, lineHeight: 32, before: 0, with: 40 }
  const heading = element(sheet, parent, 'H1')
  flow(
    sheet,
    heading,
    linesOf([{ text: title, bold: true }], wholeWidth.width, look, sheet.faces),
    wholeWidth,
    look,
  )
  heading.end()
  sheet.y += 6
}

function drawHeading(sheet: Sheet, parent: Element, block: Heading, outline: Outline): void {
  const look = headings[Math.min(block.level, headings.length) - 1] ?? headings[3]
  // The title is the first heading of the file, so those of the document stand one lower.
  const heading = element(sheet, parent, `H${Math.min(block.level + 1, 6)}`)
  const lines = linesOf([{ text: block.text, bold: true }], wholeWidth.width, look, sheet.faces)
  flow(sheet, heading, lines, wholeWidth, {
    ...look,
    with: body.lineHeight * 2 + 12,
    first: top => {
      destination(sheet, block.anchor, top)
      note(sheet, outline, block, top)
    },
  })
  heading.end()
}

function note(sheet: Sheet, outline: Outline, { level, text }: Heading, top: number): void {
  if (text.trim() === '') return
  while ((outline.open.at(-1)?.level ?? 0) >= level) outline.open.pop()
  const parent = outline.open.at(-1)?.item ?? sheet.pdf.outline
  // pdfkit counts from the right edge, so the width of the page means its left edge.
  const options = { fit: false, left: paper.width, top: Math.max(0, top - 8), zoom: 0 }
  outline.open.push({ level, item: parent.addItem(text, { ...options, expanded: false }) })
}

function destination(sheet: Sheet, anchor: string | undefined, top: number): void {
  if (anchor) sheet.pdf.addNamedDestination(anchor, 'XYZ', 0, Math.max(0, top - 8), null)
}

export function drawParagraph(
  sheet: Sheet,
  parent: Element,
  { runs, number, anchor }: Paragraph,
  frame: Frame,
  before: number,
): void {
  const paragraph = element(sheet, parent, 'P')
  const setting = { ...body, follow: sheet.follow }
  const marked = number ? numberOf(sheet, number) : { lines: [], width: 0 }
  const lines = linesOf(runs, frame.width - marked.width, setting, sheet.faces)
  flow(sheet, paragraph, lines, frame, {
    ...body,
    before,
    indent: marked.width,
    first: top => {
      destination(sheet, anchor, top)
      if (number) drawLines(sheet, paragraph, marked.lines, { x: frame.left, y: top, ...body })
    },
  })
  paragraph.end()
}

/** A number hangs beside its paragraph; its space keeps it apart from the words where they are read. */
function numberOf(
  sheet: Sheet,
  number: string,
): { readonly lines: readonly Line[]; readonly width: number } {
  const lines = linesOf([{ text: `${number} ` }], 200, body, sheet.faces).slice(0, 1)
  return { lines, width: Math.max(40, (lines[0]?.width ?? 0) + 10) }
}

function drawList(sheet: Sheet, parent: Element, list: List, frame: Frame, before: number): void {
  const style = { bullets: 'Disc', numbers: 'Decimal', letters: 'LowerAlpha' }[list.style]
  const whole = element(sheet, parent, 'L', { O: 'List', ListNumbering: style })
  const labels = list.items.map((_, index) =>
    linesOf([{ text: `${labelOf(list, index)} ` }], 100, body, sheet.faces),
  )
  const widest = Math.max(0, ...labels.map(lines => lines[0]?.width ?? 0))
  const indent = Math.max(22, widest + 9)
  // However deep a list is, its words keep a column that can be read.
  const width = Math.max(Math.min(160, frame.width), frame.width - indent)
  const within: Frame = { ...frame, left: frame.left + frame.width - width, width }
  for (const [index, item] of list.items.entries()) {
    const entry = element(sheet, whole, 'LI')
    drawItem(sheet, entry, item, within, index === 0 ? before : 4, {
      lines: labels[index] ?? [],
      left: within.left - indent,
    })
    entry.end()
  }
  whole.end()
}

type Label = { readonly lines: readonly Line[]; readonly left: number }

function drawItem(
  sheet: Sheet,
  entry: Element,
  item: List['items'][number],
  frame: Frame,
  before: number,
  label: Label,
): void {
  const [head, ...rest] = item
  const mark = element(sheet, entry, 'Lbl')
  const inside = element(sheet, entry, 'LBody')
  // The label stands on the line of the item's first words, even where they are those of a list in it.
  const first: Paragraph = head?.kind === 'paragraph' ? head : { kind: 'paragraph', runs: [] }
  const shown = first.number ? [{ text: `${first.number} ` }, ...first.runs] : first.runs
  const lines = linesOf(shown, frame.width, { ...body, follow: sheet.follow }, sheet.faces)
  flow(sheet, inside, lines, frame, {
    ...body,
    before,
    first: top => {
      destination(sheet, first.anchor, top)
      drawLines(sheet, mark, label.lines, { x: label.left, y: top, ...body })
      mark.end()
    },
  })
  for (const part of head?.kind === 'list' ? item : rest) {
    if (part.kind === 'list') drawList(sheet, inside, part, frame, 4)
    else drawParagraph(sheet, inside, part, frame, 4)
  }
  inside.end()
}

function drawNote(sheet: Sheet, parent: Element, { blocks }: Note): void {
  const whole = element(sheet, parent, 'Div')
  const frame: Frame = {
    left: wholeWidth.left + 20,
    width: wholeWidth.width - 20,
    bar: wholeWidth.left + 4,
  }
  gap(sheet, 12)
  for (const [index, block] of blocks.entries()) {
    const before = index === 0 ? 0 : 7
    if (block.kind === 'list') drawList(sheet, whole, block, frame, before)
    else drawParagraph(sheet, whole, block, frame, before)
  }
  whole.end()
  gap(sheet, 4)
}
