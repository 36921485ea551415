import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { assessmentsIn45Days } from './as01-assessments-in-45-days.ts'

test('45 working days are in time, 46 are not', () => {
  // The 45th working day after Monday 5 January 2026 is Monday 9 March.
  const made = record()
    .child('45 days')
    .had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-03-09' })
    .child('46 days')
    .had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-03-10' })
    .child('same day')
    .had(assessments, { startedOn: '2026-03-31', authorisedOn: '2026-03-31' })
    .child('no start')
    .had(assessments, { authorisedOn: '2026-03-10' })
    .child('not finished')
    .had(assessments, { startedOn: '2026-01-05' })
  expect(made.in('2026-03', assessmentsIn45Days)).toEqual({
    counted: ['45 days', 'same day'],
    not: ['46 days', 'no start'],
  })
  expect(made.value('2026-03', assessmentsIn45Days)).toBe(50)
})
