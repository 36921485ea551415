import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { livingWithParents } from './ca12-placed-with-parents.ts'

test('placed with parents is P1', () => {
  const care = { startedOn: '2025-03-02', startReason: 'S' }
  const made = record()
    .child('with parents')
    .had(careEpisodes, { ...care, placementType: 'P1' })
    .child('with relatives')
    .had(careEpisodes, { ...care, placementType: 'U1' })
  expect(made.in('2026-03', livingWithParents)).toEqual({
    counted: ['with parents'],
    not: ['with relatives'],
  })
})
