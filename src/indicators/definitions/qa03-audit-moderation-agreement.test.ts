import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { moderationAgreement } from './qa03-audit-moderation-agreement.ts'

test('a share of a month: audits whose grade the moderator agreed', () => {
  expect(entered(moderationAgreement, 'March 2026', 9, 12)).toEqual({
    period: 'March 2026',
    value: 75,
  })
  expect(entered(moderationAgreement, 'March 2026', 0, 0).value).toBeNull()
})
