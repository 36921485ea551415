import { sql } from 'kysely'
import { firstDayOf, isoDay, monthOf, parseIsoDay } from '#calendar'
import type { Dimension } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import type { SeriesValue } from './value.ts'

type Tables = {
  'series.values': {
    authority: string
    id: string
    indicator: string
    version: number
    period_end: string
    dimension: Dimension
    slice: string
    numerator: number | null
    denominator: number | null
    source: string
    note: string
    entered_by: string
    entered_by_name: string
    entered_by_post: string
    entered_at: Date
    sheet: string | null
    because: string
    superseded_by: string | null
    superseded_at: Date | null
  }
}

/** Rows in one statement: PostgreSQL takes 65,535 values in one. */
const MOST_AT_ONCE = 1000

/** Holds every other entry of the authority back until the transaction ends. */
export async function takeSeriesTurn(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(
    hashtext('series.values'), hashtext(current_setting('sightline.authority')))`.execute(trx)
}

/** The figures that stand, of these indicators or of all, oldest period first. */
export async function standingValues(
  trx: Trx,
  codes?: readonly string[],
): Promise<readonly SeriesValue[]> {
  return readValues(trx, { codes, standing: true })
}

/** Every figure that was ever entered of an indicator, newest period first, the one that stands before those that stood. */
export async function allValuesOf(trx: Trx, code: string): Promise<readonly SeriesValue[]> {
  const values = await readValues(trx, { codes: [code], standing: false })
  return values.toReversed()
}

async function readValues(
  trx: Trx,
  where: { readonly codes: readonly string[] | undefined; readonly standing: boolean },
): Promise<readonly SeriesValue[]> {
  let query = trx.withTables<Tables>().selectFrom('series.values').selectAll()
  if (where.codes !== undefined) query = query.where('indicator', 'in', [...where.codes, ''])
  if (where.standing) query = query.where('superseded_by', 'is', null)
  const rows = await query
    .orderBy('indicator')
    .orderBy('dimension')
    .orderBy('slice')
    .orderBy('period_end')
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    indicator: row.indicator,
    version: row.version,
    month: monthOf(parseIsoDay(row.period_end) ?? 0),
    slice: { dimension: row.dimension, name: row.slice },
    numerator: row.numerator,
    denominator: row.denominator,
    source: row.source,
    note: row.note,
    enteredBy: row.entered_by,
    enteredByName: row.entered_by_name,
    enteredByPost: row.entered_by_post,
    enteredAt: row.entered_at,
    sheet: row.sheet,
    because: row.because,
    supersededBy: row.superseded_by,
    supersededAt: row.superseded_at,
  }))
}

/** Puts figures in; those whose place they take are named by `replaced` and stay. */
export async function insertValues(
  trx: Trx,
  authority: string,
  values: readonly SeriesValue[],
  replaced: readonly { readonly id: string; readonly by: string; readonly at: Date }[],
): Promise<void> {
  if (replaced.length > 0) {
    await sql`
      update series.values as old set superseded_by = new.by, superseded_at = new.at
      from unnest(
        ${replaced.map(each => each.id)}::uuid[],
        ${replaced.map(each => each.by)}::uuid[],
        ${replaced.map(each => each.at.toISOString())}::timestamptz[]
      ) as new (id, by, at) where old.id = new.id`.execute(trx)
  }
  for (let from = 0; from < values.length; from += MOST_AT_ONCE) {
    await trx
      .withTables<Tables>()
      .insertInto('series.values')
      .values(
        values.slice(from, from + MOST_AT_ONCE).map(value => ({
          authority,
          id: value.id,
          indicator: value.indicator,
          version: value.version,
          period_end: isoDay(firstDayOf(value.month)),
          dimension: value.slice.dimension,
          slice: value.slice.name,
          numerator: value.numerator,
          denominator: value.denominator,
          source: value.source,
          note: value.note,
          entered_by: value.enteredBy,
          entered_by_name: value.enteredByName,
          entered_by_post: value.enteredByPost,
          entered_at: value.enteredAt,
          sheet: value.sheet,
          because: value.because,
          superseded_by: null,
          superseded_at: null,
        })),
      )
      .execute()
  }
}
