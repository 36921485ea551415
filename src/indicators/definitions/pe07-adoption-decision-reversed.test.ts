import { adoptions } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { adoptionDecisionReversed } from './pe07-adoption-decision-reversed.ts'

test('decisions of a year ago, reversed within the year', () => {
  const made = record()
    .child('on the last day')
    .had(adoptions, { decidedOn: '2025-03-10', reversedOn: '2026-03-10' })
    .child('a day later')
    .had(adoptions, { decidedOn: '2025-03-10', reversedOn: '2026-03-11' })
    .child('stands')
    .had(adoptions, { decidedOn: '2025-03-31' })
    .child('decided since')
    .had(adoptions, { decidedOn: '2025-04-01', reversedOn: '2025-05-01' })
  expect(made.in('2026-03', adoptionDecisionReversed)).toEqual({
    counted: ['on the last day'],
    not: ['a day later', 'stands'],
  })
})
