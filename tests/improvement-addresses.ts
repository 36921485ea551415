import { randomUUID } from 'node:crypto'
import type { App } from '#app'
import { allFindings, keepSheet } from '#findings'
import { allLines, allPlans } from '#plan'
import { county } from './county.ts'

/** Addresses that answer in the small county for findings, plans and the thread, by their routes. */
export async function improvementAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const sheets = { finding: randomUUID(), plan: randomUUID() }
  const { findings, plan, line, closed } = await app.db.as(county, async trx => {
    const [first] = await allPlans(trx)
    const lines = await allLines(trx)
    const by = { actor: 'test', at: new Date() }
    const table = {
      name: 'table.csv',
      headings: ['Theme', 'Project'],
      lines: [{ number: 2, cells: ['Visits', 'Visits in time'] }],
      notes: [],
    }
    await keepSheet(trx, county, { ...table, id: sheets.finding, purpose: 'findings' }, by)
    await keepSheet(trx, county, { ...table, id: sheets.plan, purpose: `plan ${first?.id}` }, by)
    return {
      findings: await allFindings(trx),
      plan: `/plans/${first?.id}`,
      line: lines.find(each => each.kind === 'project' && each.closedOn === null)?.id,
      closed: lines.find(each => each.closedOn !== null)?.id,
    }
  })
  const fresh = findings.find(each => each.state === 'new')?.id
  const inAction = findings.find(each => each.state === 'in action')?.id
  const at = `/plan-lines/${line}`
  const ofPlan = ['', '/change', '/coverage', '/updates', '/versions', '/versions/new', '/funding']
  const more = ['/carry', '/import', '/lines/new']
  const acts = ['', '/change', '/update', '/evidence', '/dispute', '/measure', '/answers', '/close']
  const entries: readonly (readonly [string, readonly string[]])[] = [
    ...[
      '/gaps',
      '/findings',
      '/findings/new',
      '/findings/import',
      '/findings/template.csv',
      '/plans',
      '/plans/new',
      '/plans/template.csv',
    ].map(url => [url, [url]] as const),
    ['/thread/:kind/:id', [`/thread/finding/${inAction}`]],
    ['/findings/:id', [`/findings/${inAction}`]],
    ['/findings/:id/change', [`/findings/${inAction}/change`]],
    [
      '/findings/:id/:step',
      [`/findings/${fresh}/triage`, `/findings/${fresh}/merge`, `/findings/${inAction}/verify`],
    ],
    ['/findings/import/:id', [`/findings/import/${sheets.finding}`]],
    ['/findings/import/:id/refused.csv', [`/findings/import/${sheets.finding}/refused.csv`]],
    ...[...ofPlan, ...more].map(end => [`/plans/:id${end}`, [`${plan}${end}`]] as const),
    ['/plans/:id/versions/:number', [`${plan}/versions/1`]],
    ['/plans/:id/versions/difference', [`${plan}/versions/difference?from=1`]],
    ['/plans/:id/import/:sheet', [`${plan}/import/${sheets.plan}`]],
    ['/plans/:id/import/:sheet/refused.csv', [`${plan}/import/${sheets.plan}/refused.csv`]],
    ['/plans/answer/:finding', [`/plans/answer/${fresh}`]],
    ...acts.map(act => [`/plan-lines/:id${act}`, [`${at}${act}`]] as const),
    ['/plan-lines/:id/reopen', [`/plan-lines/${closed}/reopen`]],
  ]
  return Object.fromEntries(entries)
}
