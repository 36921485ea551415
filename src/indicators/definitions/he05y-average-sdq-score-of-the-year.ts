import { healthReturns } from '#records'
import { describedAtMonthEnd, indicator } from '../definition.ts'
import { isBetween } from '../words.ts'

export const averageSdqScoreOfTheYear = indicator('HE05Y', {
  name: 'Average strengths and difficulties score (yearly return)',
  family: 'Health of children in care',
  words: {
    everyone:
      'children aged 5 to 16 who had been in care for 12 months or more on 31 March and have a score',
    caution:
      'From 0 to 40. A score of 17 or more is a cause for concern, 14 to 16 is borderline. The council’s own yearly answer (OC2).',
  },
  of: healthReturns,
  when: describedAtMonthEnd,
  where: (r, day) => r.sdqScore !== null && isBetween(5, r.child.ageOn(day), 16),
  measure: { summary: 'mean', unit: 'points', of: r => r.sdqScore ?? Number.NaN },
  good: 'low',
  source: ['ssda903:oc2'],
})
