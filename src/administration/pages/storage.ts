import { destroyedExtracts, frozenExtracts } from '#extracts'
import { type Route, route, show } from '#kit/http/index.ts'
import { destroyedThings, retain, retentionRules, rulesInWords } from '#retention'
import type { AdministrationRooms } from '../rooms.ts'
import { above, asking, current } from './section.ts'
import { storageView } from './storage.view.ts'

/** How far ahead is said what will be destroyed. */
const AHEAD_DAYS = 92

/** `/administration/storage`: what is kept where, under which keys, and what goes next. */
export function storagePage(rooms: AdministrationRooms): Route {
  const { db } = rooms
  return route({
    method: 'GET',
    url: '/administration/storage',
    handler: async ({ request }) => {
      const { council, today, by } = await asking(rooms, request)
      const found = await db.as(council.code, async trx => ({
        extracts: await frozenExtracts(trx),
        gone: await destroyedExtracts(trx),
        destroyed: await destroyedThings(trx),
        rules: await retentionRules(trx),
      }))
      const next = await retain(db, council.code, rooms.holdings, {
        ...by,
        today: today + AHEAD_DAYS,
        dryRun: true,
      })
      const body = storageView({
        ...found,
        rules: rulesInWords(found.rules, today).map(words => words.replace(/^\w+: /, '')),
        next,
        nextUntil: today + AHEAD_DAYS,
        stored: await rooms.stored(),
      })
      return show({ title: 'Storage', current, breadcrumbs: above, body })
    },
  })
}
