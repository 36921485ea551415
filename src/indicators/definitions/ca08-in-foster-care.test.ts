import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { inFosterCare } from './ca08-in-foster-care.ts'

test('a child in hospital for some days still lives with the foster carers', () => {
  const care = { startedOn: '2025-03-02', startReason: 'S' }
  const made = record()
    .child('with foster carers')
    .had(careEpisodes, { ...care, placementType: 'U3' })
    .child('in hospital')
    .had(careEpisodes, { ...care, placementType: 'U6', endedOn: '2026-03-29', endReason: 'X1' })
    .had(careEpisodes, { startedOn: '2026-03-29', startReason: 'P', placementType: 'T1' })
    .child('in a home')
    .had(careEpisodes, { ...care, placementType: 'K2' })
    .child('moved to a home')
    .had(careEpisodes, { ...care, placementType: 'U6', endedOn: '2026-03-31', endReason: 'X1' })
    .had(careEpisodes, { startedOn: '2026-03-31', startReason: 'P', placementType: 'K2' })
  expect(made.in('2026-03', inFosterCare)).toEqual({
    counted: ['with foster carers', 'in hospital'],
    not: ['in a home', 'moved to a home'],
  })
})
