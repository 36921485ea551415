import { involvements } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { workersAboveCaseloadCeiling } from './wf06-workers-above-caseload-ceiling.ts'

test('twenty children are not above the ceiling, twenty-one are', () => {
  const made = record()
  for (let each = 0; each < 21; each++) {
    made.child(`child ${each}`).had(involvements, { startedOn: '2026-01-05', worker: 'w1' })
    if (each < 20) made.had(involvements, { startedOn: '2026-01-05', worker: 'w2' })
  }
  expect(made.value('2026-03', workersAboveCaseloadCeiling)).toBe(50)
})
