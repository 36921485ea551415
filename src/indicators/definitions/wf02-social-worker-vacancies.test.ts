import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { vacancyRate } from './wf02-social-worker-vacancies.ts'

test('a share of a month: vacant posts, in full-time equivalents', () => {
  expect(entered(vacancyRate, 'March 2026', 23.4, 160)).toEqual({
    period: '31 March 2026',
    value: 14.63,
  })
  expect(entered(vacancyRate, 'March 2026', 0, 0).value).toBeNull()
})
