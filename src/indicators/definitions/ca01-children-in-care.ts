import { periodsOfCare } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'

export const childrenInCare = indicator('CA01', {
  name: 'Children in care, rate per 10,000 children',
  family: 'Children in care',
  words: {
    everyone: 'children in care at the end of the month',
    caution: 'Children in a series of short breaks are left out, as in the national figure.',
  },
  of: periodsOfCare,
  when: openAtMonthEnd,
  eachChildOnce: true,
  per10kChildren: true,
  alsoBy: ['placement'],
  good: 'neutral',
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_episodes'],
})
