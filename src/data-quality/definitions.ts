import { type Definition, indicator, openAtMonthEnd, series } from '#indicators'
import { assessments, type Child, needEpisodes, periodsOfCare, placements, visits } from '#records'

// Measures of the data itself. They are counted as indicators are, and stand beside the library and
// not in it: a figure is worth what its data is worth.

const family = 'Data quality'

const perThousand = { summary: 'mean', unit: 'in 1,000 rows' } as const

/** What the files brought: one figure an extract, by its kind of file. */
export const ofFiles = {
  rows: series('DQ01', {
    name: 'Rows that were refused',
    family,
    words: {
      everyone: 'rows that stood in the files of an extract',
      counted: 'were left out, because they could not be read or say nothing',
    },
    unit: 'percentage',
    numerator: 'Rows refused',
    denominator: 'Rows found',
    every: 'month',
    atEnd: true,
    by: [],
    good: 'low',
    source: ['Every file that was loaded'],
  }),
  values: series('DQ02', {
    name: 'Values that were refused',
    family,
    words: {
      everyone: 'values that were left out although their row was kept, in every 1,000 rows',
    },
    unit: 'average',
    measure: perThousand,
    numerator: 'Values refused, times 1,000',
    denominator: 'Rows found',
    every: 'month',
    atEnd: true,
    by: [],
    good: 'low',
    source: ['Every file that was loaded'],
  }),
  doubts: series('DQ03', {
    name: 'Doubtful values',
    family,
    words: { everyone: 'values that were kept and are worth a look, in every 1,000 rows' },
    unit: 'average',
    measure: perThousand,
    numerator: 'Doubtful values, times 1,000',
    denominator: 'Rows found',
    every: 'month',
    atEnd: true,
    by: [],
    good: 'low',
    source: ['Every file that was loaded'],
  }),
} as const

/** What of the files is about the children of one team. */
export const ofTeam = series('DQ04', {
  name: 'Refused and doubtful values of the team’s children',
  family,
  words: { everyone: 'rows and values of the team’s children that were refused or are doubtful' },
  unit: 'count',
  numerator: 'Rows and values refused or doubtful',
  every: 'month',
  atEnd: true,
  by: ['team'],
  good: 'low',
  source: ['Every file that was loaded'],
})

const supported = {
  family,
  of: needEpisodes,
  when: openAtMonthEnd,
  eachChildOnce: true,
  good: 'low',
  source: ['annex-a:6', 'cin:CINdetails', 'ssd:ssd_cin_episodes'],
} as const

const supportedChildren = 'children supported by social care at the end of the month'

const missing = (
  code: string,
  what: string,
  counted: string,
  isMissing: (child: Child) => boolean,
) =>
  indicator(code, {
    ...supported,
    name: `Children with no ${what} recorded`,
    words: { everyone: supportedChildren, counted },
    that: row => isMissing(row.child),
  })

/** What the record lacks or contradicts, month by month and team by team. */
export const ofRecords = [
  missing('DQ11', 'ethnicity', 'had no ethnicity recorded', child => child.ethnicity === ''),
  missing('DQ12', 'disability', 'had nothing recorded of whether they are disabled', child => {
    return child.disabled === null
  }),
  missing('DQ13', 'date of birth', 'had no date of birth recorded', child => child.bornOn === null),
  missing('DQ14', 'sex', 'had no sex recorded', child => child.sex === ''),
  indicator('DQ15', {
    name: 'Assessments that end before they begin',
    family,
    words: {
      everyone: 'assessments authorised in the month',
      counted: 'had a start after the day on which they were authorised, or none',
    },
    of: assessments,
    when: row => row.authorisedOn,
    that: row =>
      row.startedOn === null || (row.authorisedOn !== null && row.startedOn > row.authorisedOn),
    good: 'low',
    source: ['annex-a:4', 'cin:Assessments', 'ssd:ssd_cin_assessments'],
  }),
  indicator('DQ16', {
    name: 'Visits that do not say whether the child was seen alone',
    family,
    words: {
      everyone: 'visits made in the month',
      counted: 'said nothing of whether the child was seen alone',
    },
    of: visits,
    when: row => row.visitedOn,
    that: row => row.seenAlone === null,
    needs: ['seenAlone'],
    good: 'low',
    source: ['ssd:ssd_cin_visits', 'ssd:ssd_cp_visits', 'ssd:ssd_cla_visits'],
  }),
  indicator('DQ17', {
    name: 'Children in care with no placement recorded',
    family,
    words: {
      everyone: 'children in care at the end of the month',
      counted: 'had no placement, or one of no kind',
    },
    of: periodsOfCare,
    when: openAtMonthEnd,
    eachChildOnce: true,
    uses: [placements],
    that: (row, day) => !row.child.isIn(placements, day),
    good: 'low',
    source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_episodes'],
  }),
] as const

export const qualityDefinitions: readonly Definition[] = [
  ...Object.values(ofFiles),
  ofTeam,
  ...ofRecords,
]
