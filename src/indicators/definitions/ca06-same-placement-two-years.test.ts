import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { samePlacementTwoYears } from './ca06-same-placement-two-years.ts'

test('two years in one placement, or with the placement before an adoption', () => {
  const start = { startedOn: '2023-01-09', startReason: 'S', placementType: 'U6' }
  const moved = (day: string) => ({ ...start, endedOn: day, endReason: 'X1' })
  const young = { bornOn: '2015-05-05' }
  const made = record()
    .child('two years', young)
    .had(careEpisodes, moved('2024-03-31'))
    .had(careEpisodes, { startedOn: '2024-03-31', startReason: 'P', placementType: 'U4' })
    .child('a day less', young)
    .had(careEpisodes, moved('2024-04-01'))
    .had(careEpisodes, { startedOn: '2024-04-01', startReason: 'P', placementType: 'U4' })
    .child('for adoption', young)
    .had(careEpisodes, moved('2025-11-03'))
    .had(careEpisodes, { startedOn: '2025-11-03', startReason: 'P', placementType: 'A6' })
    .child('sixteen', { bornOn: '2010-03-31' })
    .had(careEpisodes, start)
    .child('new to care', young)
    .had(careEpisodes, { ...start, startedOn: '2023-10-01' })
  expect(made.in('2026-03', samePlacementTwoYears)).toEqual({
    counted: ['two years', 'for adoption'],
    not: ['a day less'],
  })
})
