import { contacts } from '#records'
import { indicator } from '../definition.ts'

export const contactsReceived = indicator('FD01', {
  name: 'Contacts received',
  family: 'Front door',
  words: { everyone: 'contacts about children that were received in the month' },
  of: contacts,
  when: c => c.receivedOn,
  good: 'neutral',
  source: ['annex-a:1', 'ssd:ssd_contacts'],
})
