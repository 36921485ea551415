import type { Sheet } from './sheet-of.ts'

export interface NamedSheet {
  /** The name of the file. */
  readonly name: string
  readonly sheet: Sheet
}

/** Added as the first heading where several files are one table. */
const FILE = 'File'

/** Several tables as one, with a column that says which file each row is from; null for none. */
export function together(named: readonly NamedSheet[]): NamedSheet | null {
  const [first, ...others] = named
  if (first === undefined || others.length === 0) return first ?? null
  const headings = [...new Set(named.flatMap(({ sheet }) => sheet.headings))]
  const rows = named.flatMap(({ name, sheet }) =>
    sheet.lines.map(({ cells }) => [
      name,
      ...headings.map(heading => cells[sheet.headings.indexOf(heading)] ?? ''),
    ]),
  )
  return {
    name: `${first.name} and ${others.length} more`,
    sheet: {
      kind: 'sheet',
      headings: [FILE, ...headings],
      lines: rows.map((cells, place) => ({ number: place + 1, cells })),
      notes: [...new Set(named.flatMap(({ sheet }) => sheet.notes))],
    },
  }
}

/** A table without what stands in some of its columns, and a note of which. */
export function withoutColumns(sheet: Sheet, isOut: (heading: string) => boolean): Sheet {
  const out = sheet.headings.filter(isOut)
  if (out.length === 0) return sheet
  const kept = sheet.headings.flatMap((heading, place) => (isOut(heading) ? [] : [place]))
  const say = out.map(each => `“${each}”`).join(', ')
  return {
    ...sheet,
    headings: kept.flatMap(place => sheet.headings[place] ?? []),
    lines: sheet.lines.map(line => ({
      ...line,
      cells: kept.map(place => line.cells[place] ?? ''),
    })),
    notes: [
      ...sheet.notes,
      `${say} ${out.length === 1 ? 'says' : 'say'} who a child is, so ${out.length === 1 ? 'that column was' : 'those columns were'} left out and ${out.length === 1 ? 'is' : 'are'} not kept.`,
    ],
  }
}
