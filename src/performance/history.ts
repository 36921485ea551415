import { type ExtractStore, extractsThere, historyOf } from '#extracts'
import { slicerOf } from '#indicators'
import type { History } from '#records'

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
      const mark = (await store.db.as(authority, extractsThere)).join()
      const known = kept.get(authority)
      if (known?.mark === mark) return known.history
      // One authority at a time: two large histories would not fit beside each other.
      kept.clear()
      const history = historyOf(store)
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
