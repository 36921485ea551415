import { careEpisodes, healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { substanceMisuse } from './he07-substance-misuse.ts'

test('a problem found in the last twelve months', () => {
  const care = { startedOn: '2024-06-03', startReason: 'S' }
  const made = record()
    .child('found')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-31', kind: 'substance' })
    .child('found long ago')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-30', kind: 'substance' })
    .child('under a year in care')
    .had(careEpisodes, { ...care, startedOn: '2025-04-01' })
    .had(healthChecks, { checkedOn: '2025-06-30', kind: 'substance' })
  expect(made.in('2026-03', substanceMisuse)).toEqual({
    counted: ['found'],
    not: ['found long ago'],
  })
})
