import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { localities } from './authority.ts'
import { chancesOf, drawn, shareOn } from './chances.ts'
import { randomFrom } from './random.ts'
import { type Measure, story, troubles } from './story.ts'

const on = (iso: string) => parseIsoDay(iso) ?? 0

test('a line holds its first share, goes straight to the next, and keeps its last', () => {
  const line = drawn('2020-01 60%, 2020-11 80%')
  expect(shareOn(line, on('2015-06-30'))).toBeCloseTo(0.6)
  expect(shareOn(line, on('2020-01-01'))).toBeCloseTo(0.6)
  expect(shareOn(line, on('2020-06-15'))).toBeCloseTo(0.7)
  expect(shareOn(line, on('2020-11-01'))).toBeCloseTo(0.8)
  expect(shareOn(line, on('2026-03-31'))).toBeCloseTo(0.8)
})

test('words that are not a month and a share are refused', () => {
  expect(() => drawn('2020-13 60%')).toThrow('2020-13 60%')
  expect(() => drawn('2020-01 0.6')).toThrow('2020-01 0.6')
})

test('every measure of the story can be drawn, and its troubles name real localities', () => {
  for (const { share } of Object.values(story)) expect(() => drawn(share)).not.toThrow()
  for (const trouble of troubles) {
    expect(() => drawn(trouble.added)).not.toThrow()
    expect(localities).toContain(trouble.locality)
  }
})

test('a locality in trouble falls behind the others, and only then', () => {
  const chances = chancesOf(randomFrom(1))
  const measure: Measure = 'assessmentOnTime'
  const dovemallow = localities.indexOf('Dovemallow')
  const behind = (iso: string) =>
    chances.of(measure, on(iso), 0) - chances.of(measure, on(iso), dovemallow)
  expect(behind('2024-03-15')).toBeGreaterThan(0.15)
  expect(Math.abs(behind('2022-03-15'))).toBeLessThan(0.08)
})
