import { assessments } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { gangsFound } from './af07-gangs.ts'

test('assessments that found it, among other things or alone', () => {
  const done = { startedOn: '2026-02-02', authorisedOn: '2026-03-09' }
  const made = record()
    .child('alone')
    .had(assessments, { ...done, factors: '13A' })
    .child('among others')
    .had(assessments, { ...done, factors: '4B 13A 2B' })
    .child('something else')
    .had(assessments, { ...done, factors: '3A' })
    .child('nothing')
    .had(assessments, done)
    .child('not authorised')
    .had(assessments, { startedOn: '2026-02-02', factors: '13A' })
  expect(made.in('2026-03', gangsFound).counted).toEqual(['alone', 'among others'])
  expect(made.value('2026-03', gangsFound)).toBe(24)
})
