import { healthReturns } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { teethCheckedInTheYear } from './he03y-teeth-checked-in-the-year.ts'

test('the yearly answer counts in March; children without one are left out', () => {
  const made = record()
    .child('yes', { bornOn: '2010-01-01' })
    .had(healthReturns, { asOn: '2026-03-31', teethCheck: true })
    .child('no', { bornOn: '2010-01-01' })
    .had(healthReturns, { asOn: '2026-03-31', teethCheck: false })
    .child('not asked', { bornOn: '2010-01-01' })
    .had(healthReturns, { asOn: '2026-03-31' })
    .child('last year', { bornOn: '2010-01-01' })
    .had(healthReturns, { asOn: '2025-03-31', teethCheck: true })
  expect(made.in('2026-03', teethCheckedInTheYear)).toEqual({ counted: ['yes'], not: ['no'] })
  expect(made.value('2026-02', teethCheckedInTheYear)).toBeNull()
})
