import { protectionPlans, protectionReviews } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { latestProtectionReviewInTime } from './cp14l-latest-protection-review-in-time.ts'

test('the latest review under the plan is no more than six months ago', () => {
  const plan = { startedOn: '2025-06-02' }
  const made = record()
    .child('six months')
    .had(protectionPlans, plan)
    .had(protectionReviews, { heldOn: '2025-12-30' })
    .child('a day more')
    .had(protectionPlans, plan)
    .had(protectionReviews, { heldOn: '2025-12-29' })
    .child('under an earlier plan')
    .had(protectionPlans, { startedOn: '2026-02-02' })
    .had(protectionReviews, { heldOn: '2026-01-15' })
    .child('new plan')
    .had(protectionPlans, { startedOn: '2026-05-05' })
  expect(made.in('2026-06', latestProtectionReviewInTime)).toEqual({
    counted: ['six months'],
    not: ['a day more', 'under an earlier plan'],
  })
})
