import type { Day } from '#calendar'
import { likelyTheSame, type Likeness } from '#findings'
import type { Commitment } from './commitment.ts'
import { isOpen } from './steps.ts'

/** A concern with every time that it was raised, first to last. */
export interface ConcernThread {
  /** The first raising: it holds where the concern stands. */
  readonly first: Commitment
  readonly raisings: readonly Commitment[]
  /** What was answered, in the order of the days. */
  readonly answers: readonly Answered[]
  readonly isOpen: boolean
  /** Raised again after the last answer, or never answered. */
  readonly isUnanswered: boolean
  /** The bodies at which it was raised, each once. */
  readonly bodies: readonly string[]
}

export interface Answered {
  readonly on: Day
  readonly respondent: string
  readonly words: string
  readonly to: Commitment
}

/** Concerns, those that return as one, the one raised most often first and then the oldest. */
export function concernThreads(all: readonly Commitment[]): readonly ConcernThread[] {
  const concerns = all.filter(each => each.kind === 'concern' && each.state !== 'withdrawn')
  const byId = new Map(concerns.map(each => [each.id, each]))
  const threads = new Map<string, Commitment[]>()
  for (const each of concerns) {
    const root = rootOf(each, byId)
    threads.set(root.id, [...(threads.get(root.id) ?? []), each])
  }
  return [...threads]
    .map(([root, raisings]) => threadOf(byId.get(root), raisings))
    .toSorted(
      (a, b) => b.raisings.length - a.raisings.length || a.first.origin.on - b.first.origin.on,
    )
}

/** The raising that it hangs on; itself where that is not among them. */
function rootOf(one: Commitment, byId: ReadonlyMap<string, Commitment>): Commitment {
  const seen = new Set<string>()
  let root = one
  for (;;) {
    const next = root.joinedTo === null ? undefined : byId.get(root.joinedTo)
    if (next === undefined || seen.has(next.id)) return root
    seen.add(root.id)
    root = next
  }
}

function threadOf(root: Commitment | undefined, members: readonly Commitment[]): ConcernThread {
  const raisings = members.toSorted((a, b) => a.origin.on - b.origin.on || a.number - b.number)
  const first = root ?? raisings[0]
  if (first === undefined) throw new Error('A thread of concerns has at least one raising.')
  const answers = raisings
    .flatMap(({ response, ...to }) =>
      response === null
        ? []
        : [
            {
              on: response.on,
              respondent: response.respondent,
              words: response.words,
              to: { ...to, response },
            },
          ],
    )
    .toSorted((a, b) => a.on - b.on)
  const last = raisings.at(-1)?.origin.on ?? first.origin.on
  const open = isOpen(first)
  return {
    first,
    raisings,
    answers,
    isOpen: open,
    isUnanswered: open && (answers.at(-1)?.on ?? Number.NEGATIVE_INFINITY) < last,
    bodies: [...new Set(raisings.map(each => each.origin.bodyName))],
  }
}

/**
 * Earlier concerns that may say the same, most alike first. Only first raisings are offered; what
 * was said at any raising of a thread counts.
 */
export function likelyTheSameConcern(
  words: string,
  on: Day,
  all: readonly Commitment[],
  exceptId: string | null = null,
): readonly Likeness<Commitment>[] {
  const threads = concernThreads(all).filter(
    each => each.first.origin.on <= on && each.raisings.every(one => one.id !== exceptId),
  )
  const raisings = threads.flatMap(each =>
    each.raisings.map(one => ({ text: one.words, of: each.first })),
  )
  const best = new Map<string, Likeness<Commitment>>()
  for (const each of likelyTheSame(withoutFrame(words), raisings, LEAST))
    if (!best.has(each.other.id)) best.set(each.other.id, each)
  return [...best.values()].slice(0, 5)
}

/** A concern is a sentence or two and frames itself in much the same words, so less has to be alike. */
const LEAST = 0.2

/** Without 'members reiterated previous concerns raised at committee meetings', which all have. */
const withoutFrame = (words: string): string =>
  words.replaceAll(
    /\b(members?|committee|reiterated?|previous(ly)?|concern(s|ed)?|raised|meetings?|regard|stated|expressed)\b/gi,
    ' ',
  )
