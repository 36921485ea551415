import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { emotionalAbuseFound } from './af02-emotional-abuse.ts'

test('assessments that found it, among other things or alone', () => {
  const done = { startedOn: '2026-02-02', authorisedOn: '2026-03-09' }
  const made = record()
    .child('alone')
    .had(assessments, { ...done, factors: '17A' })
    .child('among others')
    .had(assessments, { ...done, factors: '4B 17A 2B' })
    .child('something else')
    .had(assessments, { ...done, factors: '16A' })
    .child('nothing')
    .had(assessments, done)
    .child('not authorised')
    .had(assessments, { startedOn: '2026-02-02', factors: '17A' })
  expect(made.in('2026-03', emotionalAbuseFound).counted).toEqual(['alone', 'among others'])
  expect(made.value('2026-03', emotionalAbuseFound)).toBe(24)
})
