import { healthReturns } from '#records'
import { describedAtMonthEnd, indicator } from '../definition.ts'

export const healthAssessmentInTheYear = indicator('HE02Y', {
  name: 'Health assessment in the year (yearly return)',
  family: 'Health of children in care',
  words: {
    everyone: 'children who had been in care for 12 months or more on 31 March',
    counted: 'had their annual health assessment in the year',
    caution: 'The council’s own yearly answer (OC2), once a year.',
  },
  of: healthReturns,
  when: describedAtMonthEnd,
  where: r => r.healthAssessment !== null,
  that: r => r.healthAssessment === true,
  good: 'high',
  source: ['ssda903:oc2'],
})
