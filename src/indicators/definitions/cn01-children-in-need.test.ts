import { needEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childrenInNeed } from './cn01-children-in-need.ts'

test('a child in need at the end of the month counts once, however many episodes are open', () => {
  const made = record()
    .child('two episodes')
    .had(needEpisodes, { startedOn: '2025-05-01' })
    .had(needEpisodes, { startedOn: '2026-02-01' })
    .child('from the last day')
    .had(needEpisodes, { startedOn: '2026-03-31' })
    .child('ended on the last day')
    .had(needEpisodes, { startedOn: '2026-01-01', endedOn: '2026-03-31' })
    .child('ends the day after')
    .had(needEpisodes, { startedOn: '2026-01-01', endedOn: '2026-04-01' })
  expect(made.in('2026-03', childrenInNeed).counted).toEqual([
    'two episodes',
    'from the last day',
    'ends the day after',
  ])
  expect(made.value('2026-03', childrenInNeed)).toBe(3)
})
