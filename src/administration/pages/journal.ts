import { z } from 'zod'
import { journalHead, readJournal, record, verifyJournal } from '#journal'
import { type Route, route, seeOther, show } from '#kit/http/index.ts'
import { allUsers } from '#people'
import type { AdministrationRooms } from '../rooms.ts'
import { journalView } from './journal.view.ts'
import { above, asking, current } from './section.ts'

const PATH = '/administration/journal'
const SHOWN = 100
const VERIFIED = { kind: 'journal', id: 'verified' }
const MOST_FAULTS = 20

/** `/administration/journal`: what was done, and whether the chain is whole. */
export function journalPages(rooms: AdministrationRooms): readonly Route[] {
  const { db } = rooms
  return [
    route({
      method: 'GET',
      url: PATH,
      query: z.object({
        kind: z.string().trim().max(60).catch('').default(''),
        id: z.string().trim().max(120).catch('').default(''),
        before: z.coerce
          .number()
          .int()
          .min(1)
          .max(2 ** 53)
          .optional()
          .catch(undefined),
      }),
      handler: async ({ request, query, csrf }) => {
        const { council } = await asking(rooms, request)
        const { kind, id, before } = query
        const found = await db.as(council.code, async trx => ({
          lines: await readJournal(trx, {
            limit: SHOWN,
            ...(kind !== '' && { subject: { kind, ...(id !== '' && { id }) } }),
            ...(before !== undefined && { before }),
          }),
          verified: (await readJournal(trx, { limit: 1, subject: VERIFIED }))[0],
          users: await allUsers(trx),
        }))
        const body = journalView({
          ...found,
          names: new Map(found.users.map(user => [user.id, user.name])),
          kind,
          id,
          more: found.lines.length === SHOWN,
          csrf: csrf(),
        })
        return show({ title: 'The journal', current, breadcrumbs: above, body })
      },
    }),
    route({
      method: 'POST',
      url: `${PATH}/verify`,
      handler: async ({ request }) => {
        const { council, by } = await asking(rooms, request)
        const head = await db.as(council.code, journalHead)
        const words: string[] = []
        let faults = 0
        for await (const fault of verifyJournal(db, council.code)) {
          faults++
          if (words.length < MOST_FAULTS) words.push(fault.words)
        }
        const detail = { upTo: head?.seq ?? 0, faults, words }
        await db.as(council.code, trx =>
          record(
            trx,
            { actor: by.actor, action: 'journal.verified', subject: VERIFIED, detail },
            by.at,
          ),
        )
        return seeOther(PATH)
      },
    }),
  ]
}
