import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { timesMissing } from '../timelines.ts'
import { monthsBefore } from '../words.ts'

export const missingInTheYear = indicator('MI01', {
  name: 'Children in care who went missing in the year',
  family: 'Missing and exploitation',
  words: {
    everyone: 'children in care at the end of the month',
    counted: 'had gone missing at least once in the 12 months to that day, while in care',
    caution:
      'The national figure is of all children in care at any time in the year, so it is not the same.',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  eachChildOnce: true,
  that: (p, day) => {
    const dayBeforeCare = (p.startedOn ?? day) - 1
    const from = Math.max(monthsBefore(12, day), dayBeforeCare)
    return p.child.countBetween(timesMissing, from, day) > 0
  },
  uses: [timesMissing],
  looksBack: 12,
  alsoBy: ['placement'],
  good: 'low',
  source: ['ssda903:missing', 'ssd:ssd_missing'],
})
