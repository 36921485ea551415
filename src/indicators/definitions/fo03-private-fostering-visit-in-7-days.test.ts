import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { privateFosteringVisits } from './fo03-private-fostering-visit-in-7-days.ts'

test('a share of a quarter: notifications visited within 7 working days', () => {
  expect(entered(privateFosteringVisits, '2026-03', 3, 4)).toEqual({
    period: 'January to March 2026',
    value: 75,
  })
  expect(entered(privateFosteringVisits, '2026-03', 0, 0).value).toBeNull()
  expect(() => entered(privateFosteringVisits, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
