import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import type { Described, Thread } from './kinds.ts'
import { linksAround } from './store.ts'
import { keyOf, type Part, parts, type Step, type Thing, walk } from './thread.ts'

export interface ShownStep extends Step {
  readonly kindName: string
  readonly described: Described
}

/** The thread of one thing, ready to be shown. */
export interface ThreadModel {
  readonly thing: Thing
  readonly parts: readonly { readonly part: Part; readonly steps: readonly ShownStep[] }[]
  /** Things of the thread that this viewer may not see, or that are gone. */
  readonly hidden: number
  readonly href: string
}

export const threadPath = ({ kind, id }: Thing): string =>
  `/thread/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`

/** What hangs on a thing, as far as the viewer may see it. */
export async function threadOf(
  trx: Trx,
  thread: Thread,
  thing: Thing,
  viewer: Viewer,
  steps = 5,
): Promise<ThreadModel> {
  const walked = walk(await linksAround(trx, thing, steps), thing)
  const all = parts.flatMap(part => walked[part])
  const described = await describeAll(
    trx,
    thread,
    all.map(step => step.thing),
    viewer,
  )
  let hidden = 0
  const shown = parts.map(part => ({
    part,
    steps: walked[part].flatMap((step): readonly ShownStep[] => {
      const found = described.get(keyOf(step.thing))
      if (found === undefined) {
        hidden += 1
        return []
      }
      const kindName = thread.kinds.get(step.thing.kind)?.name ?? step.thing.kind
      return [{ ...step, kindName, described: found }]
    }),
  }))
  return {
    thing,
    parts: shown.filter(each => each.steps.length > 0),
    hidden,
    href: threadPath(thing),
  }
}

/** What each thing is called, by `keyOf`; without those that are gone or not for this viewer. */
export async function describeAll(
  trx: Trx,
  thread: Thread,
  things: readonly Thing[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, Described>> {
  const found = new Map<string, Described>()
  for (const kind of new Set(things.map(each => each.kind))) {
    const ids = [...new Set(things.filter(each => each.kind === kind).map(each => each.id))]
    const described = await thread.kinds.get(kind)?.describe(trx, ids, viewer)
    for (const [id, each] of described ?? []) found.set(keyOf({ kind, id }), each)
  }
  return found
}
