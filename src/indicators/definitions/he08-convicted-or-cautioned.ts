import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { convictions } from '../timelines.ts'
import { hasLasted, withinMonths } from '../words.ts'

export const convictedOrCautioned = indicator('HE08', {
  name: 'Children in care convicted or cautioned',
  family: 'Health of children in care',
  words: {
    everyone:
      'children aged 10 or over at the end of the month who had been in care for 12 months or more',
    counted: 'were convicted or cautioned in the last 12 months',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(12, p.startedOn, day) && p.child.ageOn(day) >= 10,
  eachChildOnce: true,
  that: (p, day) => withinMonths(12, p.child.latest(convictions, day), day),
  uses: [convictions],
  looksBack: 12,
  good: 'low',
  source: ['ssd:ssd_cla_convictions'],
})
