import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { goingMissingFound } from './af06-going-missing.ts'

test('assessments that found it, among other things or alone', () => {
  const done = { startedOn: '2026-02-02', authorisedOn: '2026-03-09' }
  const made = record()
    .child('alone')
    .had(assessments, { ...done, factors: '10A' })
    .child('among others')
    .had(assessments, { ...done, factors: '4B 10A 2B' })
    .child('something else')
    .had(assessments, { ...done, factors: '1A' })
    .child('nothing')
    .had(assessments, done)
    .child('not authorised')
    .had(assessments, { startedOn: '2026-02-02', factors: '10A' })
  expect(made.in('2026-03', goingMissingFound).counted).toEqual(['alone', 'among others'])
  expect(made.value('2026-03', goingMissingFound)).toBe(24)
})
