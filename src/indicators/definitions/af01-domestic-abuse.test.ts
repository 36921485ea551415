import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { domesticAbuseFound } from './af01-domestic-abuse.ts'

test('assessments that found it, among other things or alone', () => {
  const done = { startedOn: '2026-02-02', authorisedOn: '2026-03-09' }
  const made = record()
    .child('alone')
    .had(assessments, { ...done, factors: '3B' })
    .child('among others')
    .had(assessments, { ...done, factors: '4B 3B 2B' })
    .child('something else')
    .had(assessments, { ...done, factors: '3A' })
    .child('nothing')
    .had(assessments, done)
    .child('not authorised')
    .had(assessments, { startedOn: '2026-02-02', factors: '3B' })
  expect(made.in('2026-03', domesticAbuseFound).counted).toEqual(['alone', 'among others'])
  expect(made.value('2026-03', domesticAbuseFound)).toBe(24)
})
