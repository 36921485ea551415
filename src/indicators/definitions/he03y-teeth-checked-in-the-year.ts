import { healthReturns } from '#records'
import { describedAtMonthEnd, indicator } from '../definition.ts'

export const teethCheckedInTheYear = indicator('HE03Y', {
  name: 'Teeth checked in the year (yearly return)',
  family: 'Health of children in care',
  words: {
    everyone: 'children who had been in care for 12 months or more on 31 March',
    counted: 'had their teeth checked by a dentist in the year',
    caution: 'The council’s own yearly answer (OC2), once a year.',
  },
  of: healthReturns,
  when: describedAtMonthEnd,
  where: r => r.teethCheck !== null,
  that: r => r.teethCheck === true,
  good: 'high',
  source: ['ssda903:oc2'],
})
