import { contacts } from '#records'
import { indicator } from '../definition.ts'
import { withinWorkingDays } from '../words.ts'

export const contactsDecidedIn1Day = indicator('FD02', {
  name: 'Contacts decided within 1 working day',
  family: 'Front door',
  words: {
    everyone: 'contacts about children that were received in the month',
    counted: 'had a manager’s decision on what to do next within one working day',
    caution: 'A contact with no recorded decision counts as not decided in time.',
  },
  of: contacts,
  when: c => c.receivedOn,
  that: c => withinWorkingDays(1, c.receivedOn, c.decidedOn),
  needs: ['decidedOn'],
  good: 'high',
  law: {
    says: 'A decision on the next steps within one working day of a referral being received',
    document: 'Working Together to Safeguard Children 2023',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['ssd:ssd_contacts'],
})
