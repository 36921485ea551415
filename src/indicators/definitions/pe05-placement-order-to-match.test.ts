import { adoptions } from '#records'
import { expect, test } from 'vitest'
import { record } from '../fixture.ts'
import { placementOrderToMatch } from './pe05-placement-order-to-match.ts'

test('days from the order to the match, of those adopted in the month', () => {
  const adoption = {
    decidedOn: '2025-01-01',
    placementOrderOn: '2025-02-01',
    adoptedOn: '2026-03-10',
  }
  const made = record()
    .child('ten days')
    .had(adoptions, { ...adoption, matchedOn: '2025-02-11' })
    .child('twenty days')
    .had(adoptions, { ...adoption, matchedOn: '2025-02-21' })
    .child('match not known')
    .had(adoptions, adoption)
  expect(made.in('2026-03', placementOrderToMatch).counted).toEqual(['ten days', 'twenty days'])
  expect(made.value('2026-03', placementOrderToMatch)).toBe(15)
})
