import { caseloads } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { localStandards } from '../local-standards.ts'

const ceiling = localStandards.caseloadCeiling

export const workersAboveCaseloadCeiling = indicator('WF06', {
  name: 'Workers above the caseload ceiling',
  family: 'Workforce',
  words: {
    everyone: 'workers with at least one child allocated to them at the end of the month',
    counted: `had more than ${ceiling} children`,
    caution: 'The number of children is the council’s own ceiling.',
  },
  of: caseloads,
  when: openAtMonthEnd,
  that: c => (c.children ?? 0) > ceiling,
  good: 'low',
  source: ['ssd:ssd_involvements'],
})
