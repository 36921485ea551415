import { needEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { inNeedTwoYears } from './cn04-in-need-two-years.ts'

test('two years are up on the same day of the year', () => {
  const made = record()
    .child('two years')
    .had(needEpisodes, { startedOn: '2024-03-31' })
    .child('a day less')
    .had(needEpisodes, { startedOn: '2024-04-01' })
    .child('closed')
    .had(needEpisodes, { startedOn: '2020-01-01', endedOn: '2026-03-01' })
  expect(made.in('2026-03', inNeedTwoYears)).toEqual({
    counted: ['two years'],
    not: ['a day less'],
  })
})
