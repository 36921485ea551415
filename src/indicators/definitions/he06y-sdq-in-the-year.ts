import { healthReturns } from '#records'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween } from '../words.ts'

export const sdqInTheYear = indicator('HE06Y', {
  name: 'Strengths and difficulties score given (yearly return)',
  family: 'Health of children in care',
  words: {
    everyone: 'children aged 5 to 16 who had been in care for 12 months or more on 31 March',
    counted: 'have a strengths and difficulties score for the year',
    caution: 'The council’s own yearly answer (OC2), once a year.',
  },
  of: healthReturns,
  when: describedAtMonthEnd,
  where: (r, day) => isBetween(5, r.child.ageOn(day), 16),
  that: r => r.sdqScore !== null,
  good: 'high',
  source: ['ssda903:oc2'],
})
