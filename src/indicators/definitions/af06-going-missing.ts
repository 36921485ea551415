import { assessments } from '#records'
import { indicator } from '../definition.ts'
import { includesCode } from '../words.ts'

export const goingMissingFound = indicator('AF06', {
  name: 'Going missing found in assessments, rate per 10,000 children',
  family: 'Assessment factors',
  words: { everyone: 'assessments authorised in the month that found that the child goes missing' },
  of: assessments,
  when: a => a.authorisedOn,
  where: a => includesCode(a.factors, '10A'),
  per10kChildren: true,
  needs: ['factors'],
  good: 'neutral',
  source: ['cin:Assessments', 'ssd:ssd_assessment_factors'],
})
