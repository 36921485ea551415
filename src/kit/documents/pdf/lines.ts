import type { Runs } from '../doc.ts'
import type { Faces } from './fonts.ts'
import { settable } from './stand-ins.ts'

/** One run that links; two pieces of one run carry the same object. */
export type Link = { readonly href: string; readonly words: string }

/** Text of one face at a place of its line, in points from the left of the block. */
export type Piece = {
  readonly text: string
  readonly face: string
  readonly actual?: string | undefined
  readonly link?: Link | undefined
  readonly x: number
  readonly width: number
}

export type Line = { readonly pieces: readonly Piece[]; readonly width: number }

export type Setting = {
  readonly size: number
  /** Headings and heads of tables are bold whatever their runs say. */
  readonly bold?: boolean | undefined
  readonly follow?: ((href: string) => string | null) | undefined
}

type Placed = Omit<Piece, 'x'>
type Atom = { readonly pieces: readonly Placed[]; readonly width: number; readonly bare: number }

// A line may end after spaces, after a hyphen, dash or slash between letters, at a space of no width.
const ends = /(?<= )(?! )|(?<=\p{L}[-–—/])(?=\p{L})|(?<=\u200b)|(?<=\n)|(?=\n)/u

/** Runs set in lines of a width in points; a word that is wider than a line is cut. */
export function linesOf(
  runs: Runs,
  width: number,
  setting: Setting,
  faces: Faces,
): readonly Line[] {
  const lines: Line[] = []
  let pieces: Piece[] = []
  let used = 0
  const end = (): void => {
    lines.push({ pieces, width: visibleWidth(pieces, setting.size, faces) })
    pieces = []
    used = 0
  }
  for (const atom of atomsOf(runs, setting, faces)) {
    if (atom === 'break') {
      end()
      continue
    }
    if (used > 0 && used + atom.bare > width + 0.01) end()
    if (atom.bare <= width) {
      for (const piece of atom.pieces) used = add(pieces, piece, used)
      continue
    }
    for (const piece of atom.pieces.flatMap(each => cut(each, width, setting.size, faces))) {
      if (used > 0 && used + piece.width > width + 0.01) end()
      used = add(pieces, piece, used)
    }
  }
  if (pieces.length > 0 || lines.length === 0) end()
  return lines
}

/** Puts a piece at the end of a line, into the last one where both look and mean the same. */
function add(pieces: Piece[], piece: Placed, used: number): number {
  const last = pieces.at(-1)
  const same = last && last.face === piece.face && last.link === piece.link
  if (same && last.actual === undefined && piece.actual === undefined)
    pieces[pieces.length - 1] = {
      ...last,
      text: last.text + piece.text,
      width: last.width + piece.width,
    }
  else pieces.push({ ...piece, x: used })
  return used + piece.width
}

function visibleWidth(pieces: readonly Piece[], size: number, faces: Faces): number {
  const last = pieces.at(-1)
  if (last === undefined) return 0
  return last.x + faces.width(last.text.trimEnd(), last.face, size)
}

function* atomsOf(runs: Runs, setting: Setting, faces: Faces): Generator<Atom | 'break'> {
  const said = runs
    .map(run => ({ ...run, text: settable(run.text) }))
    .filter(run => run.text !== '')
  const links = said.map(run => linkOf(run.href, run.text, setting))
  const whole = said.map(run => run.text).join('')
  let run = 0
  let within = 0
  for (const part of whole.split(ends)) {
    if (part === '') continue
    const pieces: Placed[] = []
    for (let rest = part.length; rest > 0; ) {
      const from = said[run]
      if (from === undefined) break
      const taken = from.text.slice(within, within + rest)
      rest -= taken.length
      within += taken.length
      const style = {
        bold: setting.bold === true || from.bold === true,
        italic: from.italic === true,
      }
      for (const written of faces.write(taken.replaceAll(/[\u200b\n]/g, ''), style))
        pieces.push({
          ...written,
          link: links[run],
          width: faces.width(written.text, written.face, setting.size),
        })
      if (within === from.text.length) {
        run += 1
        within = 0
      }
    }
    if (part === '\n') yield 'break'
    else if (pieces.length > 0) yield atom(pieces, setting.size, faces)
  }
}

function atom(pieces: readonly Placed[], size: number, faces: Faces): Atom {
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0)
  const last = pieces.at(-1)
  // Spaces at the end of a line may stand beyond it.
  const hanging = last ? last.width - faces.width(last.text.trimEnd(), last.face, size) : 0
  return { pieces, width, bare: width - hanging }
}

function linkOf(href: string | undefined, words: string, setting: Setting): Link | undefined {
  const address = href === undefined ? null : (setting.follow?.(href) ?? null)
  return address === null ? undefined : { href: address, words: words.trim() }
}

function cut(piece: Placed, width: number, size: number, faces: Faces): readonly Placed[] {
  if (piece.width <= width) return [piece]
  const parts: Placed[] = []
  let text = ''
  const wide = (words: string): number => faces.width(words, piece.face, size)
  for (const letter of piece.text) {
    if (text !== '' && wide(text + letter) > width) {
      parts.push({ ...piece, text, width: wide(text) })
      text = ''
    }
    text += letter
  }
  return [...parts, { ...piece, text, width: wide(text) }]
}

/** The widest word and the whole on one line, in points, to share a table's width among its columns. */
export function widthsOf(
  runs: Runs,
  setting: Setting,
  faces: Faces,
): { readonly least: number; readonly most: number } {
  let least = 0
  let most = 0
  let line = 0
  for (const each of atomsOf(runs, setting, faces)) {
    if (each === 'break') line = 0
    else {
      least = Math.max(least, each.bare)
      most = Math.max(most, line + each.bare)
      line += each.width
    }
  }
  return { least, most }
}
