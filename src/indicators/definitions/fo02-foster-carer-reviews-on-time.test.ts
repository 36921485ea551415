import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { fosterReviews } from './fo02-foster-carer-reviews-on-time.ts'

test('a share of a month: households reviewed in the last 12 months', () => {
  expect(entered(fosterReviews, 'March 2026', 171, 180)).toEqual({
    period: '31 March 2026',
    value: 95,
  })
  expect(entered(fosterReviews, 'March 2026', 0, 0).value).toBeNull()
})
