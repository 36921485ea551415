import { enquiries } from '#records'
import { indicator } from '../definition.ts'

export const section47Enquiries = indicator('CP01', {
  name: 'Section 47 enquiries, rate per 10,000 children',
  family: 'Child protection',
  words: { everyone: 'section 47 enquiries that started in the month' },
  of: enquiries,
  when: e => e.startedOn,
  per10kChildren: true,
  good: 'neutral',
  source: ['annex-a:5', 'cin:Section47', 'ssd:ssd_s47_enquiry'],
})
