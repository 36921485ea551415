import { caseloads } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const workersAboveCaseloadCeiling = indicator('WF06', {
  name: 'Workers above the caseload ceiling',
  family: 'Workforce',
  words: {
    everyone: 'workers with at least one child allocated to them at the end of the month',
    counted: 'had more children than the council’s ceiling',
    caution: 'The number of children is the council’s own ceiling.',
  },
  of: caseloads,
  when: openAtMonthEnd,
  that: (c, day, standard) => (c.children ?? 0) > standard('caseload-ceiling', day),
  standards: ['caseload-ceiling'],
  good: 'low',
  source: ['ssd:ssd_involvements'],
})
