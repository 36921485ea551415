import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { inChildrensHomes } from './ca09-in-childrens-homes.ts'

test('homes and secure homes count, other residential settings do not', () => {
  const care = { startedOn: '2025-03-02', startReason: 'S' }
  const made = record()
    .child('home')
    .had(careEpisodes, { ...care, placementType: 'K2' })
    .child('secure home')
    .had(careEpisodes, { ...care, placementType: 'K1' })
    .child('residential school')
    .had(careEpisodes, { ...care, placementType: 'S1' })
    .child('not said')
    .had(careEpisodes, care)
  expect(made.in('2026-03', inChildrensHomes)).toEqual({
    counted: ['home', 'secure home'],
    not: ['residential school', 'not said'],
  })
})
