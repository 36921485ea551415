import { involvements, periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { monthsBefore } from '../words.ts'

export const threeSocialWorkers = indicator('CA21', {
  name: 'Children in care with three or more social workers in the year',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'had had three or more social workers in the 12 months to that day',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (p, day) =>
    p.child.differentBetween(involvements, 'worker', monthsBefore(12, day), day) >= 3,
  uses: [involvements],
  looksBack: 12,
  good: 'low',
  source: ['ssda903:sw_episodes', 'ssd:ssd_involvements'],
})
