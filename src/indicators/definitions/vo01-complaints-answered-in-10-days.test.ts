import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { complaintsIn10Days } from './vo01-complaints-answered-in-10-days.ts'

test('a share of a month: complaints answered in time', () => {
  expect(entered(complaintsIn10Days, 'March 2026', 9, 12)).toEqual({
    period: 'March 2026',
    value: 75,
  })
  expect(entered(complaintsIn10Days, 'March 2026', 0, 0).value).toBeNull()
})
