import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { auditsGood } from './qa02-audits-graded-good.ts'

test('a share of a month: audits graded good or outstanding', () => {
  expect(entered(auditsGood, 'March 2026', 11, 22)).toEqual({ period: 'March 2026', value: 50 })
  expect(entered(auditsGood, 'March 2026', 0, 0).value).toBeNull()
})
