import { careEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { leftToChildArrangements } from './pe02-child-arrangements.ts'

test('a child arrangements order is E41', () => {
  const left = (endReason: string) => ({
    startedOn: '2025-03-02',
    startReason: 'S',
    endedOn: '2026-03-10',
    endReason,
  })
  const made = record()
    .child('order')
    .had(careEpisodes, left('E41'))
    .child('home')
    .had(careEpisodes, left('E4A'))
  expect(made.in('2026-03', leftToChildArrangements)).toEqual({ counted: ['order'], not: ['home'] })
})
