/**
 * Counts in rows and columns, whole numbers from 0. Totals are not given: they are what the cells
 * come to, and they are cells of the margins themselves.
 */
export type Counts = readonly (readonly number[])[]

/**
 * A cell by its row and column. The row after the last is that of the totals of columns, and the
 * column after the last that of the totals of rows; where both meet is the total of all.
 */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** The counts with their margins: one row and one column more. */
export function withTotals(counts: Counts): readonly (readonly number[])[] {
  const rows = counts.map(row => [...row, sum(row)])
  const width = counts[0]?.length ?? 0
  const foot = Array.from({ length: width + 1 }, (_, column) =>
    sum(rows.map(row => row[column] ?? 0)),
  )
  return [...rows, foot]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
