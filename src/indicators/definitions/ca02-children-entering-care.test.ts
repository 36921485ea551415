import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childrenEnteringCare } from './ca02-children-entering-care.ts'

test('a child enters care once, however many episodes follow', () => {
  const made = record()
    .child('entered')
    .had(careEpisodes, {
      startedOn: '2026-03-02',
      startReason: 'S',
      endedOn: '2026-03-20',
      endReason: 'X1',
    })
    .had(careEpisodes, { startedOn: '2026-03-20', startReason: 'P' })
    .child('moved')
    .had(careEpisodes, {
      startedOn: '2025-03-02',
      startReason: 'S',
      endedOn: '2026-03-20',
      endReason: 'X1',
    })
    .had(careEpisodes, { startedOn: '2026-03-20', startReason: 'P' })
    .child('came back')
    .had(careEpisodes, {
      startedOn: '2025-03-02',
      startReason: 'S',
      endedOn: '2025-05-01',
      endReason: 'E4A',
    })
    .had(careEpisodes, { startedOn: '2026-03-20', startReason: 'S' })
  expect(made.in('2026-03', childrenEnteringCare).counted).toEqual(['entered', 'came back'])
})
