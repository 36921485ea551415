import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leftToSpecialGuardianship } from './pe01-special-guardianship.ts'

test('special guardianship by any of its codes', () => {
  const left = (endReason: string) => ({
    startedOn: '2025-03-02',
    startReason: 'S',
    endedOn: '2026-03-10',
    endReason,
  })
  const made = record()
    .child('former carer')
    .had(careEpisodes, left('E46'))
    .child('relative')
    .had(careEpisodes, left('E47'))
    .child('home')
    .had(careEpisodes, left('E4A'))
  expect(made.in('2026-03', leftToSpecialGuardianship)).toEqual({
    counted: ['former carer', 'relative'],
    not: ['home'],
  })
})
