import type { Database, Trx } from '#kit/db/index.ts'
import type { ChildPopulation, Council } from './council.ts'

type Tables = {
  'council.authorities': {
    authority: string
    name: string
    brand_colour: string | null
    demonstration: boolean
    made_at: Date
  }
  'council.child_population': {
    authority: string
    year: number
    children: number
    source: string
  }
}

/** The councils of this installation, in the order in which they were set up. */
export async function councils(db: Database): Promise<readonly Council[]> {
  const rows = await db.owner
    .withTables<Tables>()
    .selectFrom('council.authorities')
    .selectAll()
    .orderBy('made_at')
    .execute()
  return rows.map(row => ({
    code: row.authority,
    name: row.name,
    brandColour: row.brand_colour,
    demonstration: row.demonstration,
  }))
}

/** Sets a council up, or gives one that is there its new name. */
export async function saveCouncil(db: Database, council: Council, at: Date): Promise<void> {
  const values = {
    name: council.name,
    brand_colour: council.brandColour,
    demonstration: council.demonstration,
  }
  await db.owner
    .withTables<Tables>()
    .insertInto('council.authorities')
    .values({ authority: council.code, made_at: at, ...values })
    .onConflict(conflict => conflict.column('authority').doUpdateSet(values))
    .execute()
}

export async function saveChildPopulation(
  trx: Trx,
  council: string,
  population: readonly ChildPopulation[],
): Promise<void> {
  if (population.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('council.child_population')
    .values(population.map(each => ({ authority: council, ...each })))
    .onConflict(conflict =>
      conflict.columns(['authority', 'year']).doUpdateSet(excluded => ({
        children: excluded.ref('excluded.children'),
        source: excluded.ref('excluded.source'),
      })),
    )
    .execute()
}

export async function childPopulation(trx: Trx): Promise<readonly ChildPopulation[]> {
  return trx
    .withTables<Tables>()
    .selectFrom('council.child_population')
    .select(['year', 'children', 'source'])
    .orderBy('year')
    .execute()
}
