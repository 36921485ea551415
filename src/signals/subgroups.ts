// Charts of samples: the mean and the spread of several measurements a month. For audit scores,
// where each month has some twenty cases.

/** Stirling's series; `Math` has no gamma function. Good to 1e-12 for x ≥ 0.5. */
function logGamma(x: number): number {
  if (x < 12) return logGamma(x + 1) - Math.log(x)
  const inverse = 1 / x
  const square = inverse * inverse
  const series =
    inverse *
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}

/** By how much the standard deviation of a sample of `size` falls short of its population's. */
function c4(size: number): number {
  if (size <= 1) return Number.NaN
  return Math.sqrt(2 / (size - 1)) * Math.exp(logGamma(size / 2) - logGamma((size - 1) / 2))
}

type Sample = { readonly size: number; readonly mean: number; readonly deviation: number }

export type SampleLimits = {
  readonly centre: number
  /** Limits `sigmas` standard errors from the centre, one a sample. */
  readonly lower: (sigmas: number) => number[]
  readonly upper: (sigmas: number) => number[]
}

function pooledDeviation(samples: readonly Sample[]): number {
  let squares = 0
  let freedom = 0
  for (const { size, deviation } of samples) {
    squares += (size - 1) * deviation * deviation
    freedom += size - 1
  }
  return Math.sqrt(squares / freedom)
}

/** The X̄ chart: the samples' means about their pooled mean (Montgomery 6.30 and 6.31). */
export function meansChart(samples: readonly Sample[]): SampleLimits {
  let total = 0
  let sizes = 0
  for (const { size, mean } of samples) {
    total += size * mean
    sizes += size
  }
  const centre = total / sizes
  const deviation = pooledDeviation(samples)
  const away = (sigmas: number): number[] =>
    samples.map(({ size }) => centre + (sigmas * deviation) / (c4(size) * Math.sqrt(size)))
  return { centre, lower: sigmas => away(-sigmas), upper: away }
}

/** The S chart: the samples' standard deviations about the pooled one (Montgomery 6.31). */
export function deviationsChart(samples: readonly Sample[]): SampleLimits {
  const centre = pooledDeviation(samples)
  const away = (sigmas: number): number[] =>
    samples.map(({ size }) => {
      const shrink = c4(size)
      return Math.max(0, centre * (1 + (sigmas * Math.sqrt(1 - shrink * shrink)) / shrink))
    })
  return { centre, lower: sigmas => away(-sigmas), upper: away }
}
