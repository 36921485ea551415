import { needEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { needEndedUnderThreeMonths } from './cn06-need-ended-under-three-months.ts'

test('episodes that ended in the month within three months of their start', () => {
  const made = record()
    .child('a day less')
    .had(needEpisodes, { startedOn: '2025-12-11', endedOn: '2026-03-10' })
    .child('three months')
    .had(needEpisodes, { startedOn: '2025-12-10', endedOn: '2026-03-10' })
    .child('still open')
    .had(needEpisodes, { startedOn: '2026-03-01' })
    .child('no start')
    .had(needEpisodes, { endedOn: '2026-03-10' })
  expect(made.in('2026-03', needEndedUnderThreeMonths)).toEqual({
    counted: ['a day less'],
    not: ['three months', 'no start'],
  })
})
