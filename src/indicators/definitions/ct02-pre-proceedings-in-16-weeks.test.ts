import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { preProceedingsIn16Weeks } from './ct02-pre-proceedings-in-16-weeks.ts'

test('a share of a quarter: pre-proceedings that ended within 16 weeks', () => {
  expect(entered(preProceedingsIn16Weeks, 'January to March 2026', 12, 15)).toEqual({
    period: 'January to March 2026',
    value: 80,
  })
  expect(entered(preProceedingsIn16Weeks, 'January to March 2026', 0, 0).value).toBeNull()
  expect(() => entered(preProceedingsIn16Weeks, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
