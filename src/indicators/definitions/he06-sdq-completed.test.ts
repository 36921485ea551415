import { careEpisodes, healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { sdqCompleted } from './he06-sdq-completed.ts'

test('a questionnaire in the last twelve months, for those aged 5 to 16', () => {
  const care = { startedOn: '2024-06-03', startReason: 'S' }
  const ten = { bornOn: '2016-01-01' }
  const made = record()
    .child('in time', ten)
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-31', kind: 'sdq' })
    .child('late', ten)
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-03-30', kind: 'sdq' })
    .child('four', { bornOn: '2021-04-01' })
    .had(careEpisodes, care)
    .child('born we know not when')
    .had(careEpisodes, care)
  expect(made.in('2026-03', sdqCompleted)).toEqual({ counted: ['in time'], not: ['late'] })
})
