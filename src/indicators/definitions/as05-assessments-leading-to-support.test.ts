import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { assessmentsLeadingToSupport } from './as05-assessments-leading-to-support.ts'

test('support was needed where the assessment says so', () => {
  const made = record()
    .child('yes')
    .had(assessments, { startedOn: '2026-02-02', authorisedOn: '2026-03-09', supportNeeded: true })
    .child('no')
    .had(assessments, { startedOn: '2026-02-02', authorisedOn: '2026-03-09', supportNeeded: false })
    .child('not said')
    .had(assessments, { startedOn: '2026-02-02', authorisedOn: '2026-03-09' })
  expect(made.in('2026-03', assessmentsLeadingToSupport)).toEqual({
    counted: ['yes'],
    not: ['no', 'not said'],
  })
})
