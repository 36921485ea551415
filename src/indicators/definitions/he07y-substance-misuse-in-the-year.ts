import { healthReturns } from '#records'
import { describedAtMonthEnd, indicator } from '../definition.ts'

export const substanceMisuseInTheYear = indicator('HE07Y', {
  name: 'Children in care found to misuse substances (yearly return)',
  family: 'Health of children in care',
  words: {
    everyone: 'children who had been in care for 12 months or more on 31 March',
    counted: 'were found to have a substance misuse problem in the year',
    caution: 'The council’s own yearly answer (OC2), once a year.',
  },
  of: healthReturns,
  when: describedAtMonthEnd,
  where: r => r.substanceMisuse !== null,
  that: r => r.substanceMisuse === true,
  good: 'low',
  source: ['ssda903:oc2'],
})
