import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { adoptedFromCare } from './pe03-adopted.ts'

test('adopted, opposed or not', () => {
  const left = (endReason: string) => ({
    startedOn: '2025-03-02',
    startReason: 'S',
    endedOn: '2026-03-10',
    endReason,
  })
  const made = record()
    .child('unopposed')
    .had(careEpisodes, left('E11'))
    .child('consent dispensed with')
    .had(careEpisodes, left('E12'))
    .child('not said')
    .had(careEpisodes, left(''))
  expect(made.in('2026-03', adoptedFromCare)).toEqual({
    counted: ['unopposed', 'consent dispensed with'],
    not: ['not said'],
  })
})
