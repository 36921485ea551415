import { enquiries } from '#records'
import { indicator } from '../definition.ts'
import { workingDaysAfter } from '../words.ts'

export const enquiriesLeadingToConference = indicator('CP05', {
  name: 'Section 47 enquiries leading to an initial conference',
  family: 'Child protection',
  words: {
    everyone: 'section 47 enquiries whose 15 working days ended in the month',
    counted: 'led to an initial child protection conference',
    caution: 'A conference held late is added when a later file shows it.',
  },
  of: enquiries,
  when: e => workingDaysAfter(15, e.startedOn),
  that: e => e.conferenceOn !== null,
  needs: ['conferenceOn'],
  looksBack: 2,
  good: 'neutral',
  source: ['annex-a:5', 'cin:Section47', 'ssd:ssd_s47_enquiry'],
})
