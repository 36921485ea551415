import { involvements, needEpisodes } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { monthsBefore } from '../words.ts'

export const socialWorkersAChild = indicator('WF11', {
  name: 'Social workers that a child has had in the year',
  family: 'Workforce',
  words: {
    everyone: 'children in need at the end of the month, by the workers of the last 12 months',
  },
  of: needEpisodes,
  when: openAtMonthEnd,
  eachChildOnce: true,
  measure: {
    summary: 'mean',
    unit: 'workers',
    of: (e, day) => e.child.differentBetween(involvements, 'worker', monthsBefore(12, day), day),
  },
  uses: [involvements],
  looksBack: 12,
  good: 'low',
  source: ['ssd:ssd_cin_episodes', 'ssd:ssd_involvements'],
})
