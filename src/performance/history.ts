import { type ExtractStore, extractsThere, historyOf } from '#extracts'
import { slicerOf, withTeamNames } from '#indicators'
import type { History } from '#records'
import { teamNamesIn } from './team-names.ts'

/** All that the extracts say together, or all but one, with teams under the names they have now. */
export async function historyNow(store: ExtractStore, without?: string): Promise<History> {
  const names = await store.db.as(store.authority, teamNamesIn)
  return withTeamNames(await historyOf(store, without), names)
}

/**
 * The history that children's lists are read from, kept in memory between requests. It can be read
 * again from the frozen files at any time, so nothing is lost with the process.
 */
export interface Shelf {
  history(authority: string): Promise<History>
  /** Reads a history before anybody asks for it, with what every page of children takes from it. */
  warm(authority: string): Promise<void>
}

export function openShelf(storeOf: (authority: string) => ExtractStore): Shelf {
  const kept = new Map<string, { readonly mark: string; readonly history: Promise<History> }>()
  const shelf: Shelf = {
    async history(authority) {
      const store = storeOf(authority)
      const mark = await store.db.as(authority, async trx =>
        [...(await extractsThere(trx)), (await teamNamesIn(trx)).mark].join(),
      )
      const known = kept.get(authority)
      if (known?.mark === mark) return known.history
      // One authority at a time: two large histories would not fit beside each other.
      kept.clear()
      const history = historyNow(store)
      kept.set(authority, { mark, history })
      history.catch(() => kept.delete(authority))
      return history
    },
    async warm(authority) {
      slicerOf(await shelf.history(authority))
    },
  }
  return shelf
}
