import { sql } from 'kysely'
import { firstDayOf, isoDay, monthOf, parseIsoDay } from '#calendar'
import type { Dimension } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import type { ListName } from '#records'
import type { Count, EnteredBy, Source, StoredSeries } from './figures.ts'
import type { FormerSeries } from './joins.ts'
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
    first_month: string | null
    entered: EnteredBy | null
  }
  'performance.former': {
    authority: string
    indicator: string
    version: number
    dimension: Dimension
    slice: string
    first_month: string
    numerators: number[]
    denominators: number[]
    superseded_at: Date
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
  await keepFormer(trx, series, count.countedAt)
  await db.deleteFrom('performance.figures').execute()
  await db.deleteFrom('performance.sources').execute()
  await db.deleteFrom('performance.counts').execute()
  await insertCount(trx, authority, count)
  await insertSeries(trx, authority, series)
  await sql`
    insert into performance.sources (authority, indicator, extracts, missing)
    select ${authority}, indicator, e::smallint[], m::text[]
    from unnest(
      ${sources.map(each => each.indicator)}::text[],
      ${sources.map(each => `{${each.extracts.join(',')}}`)}::text[],
      ${sources.map(each => `{${each.missing.join(',')}}`)}::text[]
    ) as source (indicator, e, m)`.execute(trx)
}

/** Says when figures were counted and from what, where nothing was said before. */
export async function insertCount(trx: Trx, authority: string, count: Count): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('performance.counts')
    .values({
      authority,
      counted_at: count.countedAt,
      extracts: [...count.extracts],
      library: count.library,
      first_month: isoDay(firstDayOf(count.firstMonth)),
      as_of: isoDay(count.asOf),
    })
    .onConflict(conflict =>
      conflict.column('authority').doUpdateSet(excluded => ({
        counted_at: excluded.ref('excluded.counted_at'),
        extracts: excluded.ref('excluded.extracts'),
        library: excluded.ref('excluded.library'),
        first_month: excluded.ref('excluded.first_month'),
        as_of: excluded.ref('excluded.as_of'),
      })),
    )
    .execute()
}

async function insertSeries(
  trx: Trx,
  authority: string,
  series: readonly StoredSeries[],
): Promise<void> {
  // An array of arrays cannot be handed over, so each series travels as the text of its array.
  await sql`
    insert into performance.figures
      (authority, indicator, dimension, slice, version, numerators, denominators, first_month,
        entered)
    select ${authority}, indicator, dimension, slice, version, n::float8[], d::float8[], first_month,
      entered::jsonb
    from unnest(
      ${series.map(each => each.indicator)}::text[],
      ${series.map(each => each.slice.dimension)}::text[],
      ${series.map(each => each.slice.name)}::text[],
      ${series.map(each => each.version)}::integer[],
      ${series.map(each => `{${each.numerators.join(',')}}`)}::text[],
      ${series.map(each => `{${each.denominators.join(',')}}`)}::text[],
      ${series.map(({ firstMonth: first }) => (first === undefined ? null : isoDay(firstDayOf(first))))}::date[],
      ${series.map(({ entered }) => (entered ? JSON.stringify(entered) : null))}::text[]
    ) as series (indicator, dimension, slice, version, n, d, first_month, entered)`.execute(trx)
}

/** Puts the series of some indicators in the place of those that were there. */
export async function replaceSeries(
  trx: Trx,
  authority: string,
  codes: readonly string[],
  series: readonly StoredSeries[],
): Promise<void> {
  await trx
    .withTables<Tables>()
    .deleteFrom('performance.figures')
    .where('indicator', 'in', [...codes, ''])
    .execute()
  await insertSeries(trx, authority, series)
}

/**
 * Keeps what an earlier version of a definition counted, before what the present one counts takes its
 * place. What was entered is kept where it was entered.
 */
async function keepFormer(trx: Trx, series: readonly StoredSeries[], at: Date): Promise<void> {
  const versions = new Map(
    series
      .filter(({ entered }) => entered === undefined)
      .map(({ indicator, version }) => [indicator, version]),
  )
  await sql`
    insert into performance.former (authority, indicator, version, dimension, slice, first_month,
      numerators, denominators, superseded_at)
    select old.authority, old.indicator, old.version, old.dimension, old.slice,
      coalesce(old.first_month, counts.first_month), old.numerators, old.denominators, ${at}
    from performance.figures as old
    join performance.counts on counts.authority = old.authority
    join unnest(${[...versions.keys()]}::text[], ${[...versions.values()]}::integer[])
      as new (indicator, version) on new.indicator = old.indicator
    where old.version < new.version
    on conflict (authority, indicator, version, dimension, slice) do update set
      first_month = excluded.first_month, numerators = excluded.numerators,
      denominators = excluded.denominators, superseded_at = excluded.superseded_at`.execute(trx)
}

/** What earlier versions of definitions counted, of one indicator or part or of all. */
export async function formerSeries(
  trx: Trx,
  where: SeriesWhere = {},
): Promise<readonly FormerSeries[]> {
  let query = trx.withTables<Tables>().selectFrom('performance.former').selectAll()
  if (where.indicator !== undefined) query = query.where('indicator', '=', where.indicator)
  if (where.dimension !== undefined) query = query.where('dimension', '=', where.dimension)
  if (where.slice !== undefined) query = query.where('slice', '=', where.slice)
  const rows = await query.execute()
  return rows.map(row => ({
    indicator: row.indicator,
    version: row.version,
    slice: { dimension: row.dimension, name: row.slice },
    firstMonth: monthOf(parseIsoDay(row.first_month) ?? 0),
    numerators: row.numerators,
    denominators: row.denominators,
  }))
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

export interface SeriesWhere {
  readonly indicator?: string
  readonly dimension?: Dimension
  readonly slice?: string
}

async function readSeries(trx: Trx, where: SeriesWhere): Promise<readonly StoredSeries[]> {
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
      'first_month',
      'entered',
    ])
  if (where.indicator !== undefined) query = query.where('indicator', '=', where.indicator)
  if (where.dimension !== undefined) query = query.where('dimension', '=', where.dimension)
  if (where.slice !== undefined) query = query.where('slice', '=', where.slice)
  const rows = await query.orderBy('indicator').orderBy('dimension').orderBy('slice').execute()
  return rows.map(row => ({
    indicator: row.indicator,
    version: row.version,
    slice: { dimension: row.dimension, name: row.slice },
    ...(row.first_month !== null && {
      firstMonth: monthOf(parseIsoDay(row.first_month) ?? 0),
      entered: row.entered,
    }),
    numerators: numbersIn(row.numerators),
    denominators: numbersIn(row.denominators),
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
