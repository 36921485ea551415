import { healthReturns } from '#records'
import { describedAtMonthEnd, indicator } from '../definition.ts'

export const convictedInTheYear = indicator('HE08Y', {
  name: 'Children in care convicted or cautioned (yearly return)',
  family: 'Health of children in care',
  words: {
    everyone: 'children aged 10 or over who had been in care for 12 months or more on 31 March',
    counted: 'were convicted or cautioned in the year',
    caution: 'The council’s own yearly answer (OC2), once a year.',
  },
  of: healthReturns,
  when: describedAtMonthEnd,
  where: (r, day) => r.convicted !== null && r.child.ageOn(day) >= 10,
  that: r => r.convicted === true,
  good: 'low',
  source: ['ssda903:oc2'],
})
