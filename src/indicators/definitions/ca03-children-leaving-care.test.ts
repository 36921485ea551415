import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childrenLeavingCare } from './ca03-children-leaving-care.ts'

test('a child leaves when the last episode ends, and not by moving', () => {
  const made = record()
    .child('left')
    .had(careEpisodes, {
      startedOn: '2025-03-02',
      startReason: 'S',
      endedOn: '2026-03-31',
      endReason: 'E4A',
    })
    .child('moved')
    .had(careEpisodes, {
      startedOn: '2025-03-02',
      startReason: 'S',
      endedOn: '2026-03-20',
      endReason: 'X1',
    })
    .had(careEpisodes, { startedOn: '2026-03-20', startReason: 'P' })
    .child('stays')
    .had(careEpisodes, { startedOn: '2025-03-02', startReason: 'S' })
  expect(made.in('2026-03', childrenLeavingCare).counted).toEqual(['left'])
})
