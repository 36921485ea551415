import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { auditActionsOnTime } from './qa04-audit-actions-on-time.ts'

test('a share of a month: actions completed on time', () => {
  expect(entered(auditActionsOnTime, 'March 2026', 33, 44)).toEqual({
    period: 'March 2026',
    value: 75,
  })
  expect(entered(auditActionsOnTime, 'March 2026', 0, 0).value).toBeNull()
})
