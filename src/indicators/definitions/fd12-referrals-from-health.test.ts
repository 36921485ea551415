import { referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { referralsFromHealth } from './fd12-referrals-from-health.ts'

test('health services are 3A to 3F', () => {
  const made = record()
    .child('GP')
    .had(referrals, { referredOn: '2026-03-10', source: '3A' })
    .child('other health')
    .had(referrals, { referredOn: '2026-03-10', source: '3F' })
    .child('housing')
    .had(referrals, { referredOn: '2026-03-10', source: '4' })
  expect(made.in('2026-03', referralsFromHealth)).toEqual({
    counted: ['GP', 'other health'],
    not: ['housing'],
  })
})
