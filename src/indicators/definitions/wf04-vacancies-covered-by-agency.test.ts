import { expect, test } from 'vitest'
import { entered } from '../fixture.ts'
import { vacanciesCovered } from './wf04-vacancies-covered-by-agency.ts'

test('a share of a month: vacancies covered, in full-time equivalents', () => {
  expect(entered(vacanciesCovered, 'March 2026', 17, 23)).toEqual({
    period: '31 March 2026',
    value: 73.91,
  })
  expect(entered(vacanciesCovered, 'March 2026', 0, 0).value).toBeNull()
})
