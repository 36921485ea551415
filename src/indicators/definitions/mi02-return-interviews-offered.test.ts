import { missingEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { returnInterviewsOffered } from './mi02-return-interviews-offered.ts'

test('an interview is offered when a missing child is found', () => {
  const found = { startedOn: '2026-02-28', endedOn: '2026-03-01', kind: 'M' }
  const made = record()
    .child('offered')
    .had(missingEpisodes, { ...found, interviewOffered: true })
    .child('not offered')
    .had(missingEpisodes, { ...found, interviewOffered: false })
    .child('not said')
    .had(missingEpisodes, found)
    .child('away')
    .had(missingEpisodes, { ...found, kind: 'A', interviewOffered: true })
    .child('not found yet')
    .had(missingEpisodes, { startedOn: '2026-03-01', kind: 'M' })
  expect(made.in('2026-03', returnInterviewsOffered)).toEqual({
    counted: ['offered'],
    not: ['not offered', 'not said'],
  })
})
