import type { App } from '#app'
import { allImports, neighbourSets } from '#comparators'
import { county } from './county.ts'

/** Addresses that answer in the small county for other authorities, by their routes. */
export async function comparatorsAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { sets, imports } = await app.db.as(county, async trx => ({
    sets: await neighbourSets(trx),
    imports: await allImports(trx),
  }))
  const batch = imports[0]?.batch ?? ''
  return {
    '/comparators/neighbours/:id': sets.map(({ id }) => `/comparators/neighbours/${id}`),
    '/comparators/brought/:batch': [`/comparators/brought/${batch}`],
    '/comparators/brought/:batch/refused.csv': [`/comparators/brought/${batch}/refused.csv`],
  }
}
