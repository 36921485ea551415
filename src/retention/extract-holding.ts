import { longDay } from '#calendar'
import { destroyExtract, type ExtractStore, frozenExtracts } from '#extracts'
import type { Definition } from '#indicators'
import { recount, settleFigures } from '#performance'
import type { Due, Holding } from './retain.ts'

/**
 * Extracts, destroyed by destroying the keys of their files. The figures stay: those that do not come
 * out the same without the extract are noted first as resting on it.
 */
export function extractHolding(
  storeOf: (authority: string) => ExtractStore,
  definitions: readonly Definition[],
): Holding {
  const extractsOf = (authority: string) => storeOf(authority).db.as(authority, frozenExtracts)
  return {
    kind: 'extracts',
    async due(authority, before) {
      const extracts = await extractsOf(authority)
      return extracts
        .filter(extract => extract.loadedAt < before)
        .map(
          (extract): Due => ({
            thing: extract.id,
            words: `${extract.title}, which describes ${longDay(extract.asOf)}`,
            things: extract.lists.reduce((sum, list) => sum + list.rows, 0),
            hash: extract.id,
          }),
        )
    },
    async destroy(authority, due, _before, by, log) {
      const store = storeOf(authority)
      const extract = (await extractsOf(authority)).find(each => each.id === due.thing)
      if (extract === undefined) return
      // Figures that were not of all extracts could not be told apart from those that rest on this one.
      await recount(store, definitions, by)
      const settled = await settleFigures(store, definitions, extract.id, by.at)
      await destroyExtract(store, extract, by, async trx => {
        await settled.note(trx)
        await log(trx)
      })
      await recount(store, definitions, by)
    },
  }
}
