import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { healthPlansIn20Weeks } from './ed09-ehc-plans-in-20-weeks.ts'

test('a share of a month: plans issued within 20 weeks', () => {
  expect(entered(healthPlansIn20Weeks, 'March 2026', 31, 50)).toEqual({
    period: 'March 2026',
    value: 62,
  })
  expect(entered(healthPlansIn20Weeks, 'March 2026', 0, 0).value).toBeNull()
})
