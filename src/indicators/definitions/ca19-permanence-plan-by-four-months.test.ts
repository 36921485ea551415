import { careEpisodes, permanencePlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { permanencePlanByFourMonths } from './ca19-permanence-plan-by-four-months.ts'

test('children in care for four months have a plan made in this period of care', () => {
  const care = { startedOn: '2025-11-30', startReason: 'S' }
  const made = record()
    .child('planned')
    .had(careEpisodes, care)
    .had(permanencePlans, { recordedOn: '2026-03-31', plan: 'adoption' })
    .child('planned before')
    .had(careEpisodes, care)
    .had(permanencePlans, { recordedOn: '2025-11-29', plan: 'adoption' })
    .child('no plan')
    .had(careEpisodes, care)
    .child('under four months')
    .had(careEpisodes, { ...care, startedOn: '2025-12-01' })
  expect(made.in('2026-03', permanencePlanByFourMonths)).toEqual({
    counted: ['planned'],
    not: ['planned before', 'no plan'],
  })
})
