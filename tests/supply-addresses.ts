import { randomUUID } from 'node:crypto'
import type { App } from '#app'
import { isoMonth, monthOf } from '#calendar'
import { latestCount } from '#performance'
import { insertProposal } from '#supply'
import { county } from './county.ts'

/** Addresses that answer in the small county for files, programs and published figures, by their routes. */
export async function supplyAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const id = randomUUID()
  await app.db.as(county, async trx => {
    const to = isoMonth(monthOf((await latestCount(trx))?.asOf ?? 0))
    const choice = { codes: ['AS01', 'FD06'], by: ['sex' as const], from: to, to }
    const words = { title: 'Figures of a month', corrects: null, reason: '' }
    const who = { preparedBy: 'somebody', preparedByName: 'Somebody' }
    await insertProposal(trx, county, { id, ...words, ...who, choice }, new Date())
  })
  const files = ['csv', 'xlsx', 'svg'].map(
    kind => [`/indicators/:code/download.${kind}`, [`/indicators/AS01/download.${kind}`]] as const,
  )
  return {
    ...Object.fromEntries(files),
    '/indicators/download.csv': ['/indicators/download.csv?by=county'],
    '/figures/publish/:id': [`/figures/publish/${id}`],
    '/public/figures/:number': ['/public/figures/2', '/public/figures/1'],
    '/public/figures/:number/figures.csv': ['/public/figures/2/figures.csv'],
    '/public/figures/:number/:code': ['/public/figures/2/AS01', '/public/figures/1/CA01'],
    '/api/v1/indicators/:code': ['/api/v1/indicators/AS01'],
    '/api/v1/indicators/:code/series': ['/api/v1/indicators/AS01/series'],
    '/api/v1/issues/:number/figures': ['/api/v1/issues/1/figures'],
  }
}
