import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { standIn } from './stand-ins.ts'
import { openTypeOf } from './woff.ts'

const require = createRequire(import.meta.url)

export type Style = { readonly bold: boolean; readonly italic: boolean }

/** Text that one face can write. `actual` is what it stands for, where the typeface lacks the sign. */
export type Written = { readonly text: string; readonly face: string; readonly actual?: string }

export type Faces = {
  readonly write: (text: string, style: Style) => readonly Written[]
  readonly width: (text: string, face: string, size: number) => number
}

// The typeface comes in parts by script; the first part that has a letter writes it.
const scripts = [
  'latin',
  'latin-ext',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
  'devanagari',
] as const

/** The part of fontkit's font that tells which letters it has; pdfkit does not show it in its types. */
type Font = { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }

const fileOf = (script: string, { bold, italic }: Style): string =>
  `noto-sans-${script}-${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}.woff`

// Some files have no italic of their script; the upright one is better than no letter.
function bytesOf(script: string, style: Style): Buffer {
  for (const each of [style, { ...style, italic: false }]) {
    try {
      const path = require.resolve(`@fontsource/noto-sans/files/${fileOf(script, each)}`)
      return openTypeOf(readFileSync(path))
    } catch {
      continue
    }
  }
  throw new Error(`The typeface has no ${script} part`)
}

const kept = new Map<string, Buffer>()

function keptBytes(script: string, style: Style): Buffer {
  const name = fileOf(script, style)
  const bytes = kept.get(name) ?? bytesOf(script, style)
  kept.set(name, bytes)
  return bytes
}

/** The faces of one PDF: each part of the typeface is opened, and embedded, when a letter needs it. */
export function facesOf(pdf: PDFKit.PDFDocument): Faces {
  const opened = new Map<string, Font>()
  const open = (script: string, style: Style): Font => {
    const face = fileOf(script, style)
    const before = opened.get(face)
    if (before) return before
    pdf.registerFont(face, keptBytes(script, style))
    pdf.font(face)
    // as: the current font of the document, which its types leave out.
    const font = (Reflect.get(pdf, '_font') as { readonly font: Font }).font
    opened.set(face, font)
    return font
  }
  const chosen = new Map<string, string | null>()
  const faceFor = (letter: string, style: Style): string | null => {
    const key = `${Number(style.bold)}${Number(style.italic)}${letter}`
    const before = chosen.get(key)
    if (before !== undefined) return before
    const codePoint = letter.codePointAt(0) ?? 0
    const script = scripts.find(each => open(each, style).hasGlyphForCodePoint(codePoint))
    const face = script === undefined ? null : fileOf(script, style)
    chosen.set(key, face)
    return face
  }
  const has = (text: string, style: Style): boolean =>
    [...text].every(letter => faceFor(letter, style) !== null)

  const write = (text: string, style: Style): readonly Written[] => {
    const latin = fileOf('latin', style)
    if (/^[ -~£–’]*$/.test(text)) {
      open('latin', style)
      return text === '' ? [] : [{ text, face: latin }]
    }
    const out: { text: string; face: string; actual?: string }[] = []
    for (const letter of text) {
      const face = faceFor(letter, style)
      const last = out.at(-1)
      if (face === null) {
        const words = standIn(letter, each => has(each, style))
        out.push({ text: words, face: latin, actual: letter })
      } else if (last?.face === face && last.actual === undefined) last.text += letter
      else out.push({ text: letter, face })
    }
    return out
  }
  return {
    write,
    width: (text, face, size) => pdf.font(face).fontSize(size).widthOfString(text),
  }
}
