import type { App } from '#app'
import {
  addVignette,
  allAudits,
  drawSample,
  insertDraw,
  oblige,
  populationNow,
  shippedTools,
} from '#audits'
import { dayIn } from '#people'
import { openShelf } from '#performance'
import { county } from './county.ts'

/** Addresses that answer in the small county for the programme, samples and reliability of audits. */
export async function auditProgrammeAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const shelf = openShelf(app.storeOf)
  const { asOf } = await shelf.history(county)
  const from = await populationNow({ shelf, secret: app.config.secret }, county, asOf)
  const [tool] = shippedTools
  if (tool === undefined) throw new Error('There is no tool.')
  return app.db.as(county, async trx => {
    const at = new Date()
    const by = { authority: county, actor: 'p1', actorName: 'Somebody', at, today: dayIn(at) }
    const person = {
      personId: 'p2',
      personName: 'Somebody else',
      role: 'auditor',
      team: '',
    } as const
    const [owed] = await oblige(trx, by, [person], {
      toolKey: tool.key,
      monthly: 1,
      fromOn: by.today,
      untilOn: null,
    })
    const drawn = {
      title: 'A sample',
      toolKey: tool.key,
      method: { kind: 'random' },
      size: 3,
    } as const
    const sample = await drawSample(trx, by, { ...drawn, asOf }, from)
    const agreed = Object.fromEntries(tool.standards.map(({ key }) => [key, 'good' as const]))
    const vignette = await addVignette(trx, by, {
      title: 'A vignette',
      words: 'A plan that nobody looked at again.',
      toolKey: tool.key,
      toolVersion: tool.version,
      agreed,
      agreedBy: 'Five auditors',
    })
    const [audit] = (await allAudits(trx)).filter(each => each.state === 'begun')
    if (audit === undefined) throw new Error('There is no audit.')
    const nobody = { graderId: null, graderName: null, secondId: null }
    const draw = { auditId: audit.id, drawnAt: at, drawn: 0, below: 1500, chosen: true }
    await insertDraw(trx, county, { ...draw, ...nobody })
    const path = `/audits/samples/${sample.id}`
    return {
      '/audits/programme/obligations/:id/end': [`/audits/programme/obligations/${owed?.id}/end`],
      '/audits/samples/coverage': [
        '/audits/samples/coverage',
        '/audits/samples/coverage?since=ever',
      ],
      '/audits/samples/:id': [path],
      '/audits/samples/:id/again': [`${path}/again`],
      '/audits/samples/:id/replace/:place': [`${path}/replace/1`],
      '/audits/reliability/seconds/:id': [`/audits/reliability/seconds/${audit.id}`],
      '/audits/reliability/vignettes/new': [`/audits/reliability/vignettes/new?tool=${tool.key}`],
      '/audits/reliability/vignettes/:id': [`/audits/reliability/vignettes/${vignette}`],
    }
  })
}
