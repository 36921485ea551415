import type { Line } from './lines.ts'
import {
  type Element,
  type Sheet,
  artifact,
  drawLines,
  fullPage,
  gap,
  inner,
  linkColour,
  roomOf,
  turnPage,
} from './sheet.ts'

/** Where blocks stand on the paper: their left edge and width, and where a bar stands beside them. */
export type Frame = { readonly left: number; readonly width: number; readonly bar?: number }

export type Flow = {
  readonly size: number
  readonly lineHeight: number
  /** Points of space above. */
  readonly before: number
  /** Points that must be left below, so that a heading does not stand alone at the foot of a page. */
  readonly with?: number | undefined
  readonly indent?: number | undefined
  readonly colour?: string | undefined
  /** Draws what stands before the first line, once its page and place are known. */
  readonly first?: ((top: number) => void) | undefined
}

/** Lines from where the sheet is, over as many pages as they need, in one structure element. */
export function flow(
  sheet: Sheet,
  parent: Element,
  lines: readonly Line[],
  frame: Frame,
  options: Flow,
): void {
  const { size, lineHeight, before, first } = options
  const needed = Math.min(lines.length, 2) * lineHeight + (options.with ?? 0)
  gap(sheet, before)
  if (roomOf(sheet) < Math.min(needed, fullPage)) turnPage(sheet)
  let rest = lines
  for (let part = 0; rest.length > 0; part++) {
    const count = linesHere(rest.length, Math.floor((roomOf(sheet) + 0.01) / lineHeight))
    if (count === 0) {
      turnPage(sheet)
      continue
    }
    const top = sheet.y
    const height = count * lineHeight
    if (frame.bar !== undefined) drawBar(sheet, frame.bar, part === 0 ? before : 0, height)
    if (part === 0) first?.(top)
    drawLines(sheet, parent, rest.slice(0, count), {
      x: frame.left + (options.indent ?? 0),
      y: top,
      size,
      lineHeight,
      colour: options.colour,
    })
    sheet.y = top + height
    rest = rest.slice(count)
    if (rest.length > 0) turnPage(sheet)
  }
}

/** How many of the lines stand here: neither the first nor the last one alone, where it can be helped. */
export function linesHere(lines: number, fitting: number): number {
  if (lines <= fitting) return lines
  if (fitting < 2) return 0
  return lines - fitting === 1 && fitting > 2 ? fitting - 1 : fitting
}

function drawBar(sheet: Sheet, left: number, above: number, height: number): void {
  const from = Math.max(inner.top, sheet.y - above)
  artifact(sheet, 'Layout', () => {
    sheet.pdf.rect(left, from, 4, sheet.y + height - from).fill(linkColour)
  })
}
