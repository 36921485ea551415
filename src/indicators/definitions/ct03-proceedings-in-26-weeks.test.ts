import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { proceedingsIn26Weeks } from './ct03-proceedings-in-26-weeks.ts'

test('a share of a quarter: proceedings that ended within 26 weeks', () => {
  expect(entered(proceedingsIn26Weeks, '2026-06', 9, 20)).toEqual({
    period: 'April to June 2026',
    value: 45,
  })
  expect(entered(proceedingsIn26Weeks, '2026-06', 0, 0).value).toBeNull()
  expect(() => entered(proceedingsIn26Weeks, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
