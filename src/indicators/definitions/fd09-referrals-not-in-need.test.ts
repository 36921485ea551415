import { referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { referralsNotInNeed } from './fd09-referrals-not-in-need.ts'

test('only a referral that says so found the child not in need', () => {
  const made = record()
    .child('yes')
    .had(referrals, { referredOn: '2026-03-10', notInNeed: true })
    .child('no')
    .had(referrals, { referredOn: '2026-03-10', notInNeed: false })
    .child('not said')
    .had(referrals, { referredOn: '2026-03-10' })
  expect(made.in('2026-03', referralsNotInNeed)).toEqual({
    counted: ['yes'],
    not: ['no', 'not said'],
  })
})

test('an Annex A workbook, which does not say, gives no figure', () => {
  const made = record().child('a child').had(referrals, { referredOn: '2026-03-10' })
  expect(made.value('2026-03', referralsNotInNeed)).toBeNull()
})
