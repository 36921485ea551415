import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { coreGroupIn10Days } from './cp17-core-group-in-10-days.ts'

test('a share of a month: plans with a core group within 10 working days', () => {
  expect(entered(coreGroupIn10Days, '2026-03', 22, 25)).toEqual({ period: 'March 2026', value: 88 })
  expect(entered(coreGroupIn10Days, '2026-03', 0, 0).value).toBeNull()
})
