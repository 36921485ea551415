import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { farFromHome } from './ca07-placed-far-from-home.ts'

test('a share of a month: children placed more than 20 miles from home and outside the area', () => {
  expect(entered(farFromHome, '31/03/2026', 108, 600)).toEqual({
    period: '31 March 2026',
    value: 18,
  })
  expect(entered(farFromHome, '31/03/2026', 0, 0).value).toBeNull()
})
