import { careEpisodes, permanencePlans } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { carePlanInForce } from './ca18-care-plan-in-force.ts'

test('after ten working days in care a child has a plan of this time in care', () => {
  // The tenth working day after Tuesday 17 March 2026 is Tuesday 31 March.
  const made = record()
    .child('planned')
    .had(careEpisodes, { startedOn: '2026-03-17', startReason: 'S' })
    .had(permanencePlans, { recordedOn: '2026-03-17', plan: 'adoption' })
    .child('not planned')
    .had(careEpisodes, { startedOn: '2026-03-17', startReason: 'S' })
    .child('planned the last time')
    .had(careEpisodes, { startedOn: '2026-03-17', startReason: 'S' })
    .had(permanencePlans, { recordedOn: '2026-03-16', plan: 'adoption' })
    .child('nine days')
    .had(careEpisodes, { startedOn: '2026-03-18', startReason: 'S' })
  expect(made.in('2026-03', carePlanInForce)).toEqual({
    counted: ['planned'],
    not: ['not planned', 'planned the last time'],
  })
})
