import type { App } from '#app'
import { demoBodiesId } from '#bodies'
import {
  addPaper,
  bringFile,
  itemsOf,
  keepFile,
  meetingsOfBody,
  noticesOf,
  packsOf,
  papersOf,
} from '#meetings'
import { Readable } from 'node:stream'
import { county } from './county.ts'

/** Addresses that answer in the small county for meetings, agendas and papers, by their routes. */
export async function meetingsAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  return app.db.as(county, async trx => {
    const of = async (body: string) => meetingsOfBody(trx, demoBodiesId('body', body))
    const [scrutiny, cabinet, board] = [
      await of('scrutiny'),
      await of('cabinet'),
      await of('board'),
    ]
    const all = [
      ...scrutiny,
      ...cabinet,
      ...board,
      ...(await of('parenting')),
      ...(await of('safeguarding')),
    ]
    const held = scrutiny.find(each => each.state === 'held')
    const closed = cabinet.find(each => each.state === 'held')
    const ended = all.filter(each => each.state === 'cancelled' || each.state === 'postponed')
    // The next meeting of which nothing is out yet and something is written.
    const papersTo = await papersOf(trx, ...board.map(({ id }) => id))
    const draft = papersTo.find(({ publishedAt }) => publishedAt === null)
    const published = (await papersOf(trx, held?.id ?? '')).find(each => each.publishedAt !== null)
    const exempt = (await papersOf(trx, closed?.id ?? '')).at(-1)
    const items = await itemsOf(trx, held?.id ?? '')
    const draftItem = (await itemsOf(trx, draft?.meetingId ?? ''))[0]
    const packs = await packsOf(trx, held?.id ?? '')
    const [notice] = await noticesOf(trx, null)
    const by = {
      authority: county,
      actor: 'test',
      actorName: 'Test',
      at: new Date(),
      today: Math.floor(Date.now() / 86_400_000),
    }
    const file = await bringFile('words.txt', Readable.from([Buffer.from('Words.')]))
    await keepFile(trx, county, file, by)
    const brought = await addPaper(trx, by, {
      meetingId: draft?.meetingId ?? '',
      itemId: null,
      kind: 'other',
      title: 'Brought as a file',
      fileSha: file.sha256,
    })
    const at = (id: string | undefined): string => `/meetings/${id}`
    const toCome = at(draft?.meetingId)
    const paper = (one: { readonly meetingId: string; readonly id: string } | undefined): string =>
      `${at(one?.meetingId)}/papers/${one?.id}`
    return {
      '/meetings': [
        '/meetings',
        '/meetings?past=all',
        `/meetings?body=${demoBodiesId('body', 'board')}`,
      ],
      '/meetings/month/:month': ['/meetings/month/2026-08', '/meetings/month/2026-12'],
      '/meetings/:id': [at(held?.id), at(closed?.id), toCome, ...ended.map(({ id }) => at(id))],
      '/meetings/:id/agenda': [`${toCome}/agenda`, `${at(closed?.id)}/agenda`],
      '/meetings/:id/ready': [`${toCome}/ready`, `${at(held?.id)}/ready`],
      '/meetings/:id/change': [`${toCome}/change`],
      '/meetings/:id/cancel': [`${toCome}/cancel`],
      '/meetings/:id/postpone': [`${toCome}/postpone`],
      '/meetings/:id/attendance': [`${at(held?.id)}/attendance`, `${toCome}/attendance`],
      '/meetings/:id/items/new': [`${toCome}/items/new`, `${at(held?.id)}/items/new`],
      '/meetings/:id/items/:item': [`${toCome}/items/${draftItem?.id}`],
      '/meetings/:id/items/:item/remove': [`${toCome}/items/${draftItem?.id}/remove`],
      '/meetings/:id/items/:item/withdraw': [`${at(held?.id)}/items/${items[0]?.id}/withdraw`],
      '/meetings/:id/papers/new': [`${toCome}/papers/new`],
      '/meetings/:id/papers/bring': [`${toCome}/papers/bring`],
      '/meetings/:id/papers/:paper': [
        paper(published),
        paper(exempt),
        paper(draft),
        paper(brought),
      ],
      '/meetings/:id/papers/:paper/file': [`${paper(brought)}/file`],
      '/meetings/:id/papers/:paper/change': [`${paper(draft)}/change`, `${paper(brought)}/change`],
      '/meetings/:id/papers/:paper/remove': [`${paper(draft)}/remove`],
      '/meetings/:id/papers/:paper/replace': [`${paper(published)}/replace`],
      '/meetings/:id/papers/:paper/withdraw': [`${paper(published)}/withdraw`],
      '/meetings/:id/pack.pdf': [`${at(held?.id)}/pack.pdf`],
      '/meetings/:id/packs/:nth/pack.pdf': packs
        .filter(({ nth }) => nth > 0)
        .map(({ nth }) => `${at(held?.id)}/packs/${nth}/pack.pdf`),
      '/meetings/:id/packs/:nth/restricted.pdf': [`${at(closed?.id)}/packs/0/restricted.pdf`],
      '/meetings/new': ['/meetings/new', `/meetings/new?body=${demoBodiesId('body', 'board')}`],
      '/meetings/bodies/:body': [`/meetings/bodies/${demoBodiesId('body', 'board')}`],
      '/meetings/notices/:notice': [`/meetings/notices/${notice?.id}`],
    }
  })
}
