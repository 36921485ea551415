import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import type { GapSource } from './gaps.ts'

/** How a thing is shown where another refers to it. */
export interface Described {
  readonly title: string
  readonly href: string
  /** How it stands, in a few words: 'In action'. */
  readonly state: string
}

/** What a room says of its own kind of thing. What a viewer may not see it leaves out. */
export interface KindOfThing {
  readonly kind: string
  /** 'Recommendation' */
  readonly name: string
  describe(
    trx: Trx,
    ids: readonly string[],
    viewer: Viewer,
  ): Promise<ReadonlyMap<string, Described>>
}

/** The rooms that take part: who can describe what, and who knows of gaps. */
export interface Thread {
  readonly kinds: ReadonlyMap<string, KindOfThing>
  readonly gaps: readonly GapSource[]
}

/** @throws where two rooms claim one kind */
export function openThread(kinds: readonly KindOfThing[], gaps: readonly GapSource[] = []): Thread {
  const byKind = new Map(kinds.map(each => [each.kind, each]))
  if (byKind.size !== kinds.length) throw new Error('Two rooms describe the same kind of thing.')
  return { kinds: byKind, gaps }
}
