import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { sicknessAbsence } from './wf07-social-worker-sickness.ts'

test('a share of a month: working days lost to sickness', () => {
  expect(entered(sicknessAbsence, 'March 2026', 105, 3_000)).toEqual({
    period: 'March 2026',
    value: 3.5,
  })
  expect(entered(sicknessAbsence, 'March 2026', 0, 0).value).toBeNull()
})
