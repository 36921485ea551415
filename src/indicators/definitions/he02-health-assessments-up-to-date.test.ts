import { careEpisodes, healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { healthAssessmentsUpToDate } from './he02-health-assessments-up-to-date.ts'

test('six months under five, twelve from five, after a year in care', () => {
  const care = { startedOn: '2025-06-30', startReason: 'S' }
  const four = { bornOn: '2021-07-01' }
  const five = { bornOn: '2021-06-30' }
  const made = record()
    .child('four, in time', four)
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-12-30', kind: 'assessment' })
    .child('four, late', four)
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-12-29', kind: 'assessment' })
    .child('five, in time', five)
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-06-30', kind: 'assessment' })
    .child('five, late', five)
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2025-06-29', kind: 'assessment' })
    .child('under a year', five)
    .had(careEpisodes, { ...care, startedOn: '2025-07-01' })
  expect(made.in('2026-06', healthAssessmentsUpToDate)).toEqual({
    counted: ['four, in time', 'five, in time'],
    not: ['four, late', 'five, late'],
  })
})
