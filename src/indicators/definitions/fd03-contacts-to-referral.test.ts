import { contacts, referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { contactsToReferral } from './fd03-contacts-to-referral.ts'

test('a contact led to a referral where one followed within five working days', () => {
  // The fifth working day after Monday 2 March 2026 is Monday 9 March.
  const made = record()
    .child('same day')
    .had(contacts, { receivedOn: '2026-03-02' })
    .had(referrals, { referredOn: '2026-03-02' })
    .child('fifth day')
    .had(contacts, { receivedOn: '2026-03-02' })
    .had(referrals, { referredOn: '2026-03-09' })
    .child('sixth day')
    .had(contacts, { receivedOn: '2026-03-02' })
    .had(referrals, { referredOn: '2026-03-10' })
    .child('before')
    .had(contacts, { receivedOn: '2026-03-02' })
    .had(referrals, { referredOn: '2026-03-01' })
    .child('days end in April')
    .had(contacts, { receivedOn: '2026-03-30' })
  expect(made.in('2026-03', contactsToReferral)).toEqual({
    counted: ['same day', 'fifth day'],
    not: ['sixth day', 'before'],
  })
})
