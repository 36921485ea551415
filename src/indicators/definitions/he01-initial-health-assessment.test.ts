import { careEpisodes, healthChecks } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { initialHealthAssessment } from './he01-initial-health-assessment.ts'

test('children count when their first 20 working days in care are over', () => {
  // The 20th working day after Monday 2 February 2026 is Monday 2 March.
  const care = { startedOn: '2026-02-02', startReason: 'S' }
  const made = record()
    .child('20th day')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2026-03-02', kind: 'assessment' })
    .child('21st day')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2026-03-03', kind: 'assessment' })
    .child('only a dentist')
    .had(careEpisodes, care)
    .had(healthChecks, { checkedOn: '2026-02-10', kind: 'dental' })
    .child('left before')
    .had(careEpisodes, { ...care, endedOn: '2026-03-01', endReason: 'E4A' })
    .child('not over')
    .had(careEpisodes, { ...care, startedOn: '2026-03-10' })
  expect(made.in('2026-03', initialHealthAssessment)).toEqual({
    counted: ['20th day'],
    not: ['21st day', 'only a dentist'],
  })
})
