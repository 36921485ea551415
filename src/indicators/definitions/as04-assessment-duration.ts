import { workingDaysBetween } from '#calendar'
import { assessments } from '#records'
import { indicator } from '../definition.ts'

export const assessmentDuration = indicator('AS04', {
  name: 'How long assessments take',
  family: 'Assessment',
  words: { everyone: 'assessments authorised in the month, from their start' },
  of: assessments,
  when: a => a.authorisedOn,
  measure: {
    summary: 'median',
    unit: 'working days',
    of: a => workingDaysBetween(a.startedOn, a.authorisedOn),
  },
  good: 'low',
  source: ['annex-a:4', 'cin:Assessments', 'ssd:ssd_cin_assessments'],
})
