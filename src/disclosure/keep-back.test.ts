import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepBack } from './keep-back.ts'
import { isSmall, percentOf, type Shown, signOf } from './published.ts'
import { type Counts, withTotals } from './table.ts'

const signs = (table: readonly (readonly Shown[])[]) => table.map(row => row.map(signOf))

const paperOf = (counts: Counts) => ({ counts, shown: keepBack(counts) })

test('what is small is kept back, a true zero is shown, and a second cell goes with one alone', () => {
  expect(signs(keepBack([[3, 20, 0, 9]]))).toEqual([
    ['c', '20', '0', 'c', '32'],
    ['c', '20', '0', 'c', '32'],
  ])
})

test('a table without small numbers is shown whole', () => {
  expect(
    signs(
      keepBack([
        [6, 20],
        [10, 0],
      ]),
    ),
  ).toEqual([
    ['6', '20', '26'],
    ['10', '0', '10'],
    ['16', '20', '36'],
  ])
})

test('two that both hold 1 beside a total of 2 are not enough: each would be known to be 1', () => {
  const table = signs(keepBack([[1, 1, 8]]))
  expect(table[0]?.filter(sign => sign === 'c').length).toBeGreaterThan(2)
})

/**
 * Everybody’s attack: all tables of whole numbers whose shown cells are as shown and whose others
 * are 1 or more. Gives, for each cell that is kept back, the values that it can have.
 */
function attack(shown: readonly (readonly Shown[])[], most: number): Map<string, Set<number>> {
  const height = shown.length - 1
  const width = (shown[0]?.length ?? 1) - 1
  const possible = new Map<string, Set<number>>()
  const agrees = (value: number, cell: Shown | undefined) =>
    cell?.kind === 'number' ? cell.value === value : value >= 1
  const inside: number[][] = []
  const place = (index: number): void => {
    if (index === height * width) {
      const table = withTotals(inside)
      if (!table.every((row, r) => row.every((value, c) => agrees(value, shown[r]?.[c])))) return
      for (const [r, row] of table.entries())
        for (const [c, value] of row.entries())
          if (shown[r]?.[c]?.kind === 'kept-back') {
            const key = `${r},${c}`
            possible.set(key, (possible.get(key) ?? new Set()).add(value))
          }
      return
    }
    const row = Math.floor(index / width)
    const column = index % width
    const cell = shown[row]?.[column]
    const values =
      cell?.kind === 'number' ? [cell.value] : Array.from({ length: most }, (_, i) => i + 1)
    for (const value of values) {
      inside[row] = [...(inside[row] ?? []).slice(0, column), value]
      place(index + 1)
    }
  }
  place(0)
  return possible
}

const small = (height: number, width: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  })

test('nobody can work out a number that is kept back, from the table and its totals', () => {
  const tables = fc.oneof(small(1, 3), small(2, 2), small(1, 4), small(3, 1), small(2, 1))
  fc.assert(
    fc.property(tables, (counts: Counts) => {
      const shown = keepBack(counts)
      for (const values of attack(shown, 12).values()) expect(values.size).toBeGreaterThan(1)
    }),
    { numRuns: 300 },
  )
})

test('what is shown is true, small numbers are never shown, and zeros always are', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 6 })
        .chain(width =>
          fc.array(
            fc.array(fc.integer({ min: 0, max: 60 }), { minLength: width, maxLength: width }),
            { minLength: 1, maxLength: 8 },
          ),
        ),
      counts => {
        const shown = keepBack(counts)
        const wrong = withTotals(counts).flatMap((row, r) =>
          row.filter((value, c) => {
            const cell = shown[r]?.[c]
            if (value === 0) return cell?.kind !== 'number' || cell.value !== 0
            if (value < 6) return cell?.kind !== 'kept-back'
            return cell?.kind === 'number' && cell.value !== value
          }),
        )
        expect(wrong).toEqual([])
      },
    ),
  )
})

test('in a line whose total is shown never exactly one cell is kept back', () => {
  fc.assert(
    fc.property(small(4, 4), counts => {
      const shown = keepBack(counts)
      const columns = shown[0]?.map((_, c) => shown.map(row => row[c])) ?? []
      for (const line of [...shown, ...columns])
        expect(line.filter(cell => cell?.kind === 'kept-back').length).not.toBe(1)
    }),
  )
})

