import { randomUUID } from 'node:crypto'
import type { App } from '#app'
import { keepSheet } from '#findings'
import { standingValues } from '#series'
import { county } from './county.ts'

/** Addresses that answer in the small county for figures that are entered, by their routes. */
export async function seriesAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const id = randomUUID()
  const value = await app.db.as(county, async trx => {
    const table = {
      name: 'figures.csv',
      headings: ['Indicator', 'Period', 'Numerator', 'Denominator', 'Source'],
      lines: [{ number: 2, cells: ['WF08', 'March 2026', '18', '24', 'Supervision record'] }],
      notes: [],
    }
    await keepSheet(
      trx,
      county,
      { ...table, id, purpose: 'series' },
      { actor: 't', at: new Date() },
    )
    return (await standingValues(trx, ['WF08']))[0]
  })
  return {
    '/series/:code': ['/series/WF08', '/series/CN07', `/series/WF08?of=${value?.id ?? ''}`],
    '/series/:code/template.csv': ['/series/WF08/template.csv'],
    '/series/import/:id': [`/series/import/${id}`],
    '/series/import/:id/refused.csv': [`/series/import/${id}/refused.csv`],
  }
}
