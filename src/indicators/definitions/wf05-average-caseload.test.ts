import { involvements } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { averageCaseload } from './wf05-average-caseload.ts'

test('workers with at least one child, by the children they have', () => {
  const made = record()
    .child('a')
    .had(involvements, { startedOn: '2026-01-05', worker: 'w1' })
    .had(involvements, { startedOn: '2026-02-02', worker: 'w1' })
    .child('b')
    .had(involvements, { startedOn: '2026-03-31', worker: 'w1' })
    .child('c')
    .had(involvements, { startedOn: '2026-01-05', worker: 'w1', endedOn: '2026-03-31' })
    .child('d')
    .had(involvements, { startedOn: '2026-01-05', worker: 'w2' })
    .child('e')
    .had(involvements, { startedOn: '2026-01-05', worker: 'w3', endedOn: '2026-02-01' })
  // w1 has a and b, w2 has d, w3 no one any more.
  expect(made.value('2026-03', averageCaseload)).toBe(1.5)
})
