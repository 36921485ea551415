import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '#app'
import {
  allInspections,
  allInterventions,
  challengesOf,
  changeInspection,
  currentBoard,
  keepDocument,
  questionsOf,
  readReport,
} from '#inspections'
import { county } from './county.ts'

const pages = [
  [
    'Focused visit to Ambershire children’s services',
    '14 March 2019',
    'This letter summarises the findings of the focused visit to Ambershire children’s',
    'services on 12 and 13 February 2019. The inspectors looked at the front door.',
    'What needs to improve in this area of social work practice',
    '• The speed of answers to those who ring.',
  ].join('\n'),
]

/** Addresses that answer in the small county for inspections and the board, by their routes. */
export async function inspectionAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await sql<{ id: string }>`
    select id from people.users where authority = ${county} and name = 'Director'`.execute(
    app.db.owner,
  )
  const at = new Date()
  const by = { authority: county, actor: 'test', actorName: 'Test', at, today: 20_778 }
  const ids = { waiting: randomUUID(), used: randomUUID(), library: randomUUID() }
  const found = await app.db.as(county, async trx => {
    const kept = { name: 'letter.txt', hash: randomUUID(), pages, reading: readReport(pages) }
    const broughtBy = rows[0]?.id ?? ''
    await keepDocument(trx, county, { ...kept, id: ids.waiting, broughtBy, ofLibrary: false }, at)
    await keepDocument(trx, county, { ...kept, id: ids.used, broughtBy, ofLibrary: false }, at)
    await keepDocument(trx, county, { ...kept, id: ids.library, broughtBy, ofLibrary: true }, at)
    const all = await allInspections(trx)
    const last = all.find(({ kind, endedOn }) => kind === 'full' && endedOn > 19_000)
    if (last !== undefined)
      await changeInspection(trx, by, last.id, { ...last, documentId: ids.used })
    const contested = all.find(({ title, endedOn }) => title.includes('2018') && endedOn < 18_500)
    const board = await currentBoard(trx)
    return {
      last: `/inspections/${last?.id}`,
      contested: `/inspections/${contested?.id}`,
      challenge: (await challengesOf(trx, contested?.id ?? randomUUID()))[0]?.id,
      intervention: (await allInterventions(trx)).find(each => each.liftedOn === null)?.id,
      question: (await questionsOf(trx, board?.id ?? randomUUID()))[0]?.id,
    }
  })
  const still = ['/inspections', '/inspections/bring', '/interventions', '/interventions/new']
  const more = ['/library', '/library/add', '/board', '/board/challenges', '/board/change']
  const ends = ['', '/change', '/deadlines', '/report', '/challenges/new']
  return {
    ...Object.fromEntries([...still, ...more, '/board/questions/new'].map(url => [url, [url]])),
    ...Object.fromEntries(ends.map(end => [`/inspections/:id${end}`, [`${found.last}${end}`]])),
    '/inspections/new': [
      '/inspections/new',
      '/inspections/new?kind=full',
      '/inspections/new?kind=full&framework=ilacs-2026',
    ],
    '/inspections/reading/:id': rows.length === 0 ? [] : [`/inspections/reading/${ids.waiting}`],
    '/inspections/:id/challenges/:challenge': [`${found.contested}/challenges/${found.challenge}`],
    '/interventions/:id/review': [`/interventions/${found.intervention}/review`],
    '/interventions/:id/lift': [`/interventions/${found.intervention}/lift`],
    '/library/:id': [`/library/${ids.library}`],
    '/board/questions/:id': [`/board/questions/${found.question}`],
    '/board/meetings/:nth': ['/board/meetings/20'],
  }
}
