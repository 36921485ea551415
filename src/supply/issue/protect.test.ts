import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall, type Shown, signOf } from '#disclosure'
import type { Dimension } from '#indicators'
import { attack, type SeenLine, valuesOf } from './attack.ts'
import { type MonthCounts, type MonthShown, protectMonth } from './protect.ts'

const month = (
  ...breakdowns: readonly (readonly [Dimension, readonly (readonly number[])[]])[]
): MonthCounts => {
  const first = breakdowns[0]?.[1] ?? []
  return {
    county: (first[0] ?? []).map((_, c) => first.reduce((sum, row) => sum + (row[c] ?? 0), 0)),
    breakdowns: breakdowns.map(([by, rows]) => ({
      by,
      parts: rows.map((cells, place) => ({ name: `${by} ${place}`, cells })),
    })),
  }
}

const signs = ({ county, breakdowns }: MonthShown) => [
  ...breakdowns.map(({ parts }) => parts.map(({ cells }) => cells.map(signOf).join(' '))),
  county.map(signOf).join(' '),
]

test('a small number is kept back with its complement, and another part guards both', () => {
  const counts = month([
    'team',
    [
      [3, 20],
      [9, 14],
      [30, 7],
    ],
  ])
  expect(signs(protectMonth(counts))).toEqual([['c c 23', 'c c 23', '30 7 37'], '42 41 83'])
})

test('where a figure of the county is kept back, so is every breakdown, whole', () => {
  const counts = month(
    [
      'team',
      [
        [2, 20],
        [1, 14],
      ],
    ],
    [
      'sex',
      [
        [3, 30],
        [0, 4],
      ],
    ],
  )
  expect(signs(protectMonth(counts))).toEqual([['c c c', 'c c c'], ['c c c', 'c c c'], 'c c 37'])
})

test('a breakdown that its total would give away is kept back whole, and the total is shown', () => {
  const counts = month(['team', [[1], [1], [1], [1], [1], [1], [0]]], ['sex', [[6], [0]]])
  expect(signs(protectMonth(counts))).toEqual([
    Array.from({ length: 7 }, () => 'c c'),
    ['6 6', '0 0'],
    '6 6',
  ])
})

test('what a total went up by since an earlier issue does not say who was added', () => {
  const before = month(['team', [[8], [20], [30]]])
  const now = month(['team', [[4], [20], [30]]])
  const earlier = { counts: before, shown: protectMonth(before) }
  expect(signs(earlier.shown)).toEqual([['8 8', '20 20', '30 30'], '58 58'])
  // 54 beside the 58 of before would say that the part that is kept back now has 4.
  expect(signs(protectMonth(now, [earlier]))).toEqual([['c c', 'c c', 'c c'], 'c c'])
})

/** The most that whoever attacks takes for possible, of a cell that may hold up to so many. */
const mostOf = (most: number): number => most + 3

const seen = (cells: readonly Shown[], isWhole: boolean, most: number): SeenLine => {
  const inner = cells.slice(0, -1)
  const total = cells.at(-1)
  return {
    cells: inner.map(cell => valuesOf(cell, isWhole ? 0 : 1, most)),
    totals:
      total?.kind === 'number' ? [{ of: inner.map((_, place) => place), value: total.value }] : [],
  }
}

const isHidden = (cell: Shown | undefined): boolean => cell?.kind === 'kept-back'
const isWholeOf = (lines: readonly (readonly Shown[])[]): boolean => lines.flat().every(isHidden)

const rows = (width: number, most: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: width, maxLength: width }), {
    minLength: 2,
    maxLength: 3,
  })

/** Two breakdowns of the same people: what is in the one is dealt out again in the other. */
const counties = (width: number, most: number) =>
  fc.tuple(rows(width, most), fc.infiniteStream(fc.nat(2))).map(([first, dealt]) => {
    const second = Array.from({ length: 3 }, () => Array.from({ length: width }, () => 0))
    for (const row of first)
      for (const [column, value] of row.entries())
        for (let one = 0; one < value; one++) {
          const to = second[dealt.next().value ?? 0]
          if (to !== undefined) to[column] = (to[column] ?? 0) + 1
        }
    return month(['team', first], ['sex', second])
  })

