import { caseloads } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const averageCaseload = indicator('WF05', {
  name: 'Average caseload',
  family: 'Workforce',
  words: {
    everyone: 'workers with at least one child allocated to them at the end of the month',
    caution: 'Each worker counts as one, whether full time or part time.',
  },
  of: caseloads,
  when: openAtMonthEnd,
  measure: { summary: 'mean', unit: 'children', of: c => c.children ?? Number.NaN },
  good: 'low',
  source: ['ssda903:sw_episodes', 'ssd:ssd_involvements'],
})