test('what an earlier paper kept back stays back, though it is no longer small', () => {
  const now = signs(keepBack([[8, 20, 12]], [paperOf([[3, 20, 12]])]))
  // Shown now, 12 would give away that 3 was 35 less 20 less 12.
  expect(now[0]).toEqual(['c', '20', 'c', '40'])
})

test('what an earlier paper has shown is not taken for hidden', () => {
  const now = signs(keepBack([[3, 7, 30]], [paperOf([[9, 7, 24]])]))
  // 7 is known from before, so 30 has to guard 3.
  expect(now[0]).toEqual(['c', '7', 'c', '40'])
})

/** All pairs of rows that agree with two papers, where it is known which cells were corrected. */
function attackTwice(
  first: readonly Shown[],
  second: readonly Shown[],
  isCorrected: readonly boolean[],
): readonly Set<number>[] {
  const width = first.length - 1
  const found = [...first, ...second].map(() => new Set<number>())
  const fits = (cell: Shown | undefined, value: number) =>
    cell?.kind === 'number' ? cell.value === value : value >= 0
  const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0)
  /** Enough is found: each that is kept back can have two values. */
  const isOpen = () =>
    [...first, ...second].every((cell, i) => cell.kind !== 'kept-back' || (found[i]?.size ?? 0) > 1)
  const rows = (shown: readonly Shown[]): number[][] =>
    shown
      .slice(0, width)
      .reduce<number[][]>(
        (made, cell) =>
          made.flatMap(row =>
            (cell.kind === 'number' ? [cell.value] : Array.from({ length: 10 }, (_, i) => i)).map(
              value => [...row, value],
            ),
          ),
        [[]],
      )
  const seconds = rows(second).filter(row => fits(second[width], total(row)))
  for (const before of rows(first).filter(row => fits(first[width], total(row))))
    for (const after of seconds) {
      if (before.some((value, i) => !isCorrected[i] && value !== after[i])) continue
      const both = [...before, total(before), ...after, total(after)]
      for (const [i, value] of both.entries()) found[i]?.add(value)
      if (isOpen()) return found
    }
  return found
}

test('two papers with a correction between them give nothing away together', () => {
  const cells = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 })
  const flags = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(cells, cells, flags, (a, b, isNew) => {
      const corrected = a.map((value, i) => (isNew[i] ? (b[i] ?? 0) : value))
      const first = paperOf([a])
      const shown = [first.shown[0] ?? [], keepBack([corrected], [first])[0] ?? []] as const
      const isCorrected = a.map((value, i) => value !== corrected[i])
      const isSmallAt = [...(withTotals([a])[0] ?? []), ...(withTotals([corrected])[0] ?? [])].map(
        isSmall,
      )
      // Whoever knows which cells were corrected learns no small number inside.
      const knowing = attackTwice(...shown, isCorrected)
      const isInside = (index: number) => index % 4 !== 3
      expect(workedOut(shown.flat(), knowing, i => isSmallAt[i] === true && isInside(i))).toEqual(
        [],
      )
      // Whoever does not know that learns no small total either.
      const guessing = attackTwice(
        ...shown,
        isCorrected.map(() => true),
      )
      expect(workedOut(shown.flat(), guessing, i => isSmallAt[i] === true)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

/** The places of cells that are kept back and can have one value alone. */
const workedOut = (
  shown: readonly Shown[],
  found: readonly ReadonlySet<number>[],
  counts: (index: number) => boolean,
): readonly number[] =>
  shown.flatMap((cell, i) =>
    counts(i) && cell.kind === 'kept-back' && (found[i]?.size ?? 0) < 2 ? [i] : [],
  )

test('a half is rounded away from zero', () => {
  expect(percentOf(1, 8)).toBe(12.5)
  expect(percentOf(1, 80)).toBe(1.3)
  expect(percentOf(3, 2000)).toBe(0.2)
  expect(percentOf(1, 0)).toBeNull()
})
