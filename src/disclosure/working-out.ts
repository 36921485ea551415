import type { Cell } from './table.ts'

/**
 * Can somebody who sees a table, with some of its cells kept back, work one of them out?
 *
 * A row says that its cells come to its total, and so does a column. So a table is a network: rows
 * and columns are its points, and each cell is a line from its row to its column. The totals of
 * rows are the cells of one more column, those of columns the cells of one more row, with the sign
 * turned: what a row holds is what its total takes away. Another table that agrees with all that is
 * shown differs from the true one along closed ways of cells that are kept back, going up in one
 * and down in the next. A cell is safe when there is such a way through it.
 *
 * A cell that is kept back is known to be 1 or more, since a true zero is shown. So a way may not
 * take from a cell that holds 1.
 *
 * @param values with totals, one row and one column more than the table has
 * @param hidden the cells that are kept back, by row and column
 */
export function isWorkedOut(
  values: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  cell: Cell,
): boolean {
  const network = networkOf(values, hidden)
  return !network.closes(cell, 'more') && !network.closes(cell, 'less')
}

type Turn = 'more' | 'less'

function networkOf(
  values: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
) {
  const height = values.length
  const width = values[0]?.length ?? 0
  const isHidden = (row: number, column: number): boolean => hidden[row]?.[column] ?? false
  const canGiveOne = (row: number, column: number): boolean => (values[row]?.[column] ?? 0) > 1

  /**
   * A cell inside and the total of all count with one sign; the totals of rows and of columns with
   * the other. For the ways it is as if a total went less where a cell goes more.
   */
  const isTotal = (row: number, column: number): boolean =>
    (row === height - 1) !== (column === width - 1)
  const can = (row: number, column: number, turn: Turn): boolean => {
    const own = isTotal(row, column) ? (turn === 'more' ? 'less' : 'more') : turn
    return own === 'more' || canGiveOne(row, column)
  }

  /** Whether the cell can go one up (or down), and others that are kept back make up for it. */
  function closes({ row, column }: Cell, turn: Turn): boolean {
    if (!can(row, column, turn)) return false
    const opposite: Turn = turn === 'more' ? 'less' : 'more'
    // From the cell's row by a cell that turns the other way to a column, from there by one that
    // turns as the first to a row, and so on, until the cell's own column is reached.
    const rows = new Set([row])
    const columns = new Set<number>()
    const waiting = [row]
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
      for (let to = 0; to < width; to++) {
        const isItself = from === row && to === column
        if (isItself || columns.has(to) || !isHidden(from, to) || !can(from, to, opposite)) continue
        if (to === column) return true
        columns.add(to)
        for (let next = 0; next < height; next++) {
          if (rows.has(next) || !isHidden(next, to) || !can(next, to, turn)) continue
          rows.add(next)
          waiting.push(next)
        }
      }
    }
    return false
  }
  return { closes }
}
