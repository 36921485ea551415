import type { Day } from '#calendar'

/** One spell or event of a child as one file has it; `to` null for a spell that goes on or an event. */
export interface Entry {
  readonly child: string
  readonly from: Day
  readonly to: Day | null
}

export const reasons = {
  'date differs': 'The date is typed differently',
  'ended in one': 'It had ended in the other file',
  'begins later': 'It begins later in the other file',
  'not there': 'The other file knows the child and not this',
  'child not named': 'The other file does not name this child in this list',
} as const
export type Reason = keyof typeof reasons

/** Something that one file has and the other lacks, with what may explain it. */
export interface Only {
  readonly child: string
  /** As the file has it that holds it. */
  readonly here: Entry
  /** What the other file has of the child that comes nearest; null for nothing. */
  readonly there: Entry | null
  readonly reason: Reason
}

export interface Comparison {
  readonly on: Day
  readonly inBoth: number
  readonly first: number
  readonly second: number
  readonly onlyFirst: readonly Only[]
  readonly onlySecond: readonly Only[]
}

/** Two days so near each other are one event whose date was typed differently. */
const NEAR_DAYS = 31

/** Children with a spell that is open at the end of the day, file by file. A child counts once. */
export function compareOpen(
  first: readonly Entry[],
  second: readonly Entry[],
  on: Day,
): Comparison {
  const isOpen = ({ from, to }: Entry) => from <= on && (to === null || to > on)
  const [mine, theirs] = [firstOf(first.filter(isOpen)), firstOf(second.filter(isOpen))]
  const only = (own: ReadonlyMap<string, Entry>, other: ReadonlyMap<string, Entry>, all: Index) =>
    [...own.values()]
      .filter(({ child }) => !other.has(child))
      .map(here => onlyOpen(here, all.get(here.child) ?? [], on))
  return {
    on,
    inBoth: [...mine.keys()].filter(child => theirs.has(child)).length,
    first: mine.size,
    second: theirs.size,
    onlyFirst: only(mine, theirs, indexed(second)),
    onlySecond: only(theirs, mine, indexed(first)),
  }
}

function onlyOpen(here: Entry, there: readonly Entry[], on: Day): Only {
  const { child } = here
  const nearest = nearestTo(here, there)
  if (nearest === null) return { child, here, there: null, reason: 'child not named' }
  const near = Math.abs(nearest.from - here.from) <= NEAR_DAYS
  if (nearest.from > on) {
    return { child, here, there: nearest, reason: near ? 'date differs' : 'begins later' }
  }
  return { child, here, there: nearest, reason: 'ended in one' }
}

/** Events from one day to another, each as often as it happened. */
export function compareEvents(
  first: readonly Entry[],
  second: readonly Entry[],
  since: Day,
  on: Day,
): Comparison {
  const within = ({ from }: Entry) => from >= since && from <= on
  const [mine, theirs] = [first.filter(within), second.filter(within)]
  const left = unmatched(mine, theirs)
  const right = unmatched(theirs, mine)
  // Of two that are near each other and have no other match, each says where the other stands.
  const only = (own: readonly Entry[], all: Index): readonly Only[] =>
    own.map(here => {
      const nearest = nearestTo(here, all.get(here.child) ?? [])
      const { child } = here
      if (nearest === null) return { child, here, there: null, reason: 'child not named' }
      const near = Math.abs(nearest.from - here.from) <= NEAR_DAYS
      return { child, here, there: nearest, reason: near ? 'date differs' : 'not there' }
    })
  return {
    on,
    inBoth: mine.length - left.length,
    first: mine.length,
    second: theirs.length,
    onlyFirst: only(left, indexed(second)),
    onlySecond: only(right, indexed(first)),
  }
}

type Index = ReadonlyMap<string, readonly Entry[]>

function indexed(entries: readonly Entry[]): Index {
  return Map.groupBy(entries, each => each.child)
}

function firstOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const each of entries) if (!found.has(each.child)) found.set(each.child, each)
  return found
}

function nearestTo(here: Entry, there: readonly Entry[]): Entry | null {
  const apart = (entry: Entry) => Math.abs(entry.from - here.from)
  return there.toSorted((a, b) => apart(a) - apart(b))[0] ?? null
}

/** Those that the other has not, where two of one child and day need two there. */
function unmatched(own: readonly Entry[], other: readonly Entry[]): readonly Entry[] {
  const left = new Map<string, number>()
  const keyOf = ({ child, from }: Entry) => `${from}\u0000${child}`
  for (const each of other) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1)
  return own.filter(each => {
    const key = keyOf(each)
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
}

/** Of how many that either file has, in how many hundred the two agree; null where neither has any. */
export function agreement({ inBoth, onlyFirst, onlySecond }: Comparison): number | null {
  const all = inBoth + onlyFirst.length + onlySecond.length
  return all === 0 ? null : (inBoth / all) * 100
}
