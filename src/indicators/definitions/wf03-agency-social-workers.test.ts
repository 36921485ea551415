import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { agencyRate } from './wf03-agency-social-workers.ts'

test('a share of a month: agency workers, in full-time equivalents', () => {
  expect(entered(agencyRate, 'March 2026', 19.5, 150)).toEqual({
    period: '31 March 2026',
    value: 13,
  })
  expect(entered(agencyRate, 'March 2026', 0, 0).value).toBeNull()
})
