import { assessments } from '#records'
import { indicator } from '../definition.ts'

export const assessmentsLeadingToSupport = indicator('AS05', {
  name: 'Assessments leading to social care support',
  family: 'Assessment',
  words: {
    everyone: 'assessments authorised in the month',
    counted: 'found that the child needs social care support',
  },
  of: assessments,
  when: a => a.authorisedOn,
  that: a => a.supportNeeded === true,
  needs: ['supportNeeded'],
  good: 'neutral',
  source: ['annex-a:4', 'ssd:ssd_cin_assessments'],
})
