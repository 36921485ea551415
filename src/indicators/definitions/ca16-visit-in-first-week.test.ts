import { careEpisodes, visits } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { visitInFirstWeek } from './ca16-visit-in-first-week.ts'

test('placements whose first week ended in the month', () => {
  const placed = { startedOn: '2026-03-02', startReason: 'S' }
  const made = record()
    .child('first day')
    .had(careEpisodes, placed)
    .had(visits, { visitedOn: '2026-03-02', kind: 'care' })
    .child('seventh day')
    .had(careEpisodes, placed)
    .had(visits, { visitedOn: '2026-03-09', kind: 'care' })
    .child('eighth day')
    .had(careEpisodes, placed)
    .had(visits, { visitedOn: '2026-03-10', kind: 'care' })
    .child('ended within the week')
    .had(careEpisodes, { ...placed, endedOn: '2026-03-08', endReason: 'E4A' })
    .child('not over')
    .had(careEpisodes, { startedOn: '2026-03-25', startReason: 'S' })
  expect(made.in('2026-03', visitInFirstWeek)).toEqual({
    counted: ['first day', 'seventh day'],
    not: ['eighth day'],
  })
})
