import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { unregisteredPlacements } from './ca11-unregistered-placements.ts'

test('homes that must be registered and have no number count, others do not', () => {
  const made = record()
    .child('home without a number')
    .had(careEpisodes, { startedOn: '2026-01-05', placementType: 'K2' })
    .child('supported, without')
    .had(careEpisodes, { startedOn: '2026-01-05', placementType: 'H5' })
    .child('home with one')
    .had(careEpisodes, { startedOn: '2026-01-05', placementType: 'K2', urn: '1234567' })
    .child('with a foster carer')
    .had(careEpisodes, { startedOn: '2026-01-05', placementType: 'U6' })
    .child('left')
    .had(careEpisodes, { startedOn: '2026-01-05', placementType: 'K2', endedOn: '2026-03-31' })
  expect(made.in('2026-03', unregisteredPlacements).counted).toEqual([
    'home without a number',
    'supported, without',
  ])
})

test('supported accommodation counts from the day on which it has to be registered', () => {
  const made = record()
    .child('supported')
    .had(careEpisodes, { startedOn: '2023-01-05', placementType: 'H5' })
    .child('in a registered home')
    .had(careEpisodes, { startedOn: '2023-01-05', placementType: 'K2', urn: '1234567' })
  expect(made.value('2023-09', unregisteredPlacements)).toBe(0)
  expect(made.value('2023-10', unregisteredPlacements)).toBe(1)
})
