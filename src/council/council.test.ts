import { expect, test } from 'vitest'
import { populationByYear } from './council.ts'

const estimate = (year: number, children: number) => ({ year, children, source: 'ONS' })

test('a year without an estimate takes the nearest earlier one, or the first later one', () => {
  const known = [estimate(2022, 150_500), estimate(2020, 149_000)]
  expect([...populationByYear(known, 2019, 2024)]).toEqual([
    [2019, 149_000],
    [2020, 149_000],
    [2021, 149_000],
    [2022, 150_500],
    [2023, 150_500],
    [2024, 150_500],
  ])
})

test('without any estimate no year has a number', () => {
  expect(populationByYear([], 2019, 2024).size).toBe(0)
})
