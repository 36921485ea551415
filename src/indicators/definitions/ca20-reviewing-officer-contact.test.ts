import { careEpisodes, careReviews, reviewerContacts } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { reviewingOfficerContact } from './ca20-reviewing-officer-contact.ts'

test('a contact on or after the last review counts, and one before it does not', () => {
  const care = { startedOn: '2025-06-02', startReason: 'S' }
  const made = record()
    .child('on the day of the review')
    .had(careEpisodes, care)
    .had(careReviews, { heldOn: '2026-02-10' })
    .had(reviewerContacts, { contactOn: '2026-02-10' })
    .child('the day before it')
    .had(careEpisodes, care)
    .had(careReviews, { heldOn: '2026-02-10' })
    .had(reviewerContacts, { contactOn: '2026-02-09' })
    .child('no review yet')
    .had(careEpisodes, care)
    .had(reviewerContacts, { contactOn: '2025-06-20' })
    .child('in an earlier time in care')
    .had(careEpisodes, care)
    .had(reviewerContacts, { contactOn: '2025-01-20' })
    .child('after the month')
    .had(careEpisodes, care)
    .had(reviewerContacts, { contactOn: '2026-04-01' })
  expect(made.in('2026-03', reviewingOfficerContact)).toEqual({
    counted: ['on the day of the review', 'no review yet'],
    not: ['the day before it', 'in an earlier time in care', 'after the month'],
  })
})
