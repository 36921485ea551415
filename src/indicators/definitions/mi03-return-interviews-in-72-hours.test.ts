import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { returnInterviewsIn72Hours } from './mi03-return-interviews-in-72-hours.ts'

test('a share of a month: interviews within 72 hours', () => {
  expect(entered(returnInterviewsIn72Hours, 'March 2026', 19, 30)).toEqual({
    period: 'March 2026',
    value: 63.33,
  })
  expect(entered(returnInterviewsIn72Hours, 'March 2026', 0, 0).value).toBeNull()
})
