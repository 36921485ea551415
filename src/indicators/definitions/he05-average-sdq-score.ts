import { healthChecks } from '#records'
import { indicator } from '../definition.ts'
import { isBetween } from '../words.ts'

export const averageSdqScore = indicator('HE05', {
  name: 'Average strengths and difficulties score',
  family: 'Health of children in care',
  words: {
    everyone:
      'strengths and difficulties questionnaires of children aged 5 to 16 scored in the month',
    caution: 'From 0 to 40. A score of 17 or more is a cause for concern, 14 to 16 is borderline.',
  },
  of: healthChecks,
  when: c => c.checkedOn,
  where: (c, day) => c.kind === 'sdq' && c.score !== null && isBetween(5, c.child.ageOn(day), 16),
  measure: { summary: 'mean', unit: 'points', of: c => c.score ?? Number.NaN },
  needs: ['score'],
  good: 'low',
  source: ['ssd:ssd_sdq_scores'],
})
