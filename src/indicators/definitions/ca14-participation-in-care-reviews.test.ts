import { careReviews } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { participationInCareReviews } from './ca14-participation-in-care-reviews.ts'

test('a child took part in person or by giving views; under four is not asked', () => {
  const made = record()
    .child('spoke', { bornOn: '2015-01-01' })
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN1' })
    .child('gave views', { bornOn: '2015-01-01' })
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN6' })
    .child('did not', { bornOn: '2015-01-01' })
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN7' })
    .child('four today', { bornOn: '2022-03-10' })
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN0' })
    .child('four tomorrow', { bornOn: '2022-03-11' })
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN0' })
  expect(made.in('2026-03', participationInCareReviews)).toEqual({
    counted: ['spoke', 'gave views'],
    not: ['did not', 'four today'],
  })
})
