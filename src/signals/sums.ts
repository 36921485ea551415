/**
 * Sum with Neumaier's compensation: the rounding errors are added up apart. A naive sum of twelve
 * times 0.1 divided by 12 is not 0.1, and then every point of a constant series lies "on one side".
 */
export function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

/** The mean in two compensated passes; a constant series has exactly its value. NaN when empty. */
export function meanOf(values: ArrayLike<number>): number {
  const count = values.length
  if (count === 0) return Number.NaN
  const first = sumOf(values) / count
  if (!Number.isFinite(first)) return first
  let sum = 0
  let lost = 0
  for (let i = 0; i < count; i++) {
    const value = (values[i] ?? 0) - first
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return first + (sum + lost) / count
}

/** So many numbers, each by its index: several times quicker than `Float64Array.from`. */
export function numbers(count: number, of: (i: number) => number): Float64Array {
  const column = new Float64Array(count)
  for (let i = 0; i < count; i++) column[i] = of(i)
  return column
}

/** The middle value, or the mean of the two in the middle. NaN when empty. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = new Float64Array(values).sort()
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}
