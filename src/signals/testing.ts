// Series for this room's tests: noise from a seed, and months.
import type { Series, SeriesPoint } from './series.ts'

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const month = (i: number): string =>
  `${2019 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`

const plain = (value: number | null, i: number): SeriesPoint => ({
  period: month(i),
  numerator: null,
  denominator: null,
  value,
})

/** Averages of which more is better, from April 2019 on; null is a month without a figure. */
export const averages = (
  values: readonly (number | null)[],
  more: Partial<Series> = {},
): Series => ({
  kind: 'average',
  good: 'high',
  points: values.map(plain),
  ...more,
})

/** Levels with noise of one tenth about them, always the same. */
export function around(
  seed: number,
  ...levels: readonly (readonly [count: number, level: number])[]
) {
  const random = randomFrom(seed)
  const noise = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return levels.flatMap(([count, level]) =>
    Array.from({ length: count }, () => Math.round((level + noise()) * 100) / 100),
  )
}
