import { randomUUID } from 'node:crypto'
import type { App } from '#app'
import { BROUGHT } from '#audits'
import { keepSheet } from '#findings'
import { county } from './county.ts'

/** Addresses that answer in the small county for brought audits, learning and mock inspections. */
export async function auditLearningAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const sheet = randomUUID()
  const by = { actor: 'test', at: new Date() }
  await app.db.as(county, trx =>
    keepSheet(
      trx,
      county,
      {
        id: sheet,
        purpose: BROUGHT,
        name: 'audits.csv',
        headings: ['Date', 'Team', 'Grade'],
        lines: [{ number: 2, cells: ['18 September 2017', 'North', 'RI'] }],
        notes: [],
      },
      by,
    ),
  )
  return {
    '/audits/triangulation': ['/audits/triangulation'],
    '/audits/import': ['/audits/import'],
    '/audits/import/template.csv': ['/audits/import/template.csv'],
    '/audits/import/:id': [`/audits/import/${sheet}`],
    '/audits/import/:id/refused.csv': [`/audits/import/${sheet}/refused.csv`],
  }
}
