import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { inadequateReaudited } from './qa05-inadequate-audits-re-audited.ts'

test('a share of a quarter: audits re-audited within six weeks', () => {
  expect(entered(inadequateReaudited, 'March 2026', 2, 3)).toEqual({
    period: 'January to March 2026',
    value: 66.67,
  })
  expect(entered(inadequateReaudited, 'March 2026', 0, 0).value).toBeNull()
  expect(() => entered(inadequateReaudited, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
