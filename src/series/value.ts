import type { Month } from '#calendar'
import type { Slice } from '#indicators'

/** A figure that somebody says is so: of which period and part, from where, and who says it. */
export interface Figure {
  readonly indicator: string
  /** The last month of its period. */
  readonly month: Month
  readonly slice: Slice
  /** Null where the figure was taken back. */
  readonly numerator: number | null
  readonly denominator: number | null
  readonly source: string
  readonly note: string
}

/** Who says a figure that nobody entered, because it is counted from what another room holds. */
export const COUNTED_HERE = 'Sightline'

/** A figure as it is kept: it is never changed, only followed by another. */
export interface SeriesValue extends Figure {
  readonly id: string
  readonly version: number
  readonly enteredBy: string
  readonly enteredByName: string
  /** What they do here, in words: 'Analyst'. */
  readonly enteredByPost: string
  readonly enteredAt: Date
  readonly sheet: string | null
  /** Why it took another's place; '' for the first of its period. */
  readonly because: string
  readonly supersededBy: string | null
  readonly supersededAt: Date | null
}

/** Who enters, in which council and when, and in which post. */
export interface Entering {
  readonly authority: string
  readonly actor: string
  readonly actorName: string
  readonly post: string
  readonly at: Date
}

/** The same for two figures of one period and part of one indicator. */
export function keyOfFigure({
  indicator,
  slice,
  month,
}: Pick<Figure, 'indicator' | 'slice' | 'month'>) {
  return [indicator, slice.dimension, slice.name, month].join('\u0000')
}
