import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { socialWorkerTurnover } from './wf01-social-worker-turnover.ts'

test('a share of a year: social workers who left in the year, in full-time equivalents', () => {
  expect(entered(socialWorkerTurnover, '2025', 16.5, 140)).toEqual({
    period: 'Year to 30 September 2025',
    value: 11.79,
  })
  expect(entered(socialWorkerTurnover, '2025', 0, 0).value).toBeNull()
  expect(() => entered(socialWorkerTurnover, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
