import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { substanceProblems } from '../timelines.ts'
import { hasLasted, withinMonths } from '../words.ts'

export const substanceMisuse = indicator('HE07', {
  name: 'Children in care found to misuse substances',
  family: 'Health of children in care',
  words: {
    everyone: 'children at the end of the month who had been in care for 12 months or more',
    counted: 'were found to have a substance misuse problem in the last 12 months',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(12, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => withinMonths(12, p.child.latest(substanceProblems, day), day),
  uses: [substanceProblems],
  looksBack: 12,
  good: 'low',
  source: ['ssd:ssd_cla_substance_misuse'],
})
