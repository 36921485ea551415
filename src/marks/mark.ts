import { type Day, lastDayOf, type Month } from '#calendar'
import { type Definition, type Slice } from '#indicators'

/** A figure that somebody sets something on: an indicator in a slice. */
export interface Place {
  readonly indicator: string
  readonly slice: Slice
}

/** What a figure should reach. */
export interface Target extends Place {
  readonly id: string
  /** In the units of the figure; null where the target is not a number. */
  readonly value: number | null
  /** As it was written: '90%', 'as good as our neighbours'. */
  readonly words: string
  readonly from: Day
  readonly until: Day | null
  readonly ownerId: string | null
  readonly owner: string | null
  readonly reason: string
  readonly setAt: Date
  readonly setByName: string
  readonly withdrawn: Ended | null
}

/** What happened in a month: on every chart of a slice, or on that of one indicator. */
export interface Note {
  readonly id: string
  readonly indicator: string | null
  readonly slice: Slice
  readonly month: Month
  readonly words: string
  readonly madeAt: Date
  readonly madeBy: string
  readonly madeByName: string
  readonly changedAt: Date | null
  readonly withdrawn: Ended | null
}

/** The decision that the limits of a figure are made anew from a month on. */
export interface Rebasing extends Place {
  readonly id: string
  readonly from: Month
  readonly reason: string
  readonly wasOffered: boolean
  readonly decidedAt: Date
  readonly decidedByName: string
  readonly undone: Ended | null
}

/** Who took something back, when and why. */
export interface Ended {
  readonly at: Date
  readonly byName: string
  readonly why: string
}

export type MarkKind = 'target' | 'note' | 'rebasing'

export interface MarkEvent {
  readonly kind: MarkKind
  readonly markId: string
  readonly at: Date
  readonly actorName: string
  readonly action: string
  readonly words: string
  readonly before: string
}

/** Everything that stands on the figures of a council, without what was withdrawn. */
export interface Marks {
  readonly targets: readonly Target[]
  readonly notes: readonly Note[]
  readonly rebasings: readonly Rebasing[]
}

export const noMarks: Marks = { targets: [], notes: [], rebasings: [] }

export const sameSlice = (one: Slice, other: Slice): boolean =>
  one.dimension === other.dimension && one.name === other.name

const isAt = (mark: Place, { indicator, slice }: Place): boolean =>
  mark.indicator === indicator && sameSlice(mark.slice, slice)

/**
 * What stands on one figure. A note of a slice is on all its charts, and one of the whole county on
 * every chart there is; a target and a rebasing are of the one figure. In the order of time.
 */
export function marksOn({ targets, notes, rebasings }: Marks, place: Place): Marks {
  return {
    targets: targets.filter(each => isAt(each, place)).toSorted((a, b) => a.from - b.from),
    notes: notes
      .filter(({ indicator, slice }) => {
        const isHere = sameSlice(slice, place.slice) || slice.dimension === 'county'
        return isHere && (indicator === null || indicator === place.indicator)
      })
      .toSorted((a, b) => a.month - b.month || a.madeAt.getTime() - b.madeAt.getTime()),
    rebasings: rebasings.filter(each => isAt(each, place)).toSorted((a, b) => a.from - b.from),
  }
}

/** The target that holds for a month, by its last day; of two the one that begins later. */
export function targetIn(targets: readonly Target[], month: Month): Target | null {
  const day = lastDayOf(month)
  const held = targets.filter(({ from, until }) => from <= day && (until === null || until >= day))
  return held.toSorted((a, b) => b.from - a.from)[0] ?? null
}

/** The numbers in what somebody wrote as a target: '90', '90%', 'at least 1,200', '38 working days'. */
export function numberIn(written: string): number | null {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/^(?:at least|at most|no more than|no fewer than|under|over|below|above)\s+/, '')
    .replace(
      /(?:\s*%|\s*per cent|\s+per 10,?000|\s+(?:working |school )?(?:days|months|years|children))\.?$/,
      '',
    )
  if (!/^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(plain)) return null
  return Number(plain.replaceAll(',', ''))
}

/** Why a number cannot be what a figure reaches; null where it can. */
export function refusalOfTarget(definition: Definition, value: number): string | null {
  if (value < 0) return 'A target cannot be below 0.'
  if (definition.unit === 'percentage' && value > 100)
    return 'A share cannot be over 100%. Enter a number from 0 to 100.'
  return null
}

/** 'at least 90%': which side of it is meant follows from which way is better. */
export function targetInWords(
  { good }: Pick<Definition, 'good'>,
  target: Pick<Target, 'value' | 'words'>,
  format: (value: number) => string,
): string {
  if (target.value === null) return target.words
  const side = { high: 'at least ', low: 'at most ', neutral: '' }[good]
  return `${side}${format(target.value)}`
}
