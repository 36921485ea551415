import type { App } from '#app'
import { alertOfAudit, beginAudit, disputeGrade, handIn, invite, shippedTools } from '#audits'
import { isoMonth, monthOf } from '#calendar'
import { childRef } from '#children'
import { allUsers, dayIn } from '#people'
import { openShelf } from '#performance'
import type { Tool } from '#practice'
import { county } from './county.ts'

/** Addresses that answer in the small county for audits, their forms, alerts and disputes, by their routes. */
export async function auditsAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { childIds } = await openShelf(app.storeOf).history(county)
  const [tool] = shippedTools
  if (tool === undefined) throw new Error('There is no tool.')
  return app.db.as(county, async trx => {
    const at = new Date()
    const today = dayIn(at)
    const director = (await allUsers(trx)).find(({ name }) => name === 'Director')
    if (director === undefined) throw new Error('Nobody has come in as the director.')
    const other = { authority: county, actor: 'p1', actorName: 'Somebody', at, today }
    const own = { ...other, actor: director.id, actorName: director.name }
    const begin = async (by: typeof other) => {
      const childRefHere = childRef(app.config.secret, county, childIds[0] ?? '')
      const about = { toolKey: tool.key, childRef: childRefHere, team: 'A team' }
      return (await beginAudit(trx, by, { ...about, reason: 'asked for' })).id
    }
    const finish = async (by: typeof other) => {
      const id = await begin(by)
      const done = await handIn(trx, by, id, { version: 1, text: answersTo(tool), looked: true })
      if (done.issues.length > 0) throw new Error(done.issues[0]?.message)
      return id
    }
    const begun = await begin(other)
    const [done, disputed, mine, asked] = [
      await finish(other),
      await finish(other),
      await finish(own),
      await finish(other),
    ]
    await disputeGrade(trx, other, disputed, { raisedAs: 'auditor', words: 'It was better.' })
    await invite(trx, other, asked, director)
    const alert = await alertOfAudit(trx, done)
    const of = (id: string) => `/audits/${id}`
    return {
      '/audits': [
        '/audits',
        '/audits?grade=inadequate',
        '/audits?team=A%20team&month=2026-11',
        '/audits?page=2',
      ],
      '/audits/new': [
        '/audits/new',
        '/audits/new?reason=mock%20inspection',
        `/audits/new?tool=${tool.key}&of=${done}&team=A%20team`,
      ],
      '/audits/:id': [of(done), of(begun), of(disputed), of(mine), of(asked)],
      '/audits/:id/form': [`${of(begun)}/form`],
      '/audits/:id/stop': [`${of(begun)}/stop`],
      '/audits/:id/moderate': [`${of(done)}/moderate`],
      '/audits/:id/dispute': [`${of(mine)}/dispute`],
      '/audits/:id/decide': [`${of(disputed)}/decide`],
      '/audits/:id/own': [`${of(asked)}/own`],
      '/audits/alerts/:id': [`/audits/alerts/${alert?.id}`],
      '/audits/language/:id': [`/audits/language/${done}`],
      '/audits/figures/:code/:month': [
        `/audits/figures/QA02/${isoMonth(monthOf(today))}`,
        `/audits/figures/QA02/${isoMonth(monthOf(today))}?team=A%20team`,
        '/audits/figures/QA01/2026-03',
      ],
      '/audits/report/:month': ['service', 'board', 'public'].map(
        reader => `/audits/report/${isoMonth(monthOf(today))}?for=${reader}`,
      ),
      '/audits/tools/:key': shippedTools.map(({ key }) => `/audits/tools/${key}`),
      '/audits/tools/:key/edit': [`/audits/tools/${tool.key}/edit`],
    }
  })
}

/** Every question of a tool answered: inadequate, so that there is an alert. */
function answersTo(tool: Tool): Readonly<Record<string, string>> {
  return {
    safe: 'yes',
    safeWords: 'Seen last week.',
    ...Object.fromEntries(
      tool.standards.flatMap(({ key, compliance }) => [
        [`grade_${key}`, 'inadequate'],
        [`evidence_${key}`, 'Read in the record.'],
        ...compliance.map(check => [`tick_${check.key}`, 'no']),
      ]),
    ),
    said_child: 'Nobody came.',
    agreed_child: 'yes',
    'not-asked_parent': 'They did not want to be asked.',
    'not-asked_carer': 'There is no carer.',
    youngWords: 'The LAC review was late and nobody said why.',
  }
}
