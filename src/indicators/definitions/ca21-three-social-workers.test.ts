import { careEpisodes, involvements } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { threeSocialWorkers } from './ca21-three-social-workers.ts'

test('each worker counts once, and the one at the start of the year counts', () => {
  const care = { startedOn: '2024-01-08', startReason: 'S' }
  const made = record()
    .child('three')
    .had(careEpisodes, care)
    .had(involvements, { startedOn: '2024-01-08', endedOn: '2025-04-01', worker: 'a' })
    .had(involvements, { startedOn: '2025-04-01', endedOn: '2025-09-01', worker: 'b' })
    .had(involvements, { startedOn: '2025-09-01', worker: 'c' })
    .child('first left before')
    .had(careEpisodes, care)
    .had(involvements, { startedOn: '2024-01-08', endedOn: '2025-03-31', worker: 'a' })
    .had(involvements, { startedOn: '2025-03-31', endedOn: '2025-09-01', worker: 'b' })
    .had(involvements, { startedOn: '2025-09-01', worker: 'c' })
    .child('one twice')
    .had(careEpisodes, care)
    .had(involvements, { startedOn: '2024-01-08', endedOn: '2025-04-05', worker: 'a' })
    .had(involvements, { startedOn: '2025-05-01', endedOn: '2025-09-01', worker: 'b' })
    .had(involvements, { startedOn: '2025-09-01', worker: 'a' })
  expect(made.in('2026-03', threeSocialWorkers)).toEqual({
    counted: ['three'],
    not: ['first left before', 'one twice'],
  })
})
