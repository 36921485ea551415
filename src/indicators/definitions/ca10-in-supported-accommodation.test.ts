import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { inSupportedAccommodation } from './ca10-in-supported-accommodation.ts'

test('supported accommodation by its code before and since 2024', () => {
  const care = { startedOn: '2025-03-02', startReason: 'S' }
  const made = record()
    .child('before')
    .had(careEpisodes, { ...care, placementType: 'H5' })
    .child('since')
    .had(careEpisodes, { ...care, placementType: 'K3' })
    .child('foster care')
    .had(careEpisodes, { ...care, placementType: 'U4' })
  expect(made.in('2026-03', inSupportedAccommodation)).toEqual({
    counted: ['before', 'since'],
    not: ['foster care'],
  })
})
