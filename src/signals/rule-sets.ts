/** The rules in words that are stored with a figure, so that an old verdict stays explained. */
export type RuleName = 'outside-limits' | 'trend' | 'two-in-three' | 'one-side'

export type RuleSetName = 'mdc-2023' | 'nhsr-0.2.2' | 'anhoej'

/**
 * A named, dated set of rules. A set is never edited once figures were published with it: a change
 * is a new set.
 */
export type RuleSet = {
  readonly name: RuleSetName
  readonly source: string
  /** Below this many points there are no limits and no verdict, only a run chart. */
  readonly fewestPoints: number
  /** Points on one side, and points rising or falling, that make a signal. */
  readonly runLength: number
  readonly trendLength: number
  /** Whether a moving range of 3.267 times the average or more is left out, once. */
  readonly screens: boolean
  /** Whether points outside the limits count towards two in three. */
  readonly outsideCountsInTwoInThree: boolean
}

export const ruleSets: Readonly<Record<RuleSetName, RuleSet>> = {
  // NHS England's workbook does not screen moving ranges; 13 points and the wider two in three
  // are of the announcement of 6 November 2023.
  'mdc-2023': {
    name: 'mdc-2023',
    source: 'NHS England, Making Data Count, as announced on 6 November 2023',
    fewestPoints: 13,
    runLength: 7,
    trendLength: 7,
    screens: false,
    outsideCountsInTwoInThree: true,
  },
  'nhsr-0.2.2': {
    name: 'nhsr-0.2.2',
    source: 'The R package NHSRplotthedots, version 0.2.2',
    fewestPoints: 1,
    runLength: 7,
    trendLength: 7,
    screens: true,
    outsideCountsInTwoInThree: false,
  },
  anhoej: {
    name: 'anhoej',
    source: 'Anhøj and Olesen 2014: longest run and number of crossings about the median',
    fewestPoints: 10,
    runLength: 7,
    trendLength: 7,
    screens: false,
    outsideCountsInTwoInThree: false,
  },
}
