import type { FastifyInstance } from 'fastify'
import type { App } from '#app'
import { councils } from '#council'
import { library } from '#indicators'
import { createServer } from '#kit/http/index.ts'
import { openLog } from '#kit/log.ts'
import { allow, anybody, type Role, seesChildrenOf, type Viewer, viewerOf } from '#people'
import { openShelf } from '#performance'
import { type ChildrenRooms, childPages } from '../src/children/index.ts'
import {
  type Colleague,
  demoColleaguesOf,
  lookingPages,
  type LookingRooms,
  openDoor,
  openRecorder,
  recordLooking,
} from '../src/looking/index.ts'
import { county } from './county.ts'

/** Somebody to look at the county as. */
export function somebody(id: string, role: Role, teams: readonly string[] = []): Viewer {
  return { id, name: `The ${role}`, authority: county, roles: [role, 'public'], teams }
}

export interface LookingSite {
  readonly http: FastifyInstance
  readonly rooms: ChildrenRooms & LookingRooms
  /** Writes what was looked at so far. */
  flush(): Promise<void>
  /** From here on, requests are this person's. */
  become(viewer: Viewer): void
}

/** The pages of children and of looking on an installation, for whoever the test says is asking. */
export async function lookingSite(
  app: App,
  now: () => Date,
  people: readonly Colleague[] = [],
): Promise<LookingSite> {
  let viewer: Viewer = anybody(county)
  const council = (await councils(app.db)).find(each => each.code === county)
  const rooms: ChildrenRooms & LookingRooms = {
    db: app.db,
    here: async () =>
      council === undefined ? null : { council, today: Math.floor(now().getTime() / 86_400_000) },
    now,
    guardOf: allow,
    viewerOf,
    sightOf: seesChildrenOf,
    shelf: openShelf(app.storeOf),
    door: openDoor(app.db),
    secret: app.config.secret,
    colleagues: async authority => [...people, ...(await demoColleaguesOf(app.db, authority))],
    definitions: library,
  }
  const recorder = openRecorder(app.db, openLog('silent'))
  const http = await createServer({
    site: { product: 'Sightline', council: 'Quillshire', navigation: [], footer: [] },
    brand: { colour: '#1f4e5f' },
    secret: app.config.secret,
    log: openLog('silent'),
    health: { checks: {}, info: { name: 'sightline', startedAt: '' } },
    prepare: server => {
      server.decorateRequest('viewer', undefined)
      server.addHook('onRequest', async request => {
        request.viewer = viewer
      })
      recordLooking(recorder, viewerOf, now)(server)
    },
    routes: [...childPages(rooms), ...lookingPages(rooms)],
  })
  return {
    http,
    rooms,
    flush: recorder.flush,
    become: next => {
      viewer = next
    },
  }
}
