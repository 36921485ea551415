import { inflateRawSync } from 'node:zlib'
import { columnName, shapes } from './shapes.ts'

// A reader has to say at once whether a workbook is its own, and opening one takes time. The names
// of the columns stand in the shared strings or the sheets; the parts of a zip are found by the
// list at its end, and only the first megabyte of a part is looked at.

const mostPartBytes = 1 << 20

/** Whether the words of a workbook hold the columns of a table of the 903 return. Never throws. */
export function workbookHolds903(bytes: Uint8Array): boolean {
  const words = new Set<string>()
  for (const part of partsOf(bytes)) {
    if (!/^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/i.test(part.name)) continue
    for (const [, text = ''] of part.text().matchAll(/<t(?:\s[^>]*)?>([^<]{1,40})<\/t>/g))
      words.add(columnName(text))
  }
  if (!words.has('CHILD')) return false
  return Object.values(shapes).some(
    shape => shape.title !== 'Header' && shape.signs.some(signs => signs.every(s => words.has(s))),
  )
}

interface Part {
  readonly name: string
  text(): string
}

function partsOf(bytes: Uint8Array): Part[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = view.lastIndexOf('PK\u0005\u0006')
  if (end < 0 || end + 20 > view.length) return []
  const parts: Part[] = []
  let at = view.readUInt32LE(end + 16)
  const count = Math.min(view.readUInt16LE(end + 10), 500)
  for (let part = 0; part < count; part++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) break
    const [method, size, nameLength] = [
      view.readUInt16LE(at + 10),
      view.readUInt32LE(at + 20),
      view.readUInt16LE(at + 28),
    ]
    const offset = view.readUInt32LE(at + 42)
    const name = view.toString('utf8', at + 46, at + 46 + nameLength)
    parts.push({ name, text: () => partText(view, offset, size, method) })
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return parts
}

function partText(view: Buffer, offset: number, size: number, method: number): string {
  if (offset + 30 > view.length) return ''
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28)
  const packed = view.subarray(start, start + size)
  if (method === 0) return packed.toString('utf8', 0, mostPartBytes)
  try {
    return inflateRawSync(packed, { maxOutputLength: mostPartBytes }).toString('utf8')
  } catch {
    // A part that is damaged, or larger than header rows need, says nothing here.
    return ''
  }
}
