/** The two ends of an interval. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * The interval of a share that holds the true one in at least 95 of 100 samples, however small
 * (Clopper and Pearson 1934). Null without a sample.
 */
export function exactInterval(numerator: number, denominator: number): Interval | null {
  if (denominator === 0) return null
  const tail = 0.025
  return {
    low:
      numerator === 0
        ? 0
        : solve(share => 1 - atMost(numerator - 1, denominator, share), tail, 'rising'),
    high:
      numerator === denominator
        ? 1
        : solve(share => atMost(numerator, denominator, share), tail, 'falling'),
  }
}

/** The chance of at most so many out of a number, where each has a share’s chance. */
export function atMost(most: number, of: number, share: number): number {
  if (share <= 0) return 1
  if (share >= 1) return most >= of ? 1 : 0
  let sum = 0
  let logTerm = of * Math.log1p(-share)
  for (let k = 0; k <= most; k++) {
    sum += Math.exp(logTerm)
    logTerm += Math.log((of - k) / (k + 1)) + Math.log(share) - Math.log1p(-share)
  }
  return Math.min(1, sum)
}

function solve(
  of: (share: number) => number,
  value: number,
  direction: 'rising' | 'falling',
): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    const isBelow = of(middle) < value
    if (isBelow === (direction === 'rising')) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * The interval of the difference between two shares, the second less the first (Newcombe 1998,
 * method 10, from the intervals of Wilson). Null where one has no sample.
 */
export function differenceInterval(
  first: { readonly numerator: number; readonly denominator: number },
  second: { readonly numerator: number; readonly denominator: number },
): (Interval & { readonly difference: number }) | null {
  const [a, b] = [wilsonInterval(first), wilsonInterval(second)]
  if (a === null || b === null) return null
  const before = first.numerator / first.denominator
  const after = second.numerator / second.denominator
  const difference = after - before
  return {
    difference,
    low: difference - Math.hypot(after - b.low, a.high - before),
    high: difference + Math.hypot(b.high - after, before - a.low),
  }
}

/** The interval of a share by the score test (Wilson 1927). */
export function wilsonInterval({
  numerator,
  denominator,
}: {
  readonly numerator: number
  readonly denominator: number
}): Interval | null {
  if (denominator === 0) return null
  const share = numerator / denominator
  const z2 = Z_95 ** 2
  const middle = (share + z2 / (2 * denominator)) / (1 + z2 / denominator)
  const half =
    (Z_95 / (1 + z2 / denominator)) *
    Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** 95 of 100 of a normal distribution lie so many standard deviations around its middle. */
const Z_95 = 1.959963984540054

/** The middle 95 % of some numbers; null for none. */
export function percentileInterval(numbers: readonly number[]): Interval | null {
  if (numbers.length === 0) return null
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const place = share * (sorted.length - 1)
    const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
    return below + (above - below) * (place - Math.floor(place))
  }
  return { low: at(0.025), high: at(0.975) }
}

/** One step of a plan: what so many audits could say. */
export interface Width {
  readonly audits: number
  readonly interval: Interval
}

/**
 * How wide the interval would be for a number of audits if the share were as it is thought to be.
 * @param expected the share, from 0 to 1
 */
export function widthsFor(expected: number, sizes: readonly number[]): readonly Width[] {
  return sizes.flatMap(audits => {
    const interval = exactInterval(Math.round(expected * audits), audits)
    return interval === null ? [] : [{ audits, interval }]
  })
}
