import { workingDaysBetween } from '#calendar'
import { assessments } from '#records'
import { indicator } from '../definition.ts'

export const assessmentsIn45Days = indicator('AS01', {
  name: 'Assessments completed within 45 working days',
  family: 'Assessment',
  words: {
    everyone: 'assessments authorised in the month',
    counted: 'were authorised within 45 working days of starting',
  },
  of: assessments,
  when: a => a.authorisedOn,
  that: a => workingDaysBetween(a.startedOn, a.authorisedOn) <= 45,
  good: 'high',
  law: {
    says: 'No longer than 45 working days from the point of referral',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:4', 'cin:Assessments', 'ssd:ssd_cin_assessments'],
})
