import { expect, test } from 'vitest'
import type { ChartPoint } from './points.ts'
import { periodTicks, scalesFor } from './scales.ts'

const plot = { left: 0, right: 100, top: 0, bottom: 100 }

const months = (count: number): ChartPoint[] =>
  Array.from({ length: count }, (_, i) => ({
    period: `${2019 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`,
    value: 1,
    centre: null,
    lower: null,
    upper: null,
  }))

test('the scale leaves a little air and never shows what cannot be', () => {
  const scales = scalesFor(5, plot, { values: [60, 100], floor: 0, ceiling: 100 })
  expect(scales.y(100)).toBe(0)
  expect(scales.y(60)).toBeLessThan(100)
  expect(scales.ticks.at(-1)).toBe(100)
})

test('without any figure there is still a scale', () => {
  const scales = scalesFor(0, plot, { values: [null] })
  expect(Number.isFinite(scales.y(0))).toBe(true)
})

test('seven years have a label each on a desk, and fewer on a phone', () => {
  const labels = (room: number) => periodTicks(months(84), room).map(({ label }) => label)
  expect(labels(700)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026'])
  expect(labels(250)).toEqual(['2020', '2022', '2024', '2026'])
})

test('a short series has months, and what is no month keeps its words', () => {
  expect(periodTicks(months(9), 700)[0]).toEqual({ index: 0, label: 'Apr 2019' })
  const years = months(10).map((point, i) => ({ ...point, period: String(2016 + i) }))
  expect(periodTicks(years, 700).map(({ label }) => label)).toHaveLength(10)
})
