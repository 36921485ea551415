import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { threeOrMorePlacements } from './ca05-three-or-more-placements.ts'

test('the placement in which the year began counts, temporary ones do not', () => {
  const move = (startedOn: string, endedOn: string | undefined, placementType = 'U6') => ({
    startedOn,
    startReason: startedOn === '2024-01-01' ? 'S' : 'P',
    placementType,
    ...(endedOn === undefined ? {} : { endedOn, endReason: 'X1' }),
  })
  const made = record()
    .child('three')
    .had(careEpisodes, move('2024-01-01', '2025-06-01'))
    .had(careEpisodes, move('2025-06-01', '2025-12-01'))
    .had(careEpisodes, move('2025-12-01', undefined))
    .child('one ended before')
    .had(careEpisodes, move('2024-01-01', '2025-03-31'))
    .had(careEpisodes, move('2025-03-31', '2025-12-01'))
    .had(careEpisodes, move('2025-12-01', undefined))
    .child('hospital')
    .had(careEpisodes, move('2024-01-01', '2025-06-01'))
    .had(careEpisodes, move('2025-06-01', '2025-06-05', 'T1'))
    .had(careEpisodes, move('2025-06-05', undefined))
  expect(made.in('2026-03', threeOrMorePlacements)).toEqual({
    counted: ['three'],
    not: ['one ended before', 'hospital'],
  })
})
