import type { ExtractReader, Refusal, SourceFile } from './extract.ts'
import { type ExtractStore, freeze } from './freeze.ts'
import type { FrozenExtract } from './frozen.ts'
import { receive } from './receive.ts'
import { hasExtract } from './store.ts'

/** What became of the files that somebody gave. */
export interface Loaded {
  readonly kept: readonly FrozenExtract[]
  /** Identifiers of extracts that had been loaded before. */
  readonly alreadyThere: readonly string[]
  /** Files that nobody could read. What was refused inside an extract stands with the extract. */
  readonly refusals: readonly Refusal[]
}

export interface LoadOptions {
  readonly actor: string
  readonly at: Date
  readonly asOf?: number
  readonly progress?: (share: number, words: string) => void
  readonly fault?: (error: unknown) => void
}

/** Reads files through the door and freezes what was read, one return after another. */
export async function load(
  store: ExtractStore,
  files: readonly SourceFile[],
  readers: readonly ExtractReader[],
  { actor, at, ...options }: LoadOptions,
): Promise<Loaded> {
  const isThere = (id: string) => store.db.as(store.authority, trx => hasExtract(trx, id))
  const received = await receive(files, readers, { ...options, isThere })
  const kept: FrozenExtract[] = []
  const alreadyThere = [...received.alreadyThere]
  for (const each of received.extracts) {
    options.progress?.(1, `Keeping ${each.extract.title}`)
    const result = await freeze(store, each, { actor, at })
    if (result.kind === 'kept') kept.push(result.extract)
    else alreadyThere.push(result.id)
  }
  return { kept, alreadyThere, refusals: received.refusals }
}
