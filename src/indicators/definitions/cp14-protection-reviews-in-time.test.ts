import { protectionPlans, protectionReviews } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { protectionReviewsInTime } from './cp14-protection-reviews-in-time.ts'

test('the first review comes within three months', () => {
  const made = record()
    .child('on the last day')
    .had(protectionPlans, { startedOn: '2025-12-01' })
    .had(protectionReviews, { heldOn: '2026-03-01' })
    .child('a day late')
    .had(protectionPlans, { startedOn: '2025-12-01' })
    .had(protectionReviews, { heldOn: '2026-03-02' })
    .child('not at all')
    .had(protectionPlans, { startedOn: '2025-12-01' })
    .child('due that day')
    .had(protectionPlans, { startedOn: '2025-12-31' })
    .child('under three months')
    .had(protectionPlans, { startedOn: '2026-01-02' })
  expect(made.in('2026-03', protectionReviewsInTime)).toEqual({
    counted: ['on the last day', 'due that day'],
    not: ['a day late', 'not at all'],
  })
})

test('later reviews come within six months of the one before', () => {
  const plan = { startedOn: '2025-05-01' }
  const made = record()
    .child('in time')
    .had(protectionPlans, plan)
    .had(protectionReviews, { heldOn: '2025-08-01' })
    .had(protectionReviews, { heldOn: '2026-02-01' })
    .child('a day late')
    .had(protectionPlans, plan)
    .had(protectionReviews, { heldOn: '2025-08-01' })
    .had(protectionReviews, { heldOn: '2026-02-02' })
    .child('late long ago')
    .had(protectionPlans, { startedOn: '2023-01-02' })
    .had(protectionReviews, { heldOn: '2023-09-01' })
    .had(protectionReviews, { heldOn: '2025-03-02' })
    .had(protectionReviews, { heldOn: '2025-09-02' })
    .had(protectionReviews, { heldOn: '2026-03-01' })
  expect(made.in('2026-03', protectionReviewsInTime)).toEqual({
    counted: ['in time', 'late long ago'],
    not: ['a day late'],
  })
})
