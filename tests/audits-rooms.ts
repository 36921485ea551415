import type { App } from '#app'
import type { AuditsRooms } from '#audits'
import { openDoor } from '#looking'
import { openShelf } from '#performance'
import { seesChildrenOf } from '#people'
import { openThread } from '#thread'
import { county } from './county.ts'
import { roomsOf } from './signed-in.ts'

/** What the pages of audits need, on the small county. */
export function auditsRooms(app: App, more: Partial<AuditsRooms> = {}): AuditsRooms {
  return {
    ...roomsOf(app.db, county),
    thread: openThread([], []),
    shelf: openShelf(app.storeOf),
    storeOf: app.storeOf,
    door: openDoor(app.db),
    sightOf: seesChildrenOf,
    secret: app.config.secret,
    colleagues: () => Promise.resolve([]),
    teamNames: () => Promise.resolve([]),
    mail: null,
    publicUrl: '',
    ...more,
  }
}
