import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { strategySameDay } from './cp02-strategy-discussion-before-enquiry.ts'

test('a share of a month: enquiries with a strategy discussion on or before their first day', () => {
  expect(entered(strategySameDay, 'March 2026', 57, 60)).toEqual({
    period: 'March 2026',
    value: 95,
  })
  expect(entered(strategySameDay, 'March 2026', 0, 0).value).toBeNull()
})
