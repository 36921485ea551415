import type { FastifyRequest } from 'fastify'
import { isoDay } from '#calendar'
import { childRef } from '#children'
import { changingOf } from '#findings'
import { record } from '#journal'
import { type Cell, csvText } from '#kit/files/csv-write.ts'
import { workbookBytes } from '#kit/files/xlsx-write.ts'
import { download, type Route, route } from '#kit/http/index.ts'
import { loopOf } from '../../loop/gather.ts'
import type { AuditsRooms } from '../../pages/rooms.ts'
import { blindFor, sightOfAudit } from '../../sight.ts'
import { allAudits, invitedTo } from '../../store/index.ts'
import { currentTools } from '../../toolbox.ts'
import { type Listed, listed, listFrom, listHeadings, listRow } from '../list.ts'

export const LIST = '/audits/report/list'
const NAME = 'List of audits for inspectors'

/** `/audits/report/list.csv` and `.xlsx`: the audits of six months, one by one, for inspectors. */
export function listDownloads(rooms: AuditsRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: `${LIST}.csv`,
      handler: async ({ request }) => {
        const rows = await rowsFor(rooms, request, 'csv')
        return download(`${NAME}.csv`, 'text/csv; charset=utf-8', csvText(listHeadings, rows))
      },
    }),
    route({
      method: 'GET',
      url: `${LIST}.xlsx`,
      handler: async ({ request }) => {
        const rows = await rowsFor(rooms, request, 'xlsx')
        const bytes = workbookBytes([{ name: 'Audits', headings: listHeadings, rows }])
        const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        return download(`${NAME}.xlsx`, type, bytes)
      },
    }),
  ]
}

/** The rows that somebody may take away, and the line in the journal that they took them. */
async function rowsFor(
  rooms: AuditsRooms,
  request: FastifyRequest,
  format: 'csv' | 'xlsx',
): Promise<readonly (readonly Cell[])[]> {
  const by = await changingOf(rooms, request)
  const { childIds } = await rooms.shelf.history(by.authority)
  const ids = new Map(childIds.map(id => [childRef(rooms.secret, by.authority, id), id] as const))
  const sees = rooms.sightOf(by.viewer)
  return rooms.db.as(by.authority, async trx => {
    const audits = await allAudits(trx)
    const invited = await invitedTo(trx, { userId: by.viewer.id })
    const blind = blindFor(by.viewer, audits)
    const tools = new Map((await currentTools(trx)).map(({ key, title }) => [key, title]))
    const one = (audit: (typeof audits)[number]): Listed => {
      const sight = sightOfAudit(by.viewer, audit, invited, blind)
      const may = sees === 'all' || (sees !== 'none' && sees.teams.includes(audit.team))
      const child = sight === 'whole' && may ? ids.get(audit.childRef ?? '') : undefined
      return {
        audit,
        sight,
        child: child ?? null,
        tool: tools.get(audit.toolKey) ?? audit.toolKey,
      }
    }
    const span = { from: listFrom(by.today), to: by.today }
    const found = listed(audits.map(one), span)
    const { loops } = await loopOf(trx, by.today)
    await record(
      trx,
      {
        actor: by.actor,
        action: 'audit.list-taken',
        subject: { kind: 'audit list', id: format },
        detail: {
          from: isoDay(span.from),
          to: isoDay(span.to),
          audits: found.length,
          children: new Set(found.flatMap(({ child }) => child ?? [])).size,
        },
      },
      by.at,
    )
    return found.map(each => listRow(each, loops))
  })
}
