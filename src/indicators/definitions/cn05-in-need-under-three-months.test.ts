import { needEpisodes } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { inNeedUnderThreeMonths } from './cn05-in-need-under-three-months.ts'

test('three months to the day are no longer under three months', () => {
  const made = record()
    .child('a day less')
    .had(needEpisodes, { startedOn: '2026-01-01' })
    .child('three months')
    .had(needEpisodes, { startedOn: '2025-12-31' })
  expect(made.in('2026-03', inNeedUnderThreeMonths)).toEqual({
    counted: ['a day less'],
    not: ['three months'],
  })
})
