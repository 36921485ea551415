import { careEpisodes, careReviews } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { latestCareReviewOnTime } from './ca13l-latest-care-review-on-time.ts'

test('the latest review in this period of care is no more than six months ago', () => {
  const care = { startedOn: '2025-03-03', startReason: 'S' }
  const made = record()
    .child('six months')
    .had(careEpisodes, care)
    .had(careReviews, { heldOn: '2025-12-30' })
    .child('a day more')
    .had(careEpisodes, care)
    .had(careReviews, { heldOn: '2025-12-29' })
    .child('before care')
    .had(careEpisodes, { ...care, startedOn: '2026-04-01' })
    .had(careReviews, { heldOn: '2026-03-01' })
    .child('new')
    .had(careEpisodes, { ...care, startedOn: '2026-06-02' })
  expect(made.in('2026-06', latestCareReviewOnTime)).toEqual({
    counted: ['six months'],
    not: ['a day more', 'before care'],
  })
})
