import { isSmall, keptBack, numberShown, type Shown } from './published.ts'
import { type Cell, type Counts, withTotals } from './table.ts'
import { isWorkedOut } from './working-out.ts'

/** A paper with the same table that cannot be called back: its counts as they were then, and what it showed. */
export interface Paper {
  readonly counts: Counts
  readonly shown: readonly (readonly Shown[])[]
}

type Hidden = readonly (readonly boolean[])[]
type Values = readonly (readonly number[])[]

/**
 * A table with its totals as the public may see it: what is small is kept back, and then as much
 * else as is needed so that nothing that is kept back can be worked out, the least numbers first;
 * not from the table itself, and not from it and the papers before it. What was kept back once
 * stays so, at zero too: shown, it would say what stood there before.
 */
export function keepBack(
  counts: Counts,
  papers: readonly Paper[] = [],
): readonly (readonly Shown[])[] {
  const values = withTotals(counts)
  const before = papers.map(paper => ({ values: withTotals(paper.counts), shown: paper.shown }))
  /** Shown before with the number that it has now: keeping it back would hide nothing. */
  const isKnown = (row: number, column: number): boolean =>
    before.some(paper => {
      const cell = paper.shown[row]?.[column]
      return cell?.kind === 'number' && cell.value === values[row]?.[column]
    })
  const wasKeptBack = (row: number, column: number): boolean =>
    before.some(paper => paper.shown[row]?.[column]?.kind === 'kept-back')
  const hidden = values.map((row, r) =>
    row.map((value, c) => !isKnown(r, c) && (isSmall(value) || wasKeptBack(r, c))),
  )
  for (;;) {
    const exposed = exposedIn(values, hidden, before)
    const next = exposed && nextToHide(values, hidden, exposed, isKnown)
    if (next === undefined) break
    const row = hidden[next.row]
    if (row !== undefined) row[next.column] = true
  }
  return values.map((row, r) =>
    row.map((value, c) => (hidden[r]?.[c] ? keptBack : numberShown(value))),
  )
}

/** A cell that is kept back and can be worked out, and the question that asks it again. */
interface Exposed {
  readonly cell: Cell
  readonly stillWith: (hidden: Hidden) => boolean
}

/**
 * A cell that is kept back and can be worked out all the same, from the table or with the papers before
 * it; null where there is none. `keepBack` leaves one where all that could guard it is known already.
 */
export function givenAway(
  counts: Counts,
  shown: readonly (readonly Shown[])[],
  papers: readonly Paper[] = [],
): Cell | null {
  const values = withTotals(counts)
  const hidden = values.map((row, r) => row.map((_, c) => shown[r]?.[c]?.kind === 'kept-back'))
  const before = papers.map(paper => ({ values: withTotals(paper.counts), shown: paper.shown }))
  return exposedIn(values, hidden, before)?.cell ?? null
}

type Before = { readonly values: Values; readonly shown: readonly (readonly Shown[])[] }

function exposedIn(values: Values, hidden: Hidden, before: readonly Before[]): Exposed | undefined {
  const cells = values.flatMap((row, r) => row.map((_, c): Cell => ({ row: r, column: c })))
  for (const cell of cells) {
    const isHidden = hidden[cell.row]?.[cell.column] ?? false
    const stillWith = (now: Hidden): boolean => isWorkedOut(values, now, cell)
    if (isHidden && stillWith(hidden)) return { cell, stillWith }
    for (const paper of before) {
      const wasShown = paper.shown[cell.row]?.[cell.column]?.kind === 'number'
      // Shown then and kept back now: by how much it changed would give it away.
      if (!wasShown || !isHidden) continue
      const isGiven = (now: Hidden): boolean => isChangeWorkedOut(values, now, paper, cell)
      if (isGiven(hidden) && canGuard(values, hidden, paper, cell))
        return { cell, stillWith: isGiven }
    }
  }
  return undefined
}

/**
 * Whether anything that is still shown was corrected too. Where nothing was, the correction of what
 * is kept back was known before: it is that of a total whose cells were all shown.
 */
function canGuard(values: Values, hidden: Hidden, before: Before, cell: Cell): boolean {
  return values.some((row, r) =>
    row.some(
      (value, c) =>
        (r !== cell.row || c !== cell.column) &&
        value > 0 &&
        hidden[r]?.[c] === false &&
        before.values[r]?.[c] !== value &&
        before.shown[r]?.[c]?.kind === 'number',
    ),
  )
}

/**
 * Whether somebody who has an earlier paper, and knows which cells were corrected since, can work
 * out by how much one was: it then needs only what that paper showed. What a line of corrections
 * comes to is the correction of its total; by how much a cell changed can be any number.
 */
function isChangeWorkedOut(values: Values, hidden: Hidden, before: Before, cell: Cell): boolean {
  const unknown = values.map((row, r) =>
    row.map((value, c) => {
      const isCorrected = before.values[r]?.[c] !== value
      const wasHidden = before.shown[r]?.[c]?.kind === 'kept-back'
      return isCorrected && (wasHidden || (hidden[r]?.[c] ?? false))
    }),
  )
  const anything = values.map(row => row.map(() => Number.POSITIVE_INFINITY))
  return isWorkedOut(anything, unknown, cell)
}

/**
 * The cell that is kept back next, to guard one that could be worked out: one that is enough by
 * itself before one that is not, in its row or column before elsewhere, inside before a total, and
 * the least first. A zero guards nothing, for a true zero is always shown.
 */
function nextToHide(
  values: Values,
  hidden: Hidden,
  { cell: guarded, stillWith }: Exposed,
  isKnown: (row: number, column: number) => boolean,
): Cell | undefined {
  const height = values.length
  const width = values[0]?.length ?? 0
  const isFree = (row: number, column: number): boolean =>
    hidden[row]?.[column] === false && !isKnown(row, column)
  const margins = ({ row, column }: Cell): number =>
    Number(row === height - 1) + Number(column === width - 1)
  const beside = ({ row, column }: Cell): boolean =>
    row === guarded.row || column === guarded.column
  const free = values.flatMap((row, r) =>
    row.flatMap((value, c) => {
      if (value === 0 || !isFree(r, c)) return []
      const cell = { row: r, column: c }
      return [{ ...cell, value, margins: margins(cell), beside: beside(cell) }]
    }),
  )
  const ranked = free.toSorted(
    (a, b) => Number(b.beside) - Number(a.beside) || a.margins - b.margins || a.value - b.value,
  )
  return ranked.find(cell => !stillWith(withHidden(hidden, cell))) ?? ranked[0]
}

const withHidden = (hidden: Hidden, { row, column }: Cell): Hidden =>
  hidden.map((cells, r) => (r === row ? cells.with(column, true) : cells))
