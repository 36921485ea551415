import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { offeredAnAdvocate } from './vo02-offered-an-advocate.ts'

test('a share of a quarter: children offered an advocate', () => {
  expect(entered(offeredAnAdvocate, '2026-03', 360, 450)).toEqual({
    period: '31 March 2026',
    value: 80,
  })
  expect(entered(offeredAnAdvocate, '2026-03', 0, 0).value).toBeNull()
  expect(() => entered(offeredAnAdvocate, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
