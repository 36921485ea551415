import { careEpisodes, healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { immunisationsUpToDate } from './he04-immunisations-up-to-date.ts'

test('immunisations recorded in the last twelve months', () => {
  const care = { startedOn: '2024-06-03', startReason: 'S' }
  const made = record()
    .child('in time')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-31', kind: 'immunisations' })
    .child('late')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-30', kind: 'immunisations' })
    .child('never')
    .had(careEpisodes, care)
  expect(made.in('2026-03', immunisationsUpToDate)).toEqual({
    counted: ['in time'],
    not: ['late', 'never'],
  })
})
