import { careEpisodes, healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { dentalChecksUpToDate } from './he03-dental-checks-up-to-date.ts'

test('teeth checked in the last twelve months', () => {
  const care = { startedOn: '2024-06-03', startReason: 'S' }
  const made = record()
    .child('in time')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-31', kind: 'dental' })
    .child('late')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-30', kind: 'dental' })
    .child('another check')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2026-03-01', kind: 'assessment' })
  expect(made.in('2026-03', dentalChecksUpToDate)).toEqual({
    counted: ['in time'],
    not: ['late', 'another check'],
  })
})
