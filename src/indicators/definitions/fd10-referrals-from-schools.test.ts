import { referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { referralsFromSchools } from './fd10-referrals-from-schools.ts'

test('schools are 2A, other education services are not', () => {
  const made = record()
    .child('school')
    .had(referrals, { referredOn: '2026-03-10', source: '2A' })
    .child('education service')
    .had(referrals, { referredOn: '2026-03-10', source: '2B' })
    .child('not said')
    .had(referrals, { referredOn: '2026-03-10' })
  expect(made.in('2026-03', referralsFromSchools)).toEqual({
    counted: ['school'],
    not: ['education service', 'not said'],
  })
})
