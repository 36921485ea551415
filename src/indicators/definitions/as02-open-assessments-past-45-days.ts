import { assessments } from '#records'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { withinWorkingDays } from '../words.ts'

export const openAssessmentsPast45Days = indicator('AS02', {
  name: 'Open assessments already past 45 working days',
  family: 'Assessment',
  words: {
    everyone: 'assessments open at the end of the month',
    counted: 'had been open for more than 45 working days',
  },
  of: assessments,
  when: openAtMonthEnd,
  that: (a, day) => !withinWorkingDays(45, a.startedOn, day),
  good: 'low',
  law: {
    says: 'No longer than 45 working days from the point of referral',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:4', 'cin:Assessments', 'ssd:ssd_cin_assessments'],
})
