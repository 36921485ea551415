import { assessments } from '#records'
import { indicator } from '../definition.ts'
import { includesCode } from '../words.ts'

export const domesticAbuseFound = indicator('AF01', {
  name: 'Domestic abuse of a parent or carer found in assessments, rate per 10,000 children',
  family: 'Assessment factors',
  words: {
    everyone: 'assessments authorised in the month that found domestic abuse of a parent or carer',
  },
  of: assessments,
  when: a => a.authorisedOn,
  where: a => includesCode(a.factors, '3B'),
  per10kChildren: true,
  needs: ['factors'],
  good: 'neutral',
  source: ['cin:Assessments', 'ssd:ssd_assessment_factors'],
})
