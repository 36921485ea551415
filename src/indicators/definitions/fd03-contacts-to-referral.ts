import { contacts } from '#records'
import { indicator } from '../definition.ts'
import { referralsMade } from '../timelines.ts'
import { withinWorkingDays, workingDaysAfter } from '../words.ts'

const STANDARD = 'referral-after-contact-working-days'

export const contactsToReferral = indicator('FD03', {
  name: 'Contacts that led to a referral',
  family: 'Front door',
  words: {
    everyone:
      'contacts whose time for becoming a referral, by the council’s standard, ended in the month',
    counted: 'were followed by a referral of the same child within that time',
    caution:
      'The files do not say which contact a referral came from, so the days between them decide.',
  },
  of: contacts,
  when: (c, standard) => workingDaysAfter(standard(STANDARD, c.receivedOn), c.receivedOn),
  that: (c, _, standard) =>
    withinWorkingDays(
      standard(STANDARD, c.receivedOn),
      c.receivedOn,
      c.child.first(referralsMade, c.receivedOn),
    ),
  uses: [referralsMade],
  looksBack: 2,
  standards: [STANDARD],
  good: 'neutral',
  source: ['annex-a:1', 'annex-a:3', 'ssd:ssd_contacts', 'ssd:ssd_cin_episodes'],
})
