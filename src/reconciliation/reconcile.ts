import type { Day } from '#calendar'
import { type ExtractKind, type ExtractStore, type FrozenExtract, frozenTable } from '#extracts'
import { buildHistory, type Fields, fieldsOf, listNamed, tableIn } from '#records'
import { type Comparison, compareEvents, compareOpen, type Entry } from './compare.ts'
import { type Subject, type SubjectKey, subjectKeys, subjectOf } from './subject.ts'

/** Two extracts of different kinds that both answer a subject on one day. */
export interface Pair {
  readonly subject: SubjectKey
  readonly first: FrozenExtract
  readonly second: FrozenExtract
  /** The earlier of their days: both speak for it. */
  readonly on: Day
  /** Events are compared from here on; for what is open on a day, the day itself. */
  readonly since: Day
}

/** The subjects that two kinds of file answer, and every day on which they can be compared. */
export interface Series {
  readonly subject: SubjectKey
  readonly kinds: readonly [ExtractKind, ExtractKind]
  /** Oldest first; at least one. */
  readonly pairs: readonly Pair[]
}

const MOST_PAIRS = 24

/** Every subject in every two kinds of file that answer it, with the days. */
export function seriesIn(extracts: readonly FrozenExtract[]): readonly Series[] {
  const kinds = [...new Set(extracts.map(each => each.kind))].toSorted()
  return subjectKeys.flatMap(subject =>
    kinds.flatMap((one, at) =>
      kinds.slice(at + 1).flatMap(two => {
        const pairs = pairsOf(subjectOf(subject), extracts, one, two)
        return pairs.length === 0 ? [] : [{ subject, kinds: [one, two] as const, pairs }]
      }),
    ),
  )
}

/** For each day of either kind's extracts, the two that speak for it and were taken next to it. */
function pairsOf(
  subject: Subject,
  extracts: readonly FrozenExtract[],
  one: ExtractKind,
  two: ExtractKind,
): readonly Pair[] {
  const found = new Map<Day, Pair>()
  for (const first of extracts.filter(each => each.kind === one)) {
    for (const second of extracts.filter(each => each.kind === two)) {
      const pair = pairOf(subject, first, second)
      if (pair === null) continue
      const before = found.get(pair.on)
      const apart = (each: Pair) => Math.abs(each.first.asOf - each.second.asOf)
      if (before === undefined || apart(pair) < apart(before)) found.set(pair.on, pair)
    }
  }
  return [...found.values()].toSorted((a, b) => a.on - b.on).slice(-MOST_PAIRS)
}

function pairOf(subject: Subject, first: FrozenExtract, second: FrozenExtract): Pair | null {
  const on = Math.min(first.asOf, second.asOf)
  const [mine, theirs] = [spanOf(first, subject), spanOf(second, subject)]
  if (mine === null || theirs === null) return null
  const since = Math.max(mine.from, theirs.from)
  const isSaid = since <= on && on <= Math.min(mine.to, theirs.to)
  if (!isSaid) return null
  return {
    subject: subject.key,
    first,
    second,
    on,
    since: subject.counts === 'open on a day' ? on : since,
  }
}

function spanOf({ coverage, lists }: FrozenExtract, { from }: Subject) {
  if (!lists.some(each => each.list === from)) return null
  return coverage.find(each => each.list === from) ?? null
}

/** Compares two extracts, and remembers what came out: an extract never changes. */
export interface Reconciler {
  compare(authority: string, pair: Pair): Promise<Comparison>
}

export function openReconciler(storeOf: (authority: string) => ExtractStore): Reconciler {
  const known = new Map<string, Promise<Comparison>>()
  return {
    compare(authority, pair) {
      const key = [authority, pair.subject, pair.first.id, pair.second.id].join('/')
      const before = known.get(key)
      if (before !== undefined) return before
      const made = comparePair(storeOf(authority), pair)
      known.set(key, made)
      made.catch(() => known.delete(key))
      const [oldest] = known.keys()
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
      return made
    },
  }
}

const MOST_KNOWN = 500

async function comparePair(store: ExtractStore, pair: Pair): Promise<Comparison> {
  const subject = subjectOf(pair.subject)
  const first = await entriesOf(store, pair.first, subject)
  const second = await entriesOf(store, pair.second, subject)
  return subject.counts === 'open on a day'
    ? compareOpen(first, second, pair.on)
    : compareEvents(first, second, pair.since, pair.on)
}

/** The rows of one list of one extract alone, as no other extract has touched them. */
async function entriesOf(
  { vault }: ExtractStore,
  extract: FrozenExtract,
  { of, from, on, counts }: Subject,
): Promise<readonly Entry[]> {
  const frozen = extract.lists.find(each => each.list === from)
  const list = listNamed(from)
  if (frozen === undefined || list === undefined) return []
  const building = buildHistory([{ ...extract, extract: extract.id }])
  building.add(list, [frozenTable(await vault.get(frozen.sha256))])
  const history = building.history()
  const table = tableIn(history, of)
  if (table === null) return []
  const cursor = fieldsOf<Fields>(table)
  const entries: Entry[] = []
  const end = counts === 'open on a day' ? (of.spell?.[1] ?? null) : null
  for (let row = 0; row < table.length; row++) {
    cursor.row = row
    const day = cursor[on]
    const until = end === null ? null : cursor[end]
    const child = history.childIds[table.child[row] ?? -1]
    if (child === undefined || typeof day !== 'number') continue
    entries.push({ child, from: day, to: typeof until === 'number' ? until : null })
  }
  return entries
}
