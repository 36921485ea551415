import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { openAssessmentsPast45Days } from './as02-open-assessments-past-45-days.ts'

test('an assessment is past its time on the 46th working day', () => {
  // Of 2026, 30 June is the 45th working day after 24 April.
  const made = record()
    .child('on its last day')
    .had(assessments, { startedOn: '2026-04-24' })
    .child('a day past it')
    .had(assessments, { startedOn: '2026-04-23' })
    .child('authorised that day')
    .had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-06-30' })
    .child('authorised the day after')
    .had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-07-01' })
  expect(made.in('2026-06', openAssessmentsPast45Days)).toEqual({
    counted: ['a day past it', 'authorised the day after'],
    not: ['on its last day'],
  })
})
