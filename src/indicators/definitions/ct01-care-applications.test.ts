import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { careApplications } from './ct01-care-applications.ts'

test('a rate of a month: care applications made', () => {
  expect(entered(careApplications, 'March 2026', 12, 151_000)).toEqual({
    period: 'March 2026',
    value: 9.54,
  })
  expect(entered(careApplications, 'March 2026', 0, 0).value).toBeNull()
})
