import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { assessmentDuration } from './as04-assessment-duration.ts'

test('the middle of the working days that assessments took', () => {
  const made = record()
    .child('5 days')
    .had(assessments, { startedOn: '2026-03-02', authorisedOn: '2026-03-09' })
    .child('6 days')
    .had(assessments, { startedOn: '2026-03-02', authorisedOn: '2026-03-10' })
    .child('20 days')
    .had(assessments, { startedOn: '2026-03-02', authorisedOn: '2026-03-30' })
    .child('no start')
    .had(assessments, { authorisedOn: '2026-03-10' })
  expect(made.in('2026-03', assessmentDuration).counted).toEqual(['5 days', '6 days', '20 days'])
  expect(made.value('2026-03', assessmentDuration)).toBe(6)
})
