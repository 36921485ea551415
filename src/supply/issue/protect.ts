import { givenAway, keepBack, keptBack, type Paper, type Shown } from '#disclosure'
import type { Dimension } from '#indicators'

/** The counts of a part of the county: of a share those who count and those who do not, else one. */
export interface Part {
  readonly name: string
  readonly cells: readonly number[]
}

/** One indicator in one month: the county, and the parts that it comes to, once for each breakdown. */
export interface MonthCounts {
  readonly county: readonly number[]
  readonly breakdowns: readonly { readonly by: Dimension; readonly parts: readonly Part[] }[]
}

/** The same as the public may see it. Each line ends with its total. */
export interface MonthShown {
  readonly county: readonly Shown[]
  readonly breakdowns: readonly {
    readonly by: Dimension
    readonly parts: readonly { readonly name: string; readonly cells: readonly Shown[] }[]
  }[]
}

/** An issue that is out, for one indicator in one month. */
export interface EarlierMonth {
  readonly counts: MonthCounts
  readonly shown: MonthShown
}

/**
 * Keeps back what is small and what would give it away: in each table, between the breakdowns of one
 * county, and against the issues before.
 *
 * All breakdowns have the county's figures for their totals. So the county comes first and by itself,
 * and its figures have one fate everywhere. Where one of them is kept back, so is every breakdown of
 * that month, whole: two breakdowns that each leave a total open could give it away between them. Where
 * all are shown, each breakdown is a table with known totals, and nothing ties it to another. One that
 * cannot be made safe with its totals in sight is kept back whole, and if an earlier issue has shown
 * of it, so is the month: what the totals went up by could be somebody.
 */
export function protectMonth(
  counts: MonthCounts,
  earlier: readonly EarlierMonth[] = [],
): MonthShown {
  const width = counts.county.length
  if (earlier.some(each => each.counts.county.length !== width)) return nothingOf(counts)
  const ofCounty = earlier.map(
    ({ counts: then, shown }): Paper => ({
      counts: [then.county],
      shown: [shown.county, shown.county],
    }),
  )
  const county = keepBack([counts.county], ofCounty)[0] ?? []
  const isShown = county.every(cell => cell.kind === 'number')
  const breakdowns = counts.breakdowns.map(({ by, parts }) => ({
    by,
    parts,
    table: isShown ? tableOf(parts, papersOf(by, parts, earlier), county) : null,
  }))
  const isGiven = breakdowns.some(
    ({ by, parts, table }) => table === null && isShown && !canBeWhole(by, parts, earlier),
  )
  if (isGiven) return nothingOf(counts)
  return {
    county,
    breakdowns: breakdowns.map(({ by, parts, table }) => ({
      by,
      parts: parts.map(({ name }, place) => ({ name, cells: table?.[place] ?? lineOf(width) })),
    })),
  }
}

const lineOf = (width: number): readonly Shown[] =>
  Array.from({ length: width + 1 }, () => keptBack)

function nothingOf({ county, breakdowns }: MonthCounts): MonthShown {
  const line = lineOf(county.length)
  return {
    county: line,
    breakdowns: breakdowns.map(({ by, parts }) => ({
      by,
      parts: parts.map(({ name }) => ({ name, cells: line })),
    })),
  }
}

/** A breakdown whose totals are shown; null where it would give away what it keeps back. */
function tableOf(
  parts: readonly Part[],
  papers: readonly Paper[],
  county: readonly Shown[],
): readonly (readonly Shown[])[] | null {
  const counts = parts.map(({ cells }) => cells)
  const unsaid = counts.map(row => [...row, unseen].map(() => unseen))
  const withTotalsInSight = [...papers, { counts, shown: [...unsaid, county] }]
  const shown = keepBack(counts, withTotalsInSight)
  return givenAway(counts, shown, withTotalsInSight) === null ? shown : null
}

/** What a paper did not have. */
const unseen: Shown = { kind: 'not-available' }

/** With its totals in sight a breakdown says nothing, if it has more parts than one and none was shown. */
function canBeWhole(
  by: Dimension,
  parts: readonly Part[],
  earlier: readonly EarlierMonth[],
): boolean {
  const before = papersOf(by, parts, earlier)
  return (
    parts.length > 1 &&
    !before.some(({ shown }) => shown.flat().some(cell => cell.kind === 'number'))
  )
}

/** The same breakdown as earlier issues had it, in the order of today's parts. */
function papersOf(
  by: Dimension,
  parts: readonly Part[],
  earlier: readonly EarlierMonth[],
): readonly Paper[] {
  return earlier.flatMap(({ counts, shown }) => {
    const then = counts.breakdowns.find(each => each.by === by)?.parts
    const seen = shown.breakdowns.find(each => each.by === by)?.parts
    if (then === undefined || seen === undefined) return []
    const nothing = counts.county.map(() => 0)
    return [
      {
        counts: parts.map(({ name }) => then.find(each => each.name === name)?.cells ?? nothing),
        shown: [
          ...parts.map(
            ({ name }) =>
              seen.find(each => each.name === name)?.cells ?? [...nothing, 0].map(() => unseen),
          ),
          shown.county,
        ],
      },
    ]
  })
}
