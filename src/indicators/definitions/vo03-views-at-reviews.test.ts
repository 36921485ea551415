import { careReviews, protectionReviews } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { viewsAtReviews } from './vo03-views-at-reviews.ts'

test('reviews of both kinds count, each by whether the child took part', () => {
  const made = record()
    .child('spoke', { bornOn: '2015-01-01' })
    .had(protectionReviews, { heldOn: '2026-03-10', participation: 'PN1' })
    .child('both', { bornOn: '2015-01-01' })
    .had(protectionReviews, { heldOn: '2026-03-10', participation: 'PN7' })
    .had(careReviews, { heldOn: '2026-03-12', participation: 'PN6' })
    .child('under four', { bornOn: '2022-03-11' })
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN7' })
    .child('said to be under four')
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN0' })
    .child('age not known')
    .had(careReviews, { heldOn: '2026-03-10', participation: 'PN5' })
    .child('not held')
    .had(careReviews, { participation: 'PN1' })
  expect(made.in('2026-03', viewsAtReviews)).toEqual({
    counted: ['spoke', 'both', 'age not known'],
    not: ['both'],
  })
})
