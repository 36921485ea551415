import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { firstEducationPlans } from './ed01-first-education-plan-in-time.ts'

test('a share of a month: first plans made in time', () => {
  expect(entered(firstEducationPlans, 'March 2026', 7, 8)).toEqual({
    period: 'March 2026',
    value: 87.5,
  })
  expect(entered(firstEducationPlans, 'March 2026', 0, 0).value).toBeNull()
})
