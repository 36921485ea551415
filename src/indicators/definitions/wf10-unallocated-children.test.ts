import { involvements, needEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { unallocatedChildren } from './wf10-unallocated-children.ts'

test('a child without a worker beside the episode and without an allocation', () => {
  const made = record()
    .child('nobody')
    .had(needEpisodes, { startedOn: '2026-01-05' })
    .child('worker named')
    .had(needEpisodes, { startedOn: '2026-01-05', worker: 'w1' })
    .child('allocated')
    .had(needEpisodes, { startedOn: '2026-01-05' })
    .had(involvements, { startedOn: '2026-03-31', worker: 'w1' })
    .child('closed')
    .had(needEpisodes, { startedOn: '2026-01-05', endedOn: '2026-03-31' })
  expect(made.in('2026-03', unallocatedChildren).counted).toEqual(['nobody'])
})
