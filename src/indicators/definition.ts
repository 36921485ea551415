import type { Day, Month } from '#calendar'
import type { Fields, List, Row, Timeline } from '#records'
import type { Standard, StandardKey } from './local-standards.ts'
import type { Dimension, HomeDimension } from './slices.ts'

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

/** A change of a definition that could change a figure. */
export interface Change {
  /** The version that it made: 2 for the first change. */
  readonly version: number
  /**
   * The first month, as '2026-04', that is shown as the new version counts it. Earlier months stay
   * as the version before had them, wherever that version had counted them.
   */
  readonly from: `${number}-${number}`
  /** What is counted otherwise, as a sentence. */
  readonly says: string
}

/** What every indicator has, whether it is counted from records or entered. */
interface Named {
  readonly name: string
  readonly family: string
  readonly words: Wording
  readonly good: Good
  readonly law?: Law
  /** Goes up by one whenever a change to the definition could change a figure. */
  readonly version?: number
  /** What each version after the first changed, oldest first. */
  readonly changes?: readonly Change[]
  /** What it is broken down by besides what every indicator is: where a child in care lives. */
  readonly alsoBy?: readonly HomeDimension[]
  /** The council's own standards that it counts by: their value on the event's day holds. */
  readonly standards?: readonly StandardKey[]
}

export type When<F extends Fields> =
  | ((row: Row<F>, standard: Standard) => Day | null)
  | typeof openAtMonthEnd
  | typeof describedAtMonthEnd

interface What<F extends Fields> extends Named {
  /** The kinds of file and list that can answer it: 'annex-a:4', 'cin:Assessments', 'ssd:ssd_cin_assessments'. */
  readonly source: readonly string[]

  /** The rows it is about. */
  readonly of: List<string, F>
  /** The day that puts a row into a month; or every row open, or described, at the month's end. */
  readonly when: When<F>
  /** Leaves rows out altogether. `day` is the day above, or the last day of the month. */
  readonly where?: (row: Row<F>, day: Day, standard: Standard) => boolean
  /** Counts a child once a month, however many of its rows there are. */
  readonly eachChildOnce?: boolean

  /** Which of those rows are counted: makes a percentage. */
  readonly that?: (row: Row<F>, day: Day, standard: Standard) => boolean
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

/** An indicator that is counted from the records of children: who it is about, and which of them count. */
export interface RecordDefinition extends Omit<What<Fields>, 'version'> {
  readonly kind: 'record'
  readonly code: string
  readonly version: number
  readonly unit: Unit
}

/** How often there is a figure. */
export type Every = 'month' | 'quarter' | 'term' | 'year'

interface SeriesWhat extends Named {
  readonly unit: Unit
  /** What is entered above the line, in words: 'Social workers who left in the year'. */
  readonly numerator: string
  /** What is entered below it; none for a count. */
  readonly denominator?: string
  /** Without an entered denominator the number of children in the area stands below the line. */
  readonly overChildren?: boolean
  /** For an average, what it is in: 'points', 'pounds'. */
  readonly measure?: { readonly summary: 'mean'; readonly unit: string }
  /** For a rate, of how many people. */
  readonly per?: number
  readonly every: Every
  /** For a yearly figure, the month in which its year ends, 1 to 12. */
  readonly yearEnds?: number
  /** Whether it is so on the last day of the period, and not what happened in it. */
  readonly atEnd?: boolean
  /** Parts of the county that it may be entered for besides the whole. */
  readonly by: readonly Dimension[]
  /** Who holds the numbers, in words. */
  readonly source: readonly string[]
}

/** An indicator that no statutory file answers: somebody enters its figures, and says where from. */
export interface SeriesDefinition extends Omit<SeriesWhat, 'version'> {
  readonly kind: 'series'
  readonly code: string
  readonly version: number
}

export type Definition = RecordDefinition | SeriesDefinition

export function indicator<F extends Fields>(code: string, what: What<F>): RecordDefinition {
  const unit: Unit =
    what.measure !== undefined
      ? 'average'
      : what.that !== undefined
        ? 'percentage'
        : what.per10kChildren === true
          ? 'rate'
          : 'count'
  // Definitions of many lists stand in one library; evaluating pairs each with its own rows again.
  const whole = what as unknown as What<Fields>
  return { ...whole, kind: 'record', code, version: what.version ?? 1, unit }
}

export function series(code: string, what: SeriesWhat): SeriesDefinition {
  return { ...what, kind: 'series', code, version: what.version ?? 1 }
}

export function isOfRecords(definition: Definition): definition is RecordDefinition {
  return definition.kind === 'record'
}

export function isEntered(definition: Definition): definition is SeriesDefinition {
  return definition.kind === 'series'
}

/** Whether it counts what is so on a day, and not what happens in a period. */
export function isSnapshot(definition: Definition): boolean {
  return definition.kind === 'record'
    ? typeof definition.when === 'symbol'
    : definition.atEnd === true
}

/** The month of a change's `from`. */
export function monthOfChange({ from }: Change): Month {
  const [year, month] = from.split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? 1) - 1
}
