import type { Day } from '#calendar'
import type { Fields, List, Row, Timeline } from '#records'

/** Which way is better. `neutral`: a change is worth knowing and is neither good nor bad in itself. */
export type Good = 'high' | 'low' | 'neutral'

/** A statutory or national timescale and where it is written. */
export interface Law {
  readonly says: string
  readonly document: string
  readonly paragraph: string
  /** The day the text was read, or that it has not been: then the page says so. */
  readonly read: `${number}-${number}-${number}` | 'unverified'
}

/**
 * Said of spells (plans, placements, periods of care): those open at the end of the last day of the
 * month.
 */
export const openAtMonthEnd = Symbol('open at month end')

/**
 * Said of lists that say how young people are on one day (`asOn`: the day of an extract, or 31
 * March): those described on the day that the month is counted on.
 */
export const describedAtMonthEnd = Symbol('described at month end')

export interface Wording {
  /** The whole group, as it reads after "Of the …": 'assessments authorised in the month'. */
  readonly everyone: string
  /** Those counted, as it reads after "how many …": 'were authorised within 45 working days'. */
  readonly counted?: string
  /** What a reader needs to know before relying on the figure. */
  readonly caution?: string
}

export type When<F extends Fields> =
  | ((row: Row<F>) => Day | null)
  | typeof openAtMonthEnd
  | typeof describedAtMonthEnd

interface What<F extends Fields> {
  readonly name: string
  readonly family: string
  readonly words: Wording
  readonly good: Good
  /** The kinds of file and list that can answer it: 'annex-a:4', 'cin:Assessments', 'ssd:ssd_cin_assessments'. */
  readonly source: readonly string[]
  readonly law?: Law
  /** Goes up by one whenever a change to the definition could change a figure. */
  readonly version?: number

  /** The rows it is about. */
  readonly of: List<string, F>
  /** The day that puts a row into a month; or every row open, or described, at the month's end. */
  readonly when: When<F>
  /** Leaves rows out altogether. `day` is the day above, or the last day of the month. */
  readonly where?: (row: Row<F>, day: Day) => boolean
  /** Counts a child once a month, however many of its rows there are. */
  readonly eachChildOnce?: boolean

  /** Which of those rows are counted: makes a percentage. */
  readonly that?: (row: Row<F>, day: Day) => boolean
  /** Counts per 10,000 children of the county; what happens in a month is made a rate a year. */
  readonly per10kChildren?: boolean
  /** A number for each row: makes a median or a mean. Rows whose number is NaN are left out. */
  readonly measure?: {
    readonly summary: 'median' | 'mean'
    readonly unit: string
    readonly of: (row: Row<F>, day: Day) => number
  }

  /**
   * Fields of its own list without which nothing can be said. Where a kind of file does not carry
   * one at all, its months have no figure: "no child was seen alone" would be untrue.
   */
  readonly needs?: readonly (keyof F & string)[]
  /**
   * Where a field of its own list answers in some kinds of file and another list in others: the
   * worker whom Annex A writes beside the plan, or else the list of allocations.
   */
  readonly either?: { readonly field: keyof F & string; readonly or: List }
  /** Timelines and lists it looks at besides its own, so that a missing list is noticed. */
  readonly uses?: readonly (Timeline | List)[]
  /**
   * How many months it has to know about, the month itself counted: 13 for "within 12 months of an
   * earlier one", because an event on the first of the month looks back to the year before.
   */
  readonly looksBack?: number
  /** How many months after the day have to have passed before it can be said. */
  readonly looksAhead?: number
}

export type Unit = 'percentage' | 'count' | 'rate' | 'average'

/** An indicator: who it is about, which of them count, which way is better, and where that is written. */
export interface Definition extends Omit<What<Fields>, 'version'> {
  readonly code: string
  readonly version: number
  readonly unit: Unit
}

export function indicator<F extends Fields>(code: string, what: What<F>): Definition {
  const unit: Unit =
    what.measure !== undefined
      ? 'average'
      : what.that !== undefined
        ? 'percentage'
        : what.per10kChildren === true
          ? 'rate'
          : 'count'
  // Definitions of many lists stand in one library; evaluating pairs each with its own rows again.
  return { ...(what as unknown as What<Fields>), code, version: what.version ?? 1, unit }
}

/** Whether it counts what is so on a day, and not what happens in a month. */
export function isSnapshot(definition: Definition): boolean {
  return typeof definition.when === 'symbol'
}
