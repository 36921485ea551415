import { contacts } from '#records'
import { indicator } from '../definition.ts'
import { localStandards } from '../local-standards.ts'
import { referralsMade } from '../timelines.ts'
import { withinWorkingDays, workingDaysAfter } from '../words.ts'

const days = localStandards.referralAfterContactWorkingDays

export const contactsToReferral = indicator('FD03', {
  name: 'Contacts that led to a referral',
  family: 'Front door',
  words: {
    everyone: `contacts whose ${days} working days for becoming a referral ended in the month`,
    counted: `were followed by a referral of the same child within those ${days} working days`,
    caution:
      'The files do not say which contact a referral came from, so the days between them decide.',
  },
  of: contacts,
  when: c => workingDaysAfter(days, c.receivedOn),
  that: c => withinWorkingDays(days, c.receivedOn, c.child.first(referralsMade, c.receivedOn)),
  uses: [referralsMade],
  looksBack: 2,
  good: 'neutral',
  source: ['annex-a:1', 'annex-a:3', 'ssd:ssd_contacts', 'ssd:ssd_cin_episodes'],
})
