import { healthReturns } from '#records'
import { describedAtMonthEnd, indicator } from '../definition.ts'

export const immunisationsInTheYear = indicator('HE04Y', {
  name: 'Immunisations up to date (yearly return)',
  family: 'Health of children in care',
  words: {
    everyone: 'children who had been in care for 12 months or more on 31 March',
    counted: 'had their immunisations up to date',
    caution: 'The council’s own yearly answer (OC2), once a year.',
  },
  of: healthReturns,
  when: describedAtMonthEnd,
  where: r => r.immunisations !== null,
  that: r => r.immunisations === true,
  good: 'high',
  source: ['ssda903:oc2'],
})
