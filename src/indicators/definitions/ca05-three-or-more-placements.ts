import { periodsOfCare, placements } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { monthsBefore } from '../words.ts'

export const threeOrMorePlacements = indicator('CA05', {
  name: 'Children in care with three or more placements in the year',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    counted:
      'had had three or more placements in the 12 months to that day, the one they were in when the 12 months began included',
    caution: 'Hospital stays, holidays and other temporary placements are not counted.',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (p, day) => p.child.spellsBetween(placements, monthsBefore(12, day), day) >= 3,
  uses: [placements],
  looksBack: 12,
  alsoBy: ['placement'],
  good: 'low',
  source: ['ssda903:episodes', 'ssd:ssd_cla_placement'],
})