test.each([
  { columns: 1, most: 9, numRuns: 150 },
  { columns: 2, most: 5, numRuns: 50 },
])('no breakdown with its totals and the other breakdowns gives a small number away: %o', of => {
  const most = mostOf(of.most)
  fc.assert(
    fc.property(counties(of.columns, of.most), counts => {
      const shown = protectMonth(counts)
      const found = attack({
        tables: shown.breakdowns.map(({ parts }) => {
          const isWhole = isWholeOf(parts.map(({ cells }) => cells))
          return parts.map(({ cells }) => seen(cells, isWhole, most))
        }),
        county: seenCounty(shown, counts.county.length, most),
      })
      const given = shown.breakdowns.flatMap(({ parts }, t) =>
        parts.flatMap(({ cells, name }, r) =>
          cells.slice(0, -1).flatMap((cell, c) => {
            const values = found[t]?.[r]?.[c]?.size ?? 0
            // A true zero is no secret: a column of nobody has nobody in each of its parts.
            const isNobody = counts.breakdowns[t]?.parts[r]?.cells[c] === 0
            return isHidden(cell) && !isNobody && values < 2 ? [`${name} ${c}`] : []
          }),
        ),
      )
      const ofCounty = (found.at(-1)?.[0] ?? []).filter(
        (values, c) => isHidden(shown.county[c]) && values.size < 2,
      )
      expect([given, ofCounty]).toEqual([[], []])
    }),
    { numRuns: of.numRuns },
  )
})

/** What is known of the county: much, for its figures are the largest. */
function seenCounty({ county }: MonthShown, width: number, most: number): SeenLine {
  const { totals } = seen(county, false, most)
  return {
    cells: county.slice(0, width).map(cell => valuesOf(cell, 0, 3 * most)),
    totals,
  }
}

test('a small number is shown nowhere, and what is shown is true', () => {
  fc.assert(
    fc.property(counties(2, 40), counts => {
      const shown = protectMonth(counts)
      const total = (cells: readonly number[]) => [...cells, cells.reduce((a, b) => a + b, 0)]
      const pairs = [
        ...total(counts.county).map((value, c) => [value, shown.county[c]] as const),
        ...counts.breakdowns.flatMap(({ parts }, t) =>
          parts.flatMap(({ cells }, r) =>
            total(cells).map(
              (value, c) => [value, shown.breakdowns[t]?.parts[r]?.cells[c]] as const,
            ),
          ),
        ),
      ]
      const wrong = pairs.filter(
        ([value, cell]) => cell?.kind === 'number' && (isSmall(value) || cell.value !== value),
      )
      expect(wrong).toEqual([])
    }),
  )
})

test('two issues with a correction between them give no small number away together', () => {
  const corrected = fc
    .tuple(rows(1, 8), fc.array(fc.tuple(fc.boolean(), fc.nat(8)), { minLength: 3, maxLength: 3 }))
    .map(([before, changes]) => ({
      before: month(['team', before]),
      after: month([
        'team',
        before.map(([value = 0], place) => [
          changes[place]?.[0] ? (changes[place]?.[1] ?? 0) : value,
        ]),
      ]),
    }))
  fc.assert(
    fc.property(corrected, ({ before, after }) => {
      const first = protectMonth(before)
      const second = protectMonth(after, [{ counts: before, shown: first }])
      const [then, now] = [first, second].map(each => each.breakdowns[0]?.parts ?? [])
      const wholes = [then, now].map(parts => isWholeOf((parts ?? []).map(({ cells }) => cells)))
      const found = attack({
        tables: [
          (then ?? []).map(({ cells }, place) => {
            const one = before.breakdowns[0]?.parts[place]?.cells[0] ?? 0
            const two = after.breakdowns[0]?.parts[place]?.cells[0] ?? 0
            const was = valuesOf(cells[0], wholes[0] ? 0 : 1, mostOf(8))
            // What was kept back once stays so, at zero too.
            const is = valuesOf(now?.[place]?.cells[0], 0, mostOf(8))
            return one === two ? alike(was, is) : { cells: [was, is], totals: [] }
          }),
        ],
        county: {
          cells: [first, second].map(({ county }) => valuesOf(county[0], 0, 3 * mostOf(8))),
          totals: [],
        },
      })
      const given = (before.breakdowns[0]?.parts ?? []).flatMap((part, place) => {
        const both = [part.cells[0] ?? 0, after.breakdowns[0]?.parts[place]?.cells[0] ?? 0]
        return both.filter(
          (value, which) => isSmall(value) && (found[0]?.[place]?.[which]?.size ?? 0) < 2,
        )
      })
      expect(given).toEqual([])
    }),
    { numRuns: 120 },
  )
})

/** A cell that was not corrected has the same value in both issues. */
function alike(was: readonly number[], is: readonly number[]): SeenLine {
  const both = was.filter(value => is.includes(value))
  return { cells: [both, both], totals: [], same: true }
}
