import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { immunisationChecks } from '../timelines.ts'
import { hasLasted, withinMonths } from '../words.ts'

export const immunisationsUpToDate = indicator('HE04', {
  name: 'Immunisations up to date',
  family: 'Health of children in care',
  words: {
    everyone: 'children at the end of the month who had been in care for 12 months or more',
    counted: 'were recorded in the last 12 months as having their immunisations up to date',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  where: (p, day) => hasLasted(12, p.startedOn, day),
  eachChildOnce: true,
  that: (p, day) => withinMonths(12, p.child.latest(immunisationChecks, day), day),
  uses: [immunisationChecks],
  looksBack: 12,
  good: 'high',
  source: ['ssd:ssd_cla_immunisations'],
})
