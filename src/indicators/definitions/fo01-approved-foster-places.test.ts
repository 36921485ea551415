import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { fosterPlaces } from './fo01-approved-foster-places.ts'

test('a number of a quarter: approved places', () => {
  expect(entered(fosterPlaces, 'Q1 2026', 412, null)).toEqual({
    period: '31 March 2026',
    value: 412,
  })
  expect(entered(fosterPlaces, 'Q1 2026', 0, null).value).toBe(0)
  expect(() => entered(fosterPlaces, 'February 2026', 1, 1)).toThrow(/is not a period/)
})
