import { type ExtractStore, frozenExtracts, historyOf } from '#extracts'
import type { History } from '#records'

/**
 * The history that children's lists are read from, kept in memory between requests. It can be read
 * again from the frozen files at any time, so nothing is lost with the process.
 */
export interface Shelf {
  history(authority: string): Promise<History>
}

export function openShelf(storeOf: (authority: string) => ExtractStore): Shelf {
  const kept = new Map<string, { readonly mark: string; readonly history: Promise<History> }>()
  return {
    async history(authority) {
      const store = storeOf(authority)
      const extracts = await store.db.as(authority, frozenExtracts)
      const mark = extracts.map(extract => extract.id).join()
      const known = kept.get(authority)
      if (known?.mark === mark) return known.history
      // One authority at a time: two large histories would not fit beside each other.
      kept.clear()
      const history = historyOf(store)
      kept.set(authority, { mark, history })
      history.catch(() => kept.delete(authority))
      return history
    },
  }
}
