import { referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { referralsNoFurtherAction } from './fd08-referrals-no-further-action.ts'

test('only a referral that says so was closed with no further action', () => {
  const made = record()
    .child('yes')
    .had(referrals, { referredOn: '2026-03-10', noFurtherAction: true })
    .child('no')
    .had(referrals, { referredOn: '2026-03-10', noFurtherAction: false })
    .child('not said')
    .had(referrals, { referredOn: '2026-03-10' })
  expect(made.in('2026-03', referralsNoFurtherAction)).toEqual({
    counted: ['yes'],
    not: ['no', 'not said'],
  })
})
