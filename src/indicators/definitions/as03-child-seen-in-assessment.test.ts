import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { childSeenInAssessment } from './as03-child-seen-in-assessment.ts'

test('a child counts as seen only where the assessment says so', () => {
  const made = record()
    .child('seen')
    .had(assessments, { startedOn: '2026-02-02', authorisedOn: '2026-03-09', childSeen: true })
    .child('not seen')
    .had(assessments, { startedOn: '2026-02-02', authorisedOn: '2026-03-09', childSeen: false })
    .child('not said')
    .had(assessments, { startedOn: '2026-02-02', authorisedOn: '2026-03-09' })
  expect(made.in('2026-03', childSeenInAssessment)).toEqual({
    counted: ['seen'],
    not: ['not seen', 'not said'],
  })
})
