import { referrals } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { referralsFromPolice } from './fd11-referrals-from-police.ts'

test('the police are 6', () => {
  const made = record()
    .child('police')
    .had(referrals, { referredOn: '2026-03-10', source: '6' })
    .child('court')
    .had(referrals, { referredOn: '2026-03-10', source: '7' })
  expect(made.in('2026-03', referralsFromPolice)).toEqual({ counted: ['police'], not: ['court'] })
})
