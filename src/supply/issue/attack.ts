import type { Shown } from '#disclosure'

/** A line of a table as somebody sees it who wants to know what is kept back. */
export interface SeenLine {
  /** What its cells can be, each one list of values. */
  readonly cells: readonly (readonly number[])[]
  /** Each total that is known, and over which cells. */
  readonly totals: readonly { readonly of: readonly number[]; readonly value: number }[]
  /** Whether all its cells are known to hold the same. */
  readonly same?: true
}

/** Tables of the same county: what each of their columns comes to is the same in all. */
export interface SeenTables {
  readonly tables: readonly (readonly SeenLine[])[]
  readonly county: SeenLine
}

/** The values that a cell can have: what is shown, or from the least to the most. */
export const valuesOf = (
  cell: Shown | undefined,
  least: number,
  most: number,
): readonly number[] =>
  cell?.kind === 'number'
    ? [cell.value]
    : Array.from({ length: most - least + 1 }, (_, place) => least + place)

type Line = readonly number[]

/**
 * Everybody’s attack: all tables that agree with what is shown. Gives for each line of each table, and
 * for the county last, the values that each of its cells can have.
 */
export function attack({ tables, county }: SeenTables): readonly (readonly Set<number>[])[][] {
  const lines = tables.map(table => table.map(linesOf))
  const around = lines.map(each => each.map((_, place) => sumsOf(each.toSpliced(place, 1))))
  const whole = lines.map(sumsOf)
  const feet = linesOf(county).filter(foot => whole.every(sums => sums.has(foot.join())))
  const found = lines.map((table, t) =>
    table.map((candidates, r) => {
      const others = around[t]?.[r]
      return valuesIn(
        candidates.filter(line =>
          feet.some(foot => others?.has(foot.map((value, c) => value - (line[c] ?? 0)).join())),
        ),
      )
    }),
  )
  return [...found, [valuesIn(feet)]]
}

function linesOf({ cells, totals, same }: SeenLine): readonly Line[] {
  const all = cells.reduce<readonly Line[]>(
    (made, values) => made.flatMap(line => values.map(value => [...line, value])),
    [[]],
  )
  const possible = same ? all.filter(line => line.every(value => value === line[0])) : all
  return possible.filter(line =>
    totals.every(({ of, value }) => of.reduce((sum, c) => sum + (line[c] ?? 0), 0) === value),
  )
}

/** What lines can come to together, each line being one of its candidates. */
function sumsOf(lines: readonly (readonly Line[])[]): ReadonlySet<string> {
  let sums = new Map<string, Line>()
  for (const candidates of lines) {
    const next = new Map<string, Line>()
    const before = sums.size === 0 ? [[]] : [...sums.values()]
    for (const sum of before)
      for (const line of candidates) {
        const more = line.map((value, c) => value + (sum[c] ?? 0))
        next.set(more.join(), more)
      }
    sums = next
  }
  return new Set(sums.keys())
}

function valuesIn(lines: readonly Line[]): readonly Set<number>[] {
  return (lines[0] ?? []).map((_, c) => new Set(lines.map(line => line[c] ?? 0)))
}
