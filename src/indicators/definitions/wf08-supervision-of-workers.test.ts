import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { workersSupervised } from './wf08-supervision-of-workers.ts'

test('a share of a month: workers supervised within the standard', () => {
  expect(entered(workersSupervised, 'March 2026', 108, 120)).toEqual({
    period: '31 March 2026',
    value: 90,
  })
  expect(entered(workersSupervised, 'March 2026', 0, 0).value).toBeNull()
})
