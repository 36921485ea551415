import { adoptions } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { decisionToMatch } from './pe06-decision-to-match.ts'

test('days from the decision to the match, of those matched in the month', () => {
  const made = record()
    .child('nine days')
    .had(adoptions, { decidedOn: '2026-03-01', matchedOn: '2026-03-10' })
    .child('not matched')
    .had(adoptions, { decidedOn: '2026-03-01' })
  expect(made.in('2026-03', decisionToMatch).counted).toEqual(['nine days'])
  expect(made.value('2026-03', decisionToMatch)).toBe(9)
})
