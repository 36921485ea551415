import { referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { reReferrals } from './fd07-re-referrals.ts'

test('a referral less than 12 months after an earlier one is a re-referral', () => {
  const made = record()
    .child('a day less')
    .had(referrals, { referredOn: '2025-03-11' })
    .had(referrals, { referredOn: '2026-03-10' })
    .child('12 months')
    .had(referrals, { referredOn: '2025-03-10' })
    .had(referrals, { referredOn: '2026-03-10' })
    .child('first')
    .had(referrals, { referredOn: '2026-03-10' })
    .child('later one')
    .had(referrals, { referredOn: '2026-03-10' })
    .had(referrals, { referredOn: '2026-05-10' })
  expect(made.in('2026-03', reReferrals)).toEqual({
    counted: ['a day less'],
    not: ['12 months', 'first', 'later one'],
  })
})
