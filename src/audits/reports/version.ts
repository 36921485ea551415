import { keepBack, numberShown, type Shown } from '#disclosure'
import { FEWEST, type Share, shareOf } from '#practice'
import type { Signal } from '#signals'
import type { Gaps, Report, TeamLine } from './report.ts'
import { type Claim, joinedRows, type Measure, type SpanKey, type Tally, totalIn } from './tally.ts'

/** Whom a report is for. */
export const readers = {
  service: 'The service',
  board: 'The improvement board',
  public: 'Scrutiny and the public',
} as const
export type Reader = keyof typeof readers
// as: the keys of a record are its own.
export const readerKeys = Object.keys(readers) as readonly Reader[]

export interface ShownTally extends Omit<Tally, 'rows'> {
  readonly rows: readonly {
    readonly key: string
    readonly text: string
    /** By span, in their order. */
    readonly cells: readonly Shown[]
  }[]
  readonly totals: readonly Shown[]
}

/** A share, or why none is claimed. */
export interface ShownShare extends Claim {
  readonly share: Share | null
  readonly because: 'none' | 'few' | 'kept back' | null
}

/** The part of a report that one reader is shown. */
export interface Version {
  readonly reader: Reader
  readonly month: number
  readonly isOver: boolean
  readonly tallies: readonly ShownTally[]
  readonly shares: readonly ShownShare[]
  readonly measures: readonly Measure[]
  readonly trend: Signal
  readonly teams: readonly TeamLine[]
  /** Teams that are not shown because too few of their work was audited. */
  readonly teamsLeftOut: number
  /** Null for the public: these are small numbers that say nothing to them. */
  readonly gaps: Gaps | null
}

/**
 * One reader's part of a report. The service sees all of it. The board sees no team of which fewer
 * than ten audits stand. The public sees no team and no single month, and numbers from 1 to 5, with
 * what would give them away, are kept back; a share goes with the numbers that it is made of.
 */
export function versionFor(report: Report, reader: Reader): Version {
  const tallies = report.tallies.map(tally =>
    reader === 'public' ? publicTally(tally) : wholeTally(tally),
  )
  const isPublic = reader === 'public'
  const teams =
    reader === 'service' ? report.teams : report.teams.filter(each => each.audits >= FEWEST)
  return {
    reader,
    month: report.month,
    isOver: report.isOver,
    tallies,
    shares: report.claims
      .filter(({ span }) => !isPublic || span !== 'month')
      .map(claim => shareIn(tallies, claim)),
    measures: isPublic
      ? report.measures.map(each => (each.of < FEWEST ? silenced(each) : each))
      : report.measures,
    trend: report.trend,
    teams: isPublic ? [] : teams,
    teamsLeftOut: isPublic ? 0 : report.teams.length - teams.length,
    gaps: isPublic ? null : report.gaps,
  }
}

function wholeTally(tally: Tally): ShownTally {
  const cells = tally.rows.map(({ key, text, counts }) => ({
    key,
    text,
    cells: counts.map(numberShown),
  }))
  const totals = tally.spans.map(span => numberShown(totalIn(tally, span)))
  return { ...tally, rows: cells, totals }
}

/** One month is too few to publish, and two months would tell each other’s: the year alone. */
function publicTally(tally: Tally): ShownTally {
  const at = tally.spans.findIndex(span => span !== 'month')
  const rows = joinedRows(tally)
  const counts = rows.map(row => [row.counts[at] ?? 0])
  const shown = counts.length === 0 ? [] : keepBack(counts)
  return {
    ...tally,
    spans: tally.spans.filter((_, place) => place === at),
    rows: rows.map(({ key, text }, place) => ({
      key,
      text,
      cells: (shown[place] ?? []).slice(0, 1),
    })),
    totals: shown.length === 0 ? [numberShown(0)] : (shown.at(-1) ?? []).slice(0, 1),
  }
}

const silenced = (measure: Measure): Measure => ({
  ...measure,
  value: null,
  of: 0,
  low: null,
  high: null,
})

/** A cell of a tally, or its total; undefined where this reader has none. */
export function cellIn(
  tallies: readonly ShownTally[],
  tally: string,
  row: string | 'total',
  span: SpanKey,
): Shown | undefined {
  const found = tallies.find(({ key }) => key === tally)
  const at = found?.spans.indexOf(span) ?? -1
  if (row === 'total') return found?.totals[at]
  return found?.rows.find(({ key }) => key === row)?.cells[at]
}

/** Made of what is shown and of nothing else, so that no share can say what its numbers do not. */
function shareIn(tallies: readonly ShownTally[], claim: Claim): ShownShare {
  const tally = tallies.find(({ key }) => key === claim.tally)
  const isThere = (row: string): boolean => tally?.rows.some(({ key }) => key === row) ?? false
  const one = tally?.together?.find(({ rows }) => rows.every(row => claim.rows.includes(row)))
  const rows = one !== undefined && isThere(one.key) ? [one.key] : claim.rows
  const parts = rows.map(row => cellIn(tallies, claim.tally, row, claim.span))
  const whole = cellIn(tallies, claim.tally, 'total', claim.span)
  const numbers = parts.flatMap(each => (each?.kind === 'number' ? [each.value] : []))
  if (parts.some(each => each?.kind === 'kept-back') || whole?.kind === 'kept-back')
    return { ...claim, share: null, because: 'kept back' }
  const of = whole?.kind === 'number' ? whole.value : 0
  if (of === 0) return { ...claim, share: null, because: 'none' }
  if (of < FEWEST || numbers.length < parts.length) return { ...claim, share: null, because: 'few' }
  return { ...claim, share: shareOf(sum(numbers), of), because: null }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
