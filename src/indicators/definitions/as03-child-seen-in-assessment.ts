import { assessments } from '#records'
import { indicator } from '../definition.ts'

export const childSeenInAssessment = indicator('AS03', {
  name: 'Child seen during assessment',
  family: 'Assessment',
  words: {
    everyone: 'assessments authorised in the month',
    counted: 'say that the child was seen',
  },
  of: assessments,
  when: a => a.authorisedOn,
  that: a => a.childSeen === true,
  needs: ['childSeen'],
  good: 'high',
  source: ['annex-a:4', 'ssd:ssd_cin_assessments'],
})
