import { involvements, needEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { socialWorkersAChild } from './wf11-social-workers-a-child.ts'

test('the different workers of the last twelve months', () => {
  const made = record()
    .child('two')
    .had(needEpisodes, { startedOn: '2025-01-05' })
    .had(involvements, { startedOn: '2025-01-05', endedOn: '2025-06-01', worker: 'a' })
    .had(involvements, { startedOn: '2025-06-01', worker: 'b' })
    .child('one')
    .had(needEpisodes, { startedOn: '2025-01-05' })
    .had(involvements, { startedOn: '2025-01-05', endedOn: '2025-03-31', worker: 'a' })
    .had(involvements, { startedOn: '2025-03-31', worker: 'b' })
    .child('none')
    .had(needEpisodes, { startedOn: '2026-01-05' })
  expect(made.value('2026-03', socialWorkersAChild)).toBe(1)
})
