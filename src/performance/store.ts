import { sql } from 'kysely'
import { firstDayOf, isoDay, monthOf, parseIsoDay } from '#calendar'
import type { Dimension } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import type { ListName } from '#records'
import type { Count, Source, StoredSeries } from './figures.ts'
import type { SettledSeries } from './settled.ts'

type Tables = {
  'performance.counts': {
    authority: string
    counted_at: Date
    extracts: string[]
    library: string
    first_month: string
    as_of: string
  }
  'performance.figures': {
    authority: string
    indicator: string
    dimension: Dimension
    slice: string
    version: number
    numerators: number[]
    denominators: number[]
  }
  'performance.settled': {
    authority: string
    extract: string
    indicator: string
    dimension: Dimension
    slice: string
    version: number
    first_month: string
    numerators: number[]
    denominators: number[]
    settled_at: Date
  }
  'performance.sources': {
    authority: string
    indicator: string
    extracts: number[]
    missing: ListName[]
  }
}

/** Waits until nobody else puts figures in place for this authority; held until the transaction ends. */
export async function takeTurn(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(
    hashtext('performance.figures'), hashtext(current_setting('sightline.authority')))`.execute(trx)
}

/** Puts newly counted figures in the place of all that were there. */
export async function replaceFigures(
  trx: Trx,
  authority: string,
  count: Count,
  series: readonly StoredSeries[],
  sources: readonly Source[],
): Promise<void> {
  const db = trx.withTables<Tables>()
  await db.deleteFrom('performance.figures').execute()
  await db.deleteFrom('performance.sources').execute()
  await db.deleteFrom('performance.counts').execute()
  await db
    .insertInto('performance.counts')
    .values({
      authority,
      counted_at: count.countedAt,
      extracts: [...count.extracts],
      library: count.library,
      first_month: isoDay(firstDayOf(count.firstMonth)),
      as_of: isoDay(count.asOf),
    })
    .execute()
  // An array of arrays cannot be handed over, so each series travels as the text of its array.
  await sql`
    insert into performance.figures
      (authority, indicator, dimension, slice, version, numerators, denominators)
    select ${authority}, indicator, dimension, slice, version, n::float8[], d::float8[]
    from unnest(
      ${series.map(each => each.indicator)}::text[],
      ${series.map(each => each.slice.dimension)}::text[],
      ${series.map(each => each.slice.name)}::text[],
      ${series.map(each => each.version)}::integer[],
      ${series.map(each => `{${each.numerators.join(',')}}`)}::text[],
      ${series.map(each => `{${each.denominators.join(',')}}`)}::text[]
    ) as series (indicator, dimension, slice, version, n, d)`.execute(trx)
  await sql`
    insert into performance.sources (authority, indicator, extracts, missing)
    select ${authority}, indicator, e::smallint[], m::text[]
    from unnest(
      ${sources.map(each => each.indicator)}::text[],
      ${sources.map(each => `{${each.extracts.join(',')}}`)}::text[],
      ${sources.map(each => `{${each.missing.join(',')}}`)}::text[]
    ) as source (indicator, e, m)`.execute(trx)
}

/** When the authority's figures were last counted; null where they never were. */
export async function latestCount(trx: Trx): Promise<Count | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('performance.counts')
    .selectAll()
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    countedAt: row.counted_at,
    extracts: row.extracts,
    library: row.library,
    firstMonth: monthOf(parseIsoDay(row.first_month) ?? 0),
    asOf: parseIsoDay(row.as_of) ?? 0,
  }
}

export async function seriesOfDimension(
  trx: Trx,
  dimension: Dimension,
): Promise<readonly StoredSeries[]> {
  return readSeries(trx, { dimension })
}

export async function seriesOfIndicator(
  trx: Trx,
  indicator: string,
): Promise<readonly StoredSeries[]> {
  return readSeries(trx, { indicator })
}

export async function seriesOfSlice(
  trx: Trx,
  dimension: Dimension,
  slice: string,
): Promise<readonly StoredSeries[]> {
  return readSeries(trx, { dimension, slice })
}

export async function allSeries(trx: Trx): Promise<readonly StoredSeries[]> {
  return readSeries(trx, {})
}

async function readSeries(
  trx: Trx,
  where: { readonly indicator?: string; readonly dimension?: Dimension; readonly slice?: string },
): Promise<readonly StoredSeries[]> {
  let query = trx
    .withTables<Tables>()
    .selectFrom('performance.figures')
    .select([
      'indicator',
      'version',
      'dimension',
      'slice',
      // As text: an overview reads ten thousand numbers, and the driver reads an array letter by letter.
      sql<string>`numerators::text`.as('numerators'),
      sql<string>`denominators::text`.as('denominators'),
    ])
  if (where.indicator !== undefined) query = query.where('indicator', '=', where.indicator)
  if (where.dimension !== undefined) query = query.where('dimension', '=', where.dimension)
  if (where.slice !== undefined) query = query.where('slice', '=', where.slice)
  const rows = await query.orderBy('indicator').orderBy('dimension').orderBy('slice').execute()
  return rows.map(({ indicator, version, dimension, slice, numerators, denominators }) => ({
    indicator,
    version,
    slice: { dimension, name: slice },
    numerators: numbersIn(numerators),
    denominators: numbersIn(denominators),
  }))
}

/** The numbers of an array as PostgreSQL writes it: '{1,2.5,NaN}'. */
function numbersIn(array: string): readonly number[] {
  return array === '{}' ? [] : array.slice(1, -1).split(',').map(Number)
}

export async function sources(trx: Trx): Promise<readonly Source[]> {
  return trx
    .withTables<Tables>()
    .selectFrom('performance.sources')
    .select(['indicator', 'extracts', 'missing'])
    .orderBy('indicator')
    .execute()
}

/** The slices of a dimension that have figures, by name. */
export async function sliceNames(trx: Trx, dimension: Dimension): Promise<readonly string[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('performance.figures')
    .select('slice')
    .distinct()
    .where('dimension', '=', dimension)
    .orderBy('slice')
    .execute()
  return rows.map(row => row.slice)
}

/** The figures that rest on extracts whose records were destroyed. */
export async function settledSeries(trx: Trx): Promise<readonly SettledSeries[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('performance.settled')
    .selectAll()
    .orderBy('settled_at')
    .orderBy('indicator')
    .orderBy('dimension')
    .orderBy('slice')
    .execute()
  return rows.map(row => ({
    extract: row.extract,
    indicator: row.indicator,
    version: row.version,
    slice: { dimension: row.dimension, name: row.slice },
    firstMonth: monthOf(parseIsoDay(row.first_month) ?? 0),
    numerators: row.numerators,
    denominators: row.denominators,
    settledAt: row.settled_at,
  }))
}

export async function insertSettled(
  trx: Trx,
  authority: string,
  settled: readonly SettledSeries[],
): Promise<void> {
  if (settled.length === 0) return
  await sql`
    insert into performance.settled (authority, extract, indicator, dimension, slice, version,
      first_month, settled_at, numerators, denominators)
    select ${authority}, extract, indicator, dimension, slice, version, first_month, settled_at,
      n::float8[], d::float8[]
    from unnest(
      ${settled.map(each => each.extract)}::text[],
      ${settled.map(each => each.indicator)}::text[],
      ${settled.map(each => each.slice.dimension)}::text[],
      ${settled.map(each => each.slice.name)}::text[],
      ${settled.map(each => each.version)}::integer[],
      ${settled.map(each => isoDay(firstDayOf(each.firstMonth)))}::date[],
      ${settled.map(each => each.settledAt.toISOString())}::timestamptz[],
      ${settled.map(each => `{${each.numerators.join(',')}}`)}::text[],
      ${settled.map(each => `{${each.denominators.join(',')}}`)}::text[]
    ) as series (extract, indicator, dimension, slice, version, first_month, settled_at, n, d)`.execute(
    trx,
  )
}
