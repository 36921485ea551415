import { firstDayOf, isoDay, monthOf } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Ended, Place, Rebasing } from '../mark.ts'
import { dayOf, endedOf, type Tables } from './rows.ts'

/** @returns false where the limits begin in that month already */
export async function insertRebasing(
  trx: Trx,
  authority: string,
  rebasing: Rebasing,
  decidedBy: string,
): Promise<boolean> {
  const done = await trx
    .withTables<Tables>()
    .insertInto('marks.rebasings')
    .values({
      authority,
      id: rebasing.id,
      indicator: rebasing.indicator,
      dimension: rebasing.slice.dimension,
      slice: rebasing.slice.name,
      from_month: isoDay(firstDayOf(rebasing.from)),
      reason: rebasing.reason,
      was_offered: rebasing.wasOffered,
      decided_at: rebasing.decidedAt,
      decided_by: decidedBy,
      decided_by_name: rebasing.decidedByName,
      undone_at: null,
      undone_by: null,
      undone_why: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false where somebody else undid it before */
export async function endRebasing(
  trx: Trx,
  id: string,
  { at, byName, why }: Ended,
): Promise<boolean> {
  const done = await trx
    .withTables<Tables>()
    .updateTable('marks.rebasings')
    .set({ undone_at: at, undone_by: byName, undone_why: why })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Every rebasing that was not undone. */
export async function standingRebasings(trx: Trx): Promise<readonly Rebasing[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('marks.rebasings')
    .selectAll()
    .where('undone_at', 'is', null)
    .orderBy('indicator')
    .orderBy('from_month')
    .execute()
  return rows.map(rebasingOf)
}

/** Those of one figure, undone ones too, newest decision first. */
export async function allRebasingsOf(
  trx: Trx,
  { indicator, slice }: Place,
): Promise<readonly Rebasing[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('marks.rebasings')
    .selectAll()
    .where('indicator', '=', indicator)
    .where('dimension', '=', slice.dimension)
    .where('slice', '=', slice.name)
    .orderBy('decided_at', 'desc')
    .execute()
  return rows.map(rebasingOf)
}

export async function rebasingsById(
  trx: Trx,
  ids: readonly string[],
): Promise<readonly Rebasing[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('marks.rebasings')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(rebasingOf)
}

function rebasingOf(row: Tables['marks.rebasings']): Rebasing {
  return {
    id: row.id,
    indicator: row.indicator,
    slice: { dimension: row.dimension, name: row.slice },
    from: monthOf(dayOf(row.from_month)),
    reason: row.reason,
    wasOffered: row.was_offered,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
    undone: endedOf(row.undone_at, row.undone_by, row.undone_why),
  }
}
