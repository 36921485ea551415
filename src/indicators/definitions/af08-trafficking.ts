import { assessments } from '#records'
import { indicator } from '../definition.ts'
import { includesCode } from '../words.ts'

export const traffickingFound = indicator('AF08', {
  name: 'Trafficking found in assessments, rate per 10,000 children',
  family: 'Assessment factors',
  words: {
    everyone: 'assessments authorised in the month that found that trafficking is a concern',
  },
  of: assessments,
  when: a => a.authorisedOn,
  where: a => includesCode(a.factors, '12A'),
  per10kChildren: true,
  needs: ['factors'],
  good: 'neutral',
  source: ['cin:Assessments', 'ssd:ssd_assessment_factors'],
})
