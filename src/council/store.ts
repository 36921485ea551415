import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isoDay, parseIsoDay } from '#calendar'
import type { Database, Trx } from '#kit/db/index.ts'
import type { ChildPopulation, Council } from './council.ts'
import type { Setting, SettingKey } from './settings.ts'

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
  'council.settings': {
    authority: string
    id: string
    key: SettingKey
    value: string
    from_day: string
    because: string
    set_by: string
    set_at: Date
  }
  'council.logos': {
    authority: string
    type: Logo['type']
    content: Buffer
    sha256: string
    set_at: Date
  }
}

/** The picture that stands for a council at the top of each page. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg'
  readonly content: Buffer
  readonly sha256: string
}

/**
 * The councils of this installation, in the order in which they were set up, each under the name
 * that it goes by today.
 */
export async function councils(db: Database): Promise<readonly Council[]> {
  const rows = await db.owner
    .withTables<Tables>()
    .selectFrom('council.authorities')
    .selectAll()
    .select(
      // In the years of which it was decided otherwise the name of the setting-up has had its day.
      sql<string | null>`(select s.value from council.settings s
        where s.authority = authorities.authority and s.key = 'name'
          and s.from_day <= (now() at time zone 'Europe/London')::date
        order by s.from_day desc, s.set_at desc limit 1)`.as('set_name'),
    )
    .orderBy('made_at')
    .execute()
  return rows.map(row => ({
    code: row.authority,
    name: row.set_name ?? row.name,
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

/** Every decision of the council, oldest first. */
export async function settings(trx: Trx): Promise<readonly Setting[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('council.settings')
    .selectAll()
    .orderBy('from_day')
    .orderBy('set_at')
    .execute()
  return rows.map(row => ({
    key: row.key,
    value: row.value,
    from: parseIsoDay(row.from_day) ?? 0,
    because: row.because,
    setBy: row.set_by,
    setAt: row.set_at,
  }))
}

export async function insertSetting(trx: Trx, council: string, setting: Setting): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('council.settings')
    .values({
      authority: council,
      id: randomUUID(),
      key: setting.key,
      value: setting.value,
      from_day: isoDay(setting.from),
      because: setting.because,
      set_by: setting.setBy,
      set_at: setting.setAt,
    })
    .execute()
}

/** @param colour '#rrggbb', or null for Sightline's own */
export async function saveBrandColour(trx: Trx, colour: string | null): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('council.authorities')
    .set({ brand_colour: colour })
    .execute()
}

export async function saveLogo(trx: Trx, council: string, logo: Logo, at: Date): Promise<void> {
  const values = { ...logo, set_at: at }
  await trx
    .withTables<Tables>()
    .insertInto('council.logos')
    .values({ authority: council, ...values })
    .onConflict(conflict => conflict.column('authority').doUpdateSet(values))
    .execute()
}

export async function removeLogo(trx: Trx): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('council.logos').execute()
}

export async function logo(trx: Trx): Promise<Logo | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('council.logos')
    .select(['type', 'content', 'sha256'])
    .executeTakeFirst()
  return row ?? null
}

/** What a logo is known by, without the picture; null where there is none. */
export async function logoHash(trx: Trx): Promise<string | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('council.logos')
    .select('sha256')
    .executeTakeFirst()
  return row?.sha256 ?? null
}
