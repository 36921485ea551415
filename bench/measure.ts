/** What one run of a measure found: a number for each thing that it looks at. */
export type Sample = Readonly<Record<string, number>>

/** A thing that a measure looks at, and how it is said. */
export interface Quantity {
  readonly words: string
  readonly unit: 's' | 'ms' | 'MB' | 'MB/s' | 'times' | ''
  /** What it is meant to be: at most this, or for a speed at least this. */
  readonly target?: number
}

export interface Measure {
  readonly name: string
  readonly title: string
  readonly runs: number
  readonly quantities: Readonly<Record<string, Quantity>>
  /**
   * Runs once, in a process of its own. `home` is a folder with the demonstration county for those
   * that need it. A string says why it was skipped.
   */
  run(home: string): Promise<Sample | string>
  /** Whether it reads the demonstration county, which is then built first. */
  readonly needsDemo?: boolean
}

/** Seconds by the clock and of the processor that a piece of work takes, with what it gives. */
export async function timed<T>(
  work: () => Promise<T> | T,
): Promise<{ readonly result: T; readonly seconds: number; readonly cpu: number }> {
  const began = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1_000_000 }
}

/** The most memory that this process has held so far, in megabytes of 1,048,576 bytes. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The value that this share of all do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
