import { referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { referralsRate } from './fd06-referrals.ts'

test('a month of referrals reads as a rate a year', () => {
  const made = record()
    .child('one')
    .had(referrals, { referredOn: '2026-03-01' })
    .had(referrals, { referredOn: '2026-03-31' })
    .child('another')
    .had(referrals, { referredOn: '2026-04-01' })
  expect(made.in('2026-03', referralsRate).counted).toEqual(['one', 'one'])
  // Two in a month, times twelve, of 10,000 children.
  expect(made.value('2026-03', referralsRate)).toBe(24)
})
