import type { App } from '#app'
import { childRef } from '#children'
import { saveCouncil } from '#council'
import { load, loadJob, readers } from '#extracts'
import { invite } from '#people'
import { openShelf } from '#performance'
import type { Server } from '../src/app/site.ts'
import { careReturn } from './ssda903.ts'
import { visitor } from './visitor.ts'

export const neighbourCode = 'NEXT'

/** What belongs to another authority in the same installation, by what addresses name it with. */
export interface Neighbour {
  readonly extract: string
  readonly job: string
  readonly user: string
  readonly ref: string
  readonly month: string
  /** Words that stand nowhere but in what is theirs: a child, a person, an extract, a place, a job. */
  readonly marks: readonly string[]
}

const CHILD = 'QXNEIGHBOUR77'

/** Sets up a second authority with a child, an extract, figures, a person and a load of its own. */
export async function addNeighbour(app: App, server: Server): Promise<Neighbour> {
  const name = 'Zorbshire Council'
  const council = { code: neighbourCode, name, brandColour: null, demonstration: true }
  const store = app.storeOf(neighbourCode)
  const files = careReturn({ year: 2019, children: [1, 2, 3], home: [2] }).map(
    ({ name: file, bytes }) => ({
      name: `zorb-${file}`,
      bytes: Buffer.from(Buffer.from(bytes).toString().replaceAll(/^1,/gm, `${CHILD},`)),
    }),
  )
  const { kept } = await load(store, files, readers, { actor: 'test', at: new Date() })
  await app.recount(neighbourCode, 'test')
  await saveCouncil(app.db, council, new Date())
  const guest = {
    name: 'Zorba Neighbour',
    email: 'zorba@next.example',
    roles: ['administrator'] as const,
  }
  const by = { actor: 'test', at: new Date() }
  const invited = await invite(app.db, neighbourCode, guest, by)
  if (invited.kind !== 'invited') throw new Error('nobody was invited')
  const extract = kept[0]?.id ?? ''
  const { childIds } = await openShelf(app.storeOf).history(neighbourCode)
  const ref = childRef(app.config.secret, neighbourCode, CHILD)
  if (!childIds.includes(CHILD)) throw new Error('the child was not loaded')
  // A load that fails for want of its folder is there to be asked after all the same.
  const analyst = visitor(server.http, '203.0.113.9')
  await analyst.post('/about/council', { council: neighbourCode })
  await analyst.become('analyst')
  const job = await server.jobs.send(loadJob, neighbourCode, {
    folder: crypto.randomUUID(),
    actor: 'test',
  })
  const marks = [CHILD, guest.name, guest.email, extract, job, 'zorb-header.csv', invited.userId]
  return { extract, job, user: invited.userId, ref, month: '2019-03', marks }
}
