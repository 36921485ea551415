import { careEpisodes, careReviews } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { careReviewsInTime } from './ca13-care-reviews-in-time.ts'

test('the first review comes within 20 working days, the second within three months', () => {
  // The 20th working day after Monday 5 January 2026 is Monday 2 February.
  const care = { startedOn: '2026-01-05', startReason: 'S' }
  const made = record()
    .child('in time')
    .had(careEpisodes, care)
    .had(careReviews, { heldOn: '2026-02-02' })
    .child('a day late')
    .had(careEpisodes, care)
    .had(careReviews, { heldOn: '2026-02-03' })
    .child('not at all')
    .had(careEpisodes, care)
    .child('new')
    .had(careEpisodes, { ...care, startedOn: '2026-03-09' })
  expect(made.in('2026-03', careReviewsInTime)).toEqual({
    counted: ['in time'],
    not: ['a day late', 'not at all'],
  })
  // By 2 May the second was due.
  expect(made.in('2026-04', careReviewsInTime).counted).toEqual(['in time'])
  expect(made.in('2026-05', careReviewsInTime).counted).toEqual([])
})

test('later reviews come within six months, whatever happened more than a year ago', () => {
  const made = record()
    .child('in care for long')
    .had(careEpisodes, { startedOn: '2020-01-06', startReason: 'S' })
    .had(careReviews, { heldOn: '2025-02-10' })
    .had(careReviews, { heldOn: '2025-08-10' })
    .had(careReviews, { heldOn: '2026-02-10' })
    .child('a day late')
    .had(careEpisodes, { startedOn: '2020-01-06', startReason: 'S' })
    .had(careReviews, { heldOn: '2025-02-10' })
    .had(careReviews, { heldOn: '2025-08-11' })
    .had(careReviews, { heldOn: '2026-02-10' })
    .child('earlier ones unknown')
    .had(careEpisodes, { startedOn: '2020-01-06', startReason: 'S' })
    .had(careReviews, { heldOn: '2025-09-30' })
  expect(made.in('2026-03', careReviewsInTime)).toEqual({
    counted: ['in care for long'],
    not: ['a day late', 'earlier ones unknown'],
  })
  expect(made.in('2026-02', careReviewsInTime).counted).toEqual(['in care for long'])
})
