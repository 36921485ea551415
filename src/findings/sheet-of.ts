/** A table that somebody brought: its headings, and each row with the number it has in the file. */
export interface Sheet {
  readonly kind: 'sheet'
  readonly headings: readonly string[]
  readonly lines: readonly SheetLine[]
  /** What was unusual, a sentence each. */
  readonly notes: readonly string[]
}

export interface SheetLine {
  readonly number: number
  readonly cells: readonly string[]
}

export interface SheetRefused {
  readonly kind: 'refused'
  readonly message: string
}

const mostCells = 100

/**
 * The headings are the first row with at least two cells filled: above it stand titles. A title that
 * runs across merged cells is one filled cell, and stays known as a note.
 */
export function sheetOf(
  lines: readonly SheetLine[],
  notes: readonly string[],
): Sheet | SheetRefused {
  const at = lines.findIndex(({ cells }) => cells.filter(cell => cell !== '').length >= 2)
  const head = lines[at]
  if (head === undefined)
    return refused('There is no row of headings: no row has two cells filled in.')
  const width = Math.min(
    mostCells,
    lines.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  )
  const headings = Array.from({ length: width }, (_, place) => {
    const text = (head.cells[place] ?? '').replaceAll(/\s+/g, ' ')
    return text === '' ? `Column ${columnName(place)}` : text
  })
  const above = lines.slice(0, at).flatMap(({ cells }) => cells.filter(cell => cell !== ''))
  const rest = lines.slice(at + 1)
  if (rest.length === 0)
    return refused('There is a row of headings and nothing below it, so nothing was brought.')
  return {
    kind: 'sheet',
    headings,
    lines: rest.map(({ number, cells }) => ({
      number,
      cells: headings.map((_, place) => cells[place] ?? ''),
    })),
    notes: [...notes, ...above.map(text => `Above the headings stands: “${text.slice(0, 200)}”.`)],
  }
}

/** 'A', 'Z', 'AA', as spreadsheets call their columns. */
function columnName(place: number): string {
  const letter = String.fromCodePoint(65 + (place % 26))
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter
}

export const refused = (message: string): SheetRefused => ({ kind: 'refused', message })
