import { assessments } from '#records'
import { indicator } from '../definition.ts'
import { withinWorkingDays } from '../words.ts'

export const assessmentsIn45Days = indicator('AS01', {
  name: 'Assessments completed within 45 working days',
  family: 'Assessment',
  words: {
    everyone: 'assessments authorised in the month',
    counted: 'were authorised within 45 working days of starting',
    caution:
      'The limit runs from the referral; the files give the start of the assessment, which stands for it.',
  },
  of: assessments,
  when: a => a.authorisedOn,
  that: a => withinWorkingDays(45, a.startedOn, a.authorisedOn),
  good: 'high',
  law: {
    says: 'No longer than 45 working days from the point of referral',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['annex-a:4', 'cin:Assessments', 'ssd:ssd_cin_assessments'],
})
