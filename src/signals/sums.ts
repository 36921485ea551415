/**
 * A sum with Neumaier's compensation: the rounding errors are added up apart. A naive sum of twelve
 * times 0.1 divided by 12 is not 0.1, and then every point of a constant series lies "on one side".
 */
export class Accumulator {
  #sum = 0
  #lost = 0

  add(value: number): void {
    const next = this.#sum + value
    const isLarger = Math.abs(this.#sum) >= Math.abs(value)
    this.#lost += isLarger ? this.#sum - next + value : value - next + this.#sum
    this.#sum = next
  }

  get sum(): number {
    return this.#sum + this.#lost
  }
}

export function sumOf(values: ArrayLike<number>): number {
  const total = new Accumulator()
  for (let i = 0; i < values.length; i++) total.add(values[i] ?? 0)
  return total.sum
}

/** The mean in two compensated passes; a constant series has exactly its value. NaN when empty. */
export function meanOf(values: ArrayLike<number>): number {
  const count = values.length
  if (count === 0) return Number.NaN
  const first = sumOf(values) / count
  if (!Number.isFinite(first)) return first
  const rest = new Accumulator()
  for (let i = 0; i < count; i++) rest.add((values[i] ?? 0) - first)
  return first + rest.sum / count
}

/** So many numbers, each by its index: several times quicker than `Float64Array.from`. */
export function numbers(count: number, of: (i: number) => number): Float64Array {
  const column = new Float64Array(count)
  for (let i = 0; i < count; i++) column[i] = of(i)
  return column
}

/** The value that would stand at `rank` if the values were sorted. Reorders what it is given. */
function select(values: Float64Array, rank: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0
    let i = low
    let j = high
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++
      while ((values[j] ?? 0) > pivot) j--
      if (i > j) break
      const swapped = values[i] ?? 0
      values[i] = values[j] ?? 0
      values[j] = swapped
      i++
      j--
    }
    if (rank <= j) high = j
    else if (rank >= i) low = i
    else break
  }
  return values[rank] ?? Number.NaN
}

/** The middle value, or the mean of the two in the middle. NaN when empty; no value may be NaN. */
export function medianOf(values: ArrayLike<number>): number {
  const own = new Float64Array(values)
  const half = own.length >> 1
  const upper = select(own, half)
  if (own.length % 2 === 1 || own.length === 0) return upper
  // What lies before the rank is no greater, so the other middle value is the greatest of it.
  let lower = -Infinity
  for (let i = 0; i < half; i++) if ((own[i] ?? lower) > lower) lower = own[i] ?? lower
  return (lower + upper) / 2
}
