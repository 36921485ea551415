import { constants, inflateRawSync } from 'node:zlib'
import { columnName, type Shape, shapes } from './shapes.ts'

// A reader has to say at once whether a workbook is its own, and opening one takes time. The names
// of the columns stand in the shared strings or the sheets; the parts of a zip are found by the
// list at its end, and only the start of a part is unpacked, so that no bomb can go off.

const mostPackedBytes = 1 << 18
const mostPartBytes = 1 << 25
const mostSheets = 40

/** Whether the words of a workbook hold the columns of a table of the 903 return. Never throws. */
export function workbookHolds903(bytes: Uint8Array): boolean {
  const words = new Set<string>()
  const parts = partsOf(bytes).filter(({ name }) =>
    /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/i.test(name),
  )
  for (const part of parts.slice(0, mostSheets)) {
    for (const [, text = ''] of part.text().matchAll(/<t(?:\s[^>]*)?>([^<]{1,40})<\/t>/g))
      words.add(columnName(text))
  }
  if (!words.has('CHILD')) return false
  return Object.values<Shape>(shapes).some(({ signs, columns }) => {
    // 'Child' and 'Review' stand in many workbooks; most columns of a table only in that table.
    const names = Object.keys(columns)
    const there = names.filter(name => words.has(name)).length
    return there >= names.length * 0.6 && signs.some(each => each.every(sign => words.has(sign)))
  })
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
  const packed = view.subarray(start, start + Math.min(size, mostPackedBytes))
  if (method === 0) return packed.toString('utf8', 0, mostPartBytes)
  try {
    const options = { maxOutputLength: mostPartBytes, finishFlush: constants.Z_SYNC_FLUSH }
    return inflateRawSync(packed, options).toString('utf8')
  } catch {
    // A part that is damaged, or packed as only a bomb is, says nothing here.
    return ''
  }
}
