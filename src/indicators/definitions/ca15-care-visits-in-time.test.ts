import { careEpisodes, visits } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { careVisitsInTime } from './ca15-care-visits-in-time.ts'

test('the first visit is due within a week of the start of the placement', () => {
  const made = record()
    .child('seventh day')
    .had(careEpisodes, { startedOn: '2026-03-24', startReason: 'S' })
    .child('eighth day')
    .had(careEpisodes, { startedOn: '2026-03-23', startReason: 'S' })
    .child('visited before')
    .had(careEpisodes, { startedOn: '2026-03-23', startReason: 'S' })
    .had(visits, { visitedOn: '2026-03-22', kind: 'care' })
  expect(made.in('2026-03', careVisitsInTime)).toEqual({
    counted: ['seventh day'],
    not: ['eighth day', 'visited before'],
  })
})

test('then every six weeks, or three months after a year of long-term foster care', () => {
  const placed = (startedOn: string, placementType: string) => ({
    startedOn,
    startReason: 'S',
    placementType,
  })
  const made = record()
    .child('42 days')
    .had(careEpisodes, placed('2025-06-02', 'U6'))
    .had(visits, { visitedOn: '2026-02-17', kind: 'care' })
    .child('43 days')
    .had(careEpisodes, placed('2025-06-02', 'U6'))
    .had(visits, { visitedOn: '2026-02-16', kind: 'care' })
    .child('settled')
    .had(careEpisodes, placed('2025-03-31', 'U4'))
    .had(visits, { visitedOn: '2025-12-31', kind: 'care' })
    .child('settled, too late')
    .had(careEpisodes, placed('2025-03-31', 'U4'))
    .had(visits, { visitedOn: '2025-12-30', kind: 'care' })
    .child('not a year yet')
    .had(careEpisodes, placed('2025-04-01', 'U4'))
    .had(visits, { visitedOn: '2025-12-31', kind: 'care' })
  expect(made.in('2026-03', careVisitsInTime)).toEqual({
    counted: ['42 days', 'settled'],
    not: ['43 days', 'settled, too late', 'not a year yet'],
  })
})
