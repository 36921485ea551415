import type { SourceFile } from '#extracts'

/**
 * The return as people type it in a hurry: a child is left out here and there, and an end of an
 * episode that the case system knows is not in it. Which ones follows from their identifiers, so the
 * same county always has the same. It is what two sources of one count differ by.
 */
export function asTyped(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map(file => {
    const text = new TextDecoder().decode(file.bytes)
    const [header = '', ...rows] = text.split('\n')
    const columns = header.trimEnd().split(',')
    const end = columns.indexOf('DEC')
    const kept = rows.flatMap(row => {
      const child = Number(/^\d+/.exec(row)?.[0] ?? '0')
      if (child === 0) return [row]
      if (child % LEFT_OUT === 7) return []
      return end >= 0 && child % NOT_ENDED === 11 ? [withoutEnd(row, columns)] : [row]
    })
    return { ...file, bytes: new TextEncoder().encode([header, ...kept].join('\n')) }
  })
}

const LEFT_OUT = 61
const NOT_ENDED = 43

/** An episode whose end nobody typed goes on. */
function withoutEnd(row: string, columns: readonly string[]): string {
  const tail = row.endsWith('\r') ? '\r' : ''
  const cells = row.trimEnd().split(',')
  for (const name of ['DEC', 'REC', 'REASON_PLACE_CHANGE']) {
    const place = columns.indexOf(name)
    if (place >= 0 && place < cells.length) cells[place] = ''
  }
  return `${cells.join(',')}${tail}`
}
