import { sql } from 'kysely'
import { type Day, isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isReason, type Opening } from '../opening.ts'
import type { Tables } from './tables.ts'

export async function insertOpenings(
  trx: Trx,
  authority: string,
  openings: readonly Opening[],
): Promise<void> {
  if (openings.length === 0) return
  await trx
    .withTables<Tables>()
    .insertInto('looking.openings')
    .values(openings.map(({ childRef, ...rest }) => ({ authority, child_ref: childRef, ...rest })))
    .execute()
}

/** One person's openings of one child's record on one day in England and Wales. */
export async function openingsOn(
  trx: Trx,
  viewer: string,
  childRef: string,
  day: Day,
): Promise<readonly Opening[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('looking.openings')
    .selectAll()
    .where('viewer', '=', viewer)
    .where('child_ref', '=', childRef)
    .where(sql<boolean>`(at at time zone 'Europe/London')::date = ${isoDay(day)}::date`)
    .orderBy('at')
    .execute()
  return rows.map(openingOf)
}

/** The newest openings of one person first. */
export async function openingsBy(
  trx: Trx,
  viewer: string,
  limit: number,
): Promise<readonly Opening[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('looking.openings')
    .selectAll()
    .where('viewer', '=', viewer)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(openingOf)
}

/** Who opened one child's record, newest first: for the export of all that is held about a child. */
export async function openingsOfChild(trx: Trx, childRef: string): Promise<readonly Opening[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('looking.openings')
    .selectAll()
    .where('child_ref', '=', childRef)
    .orderBy('at', 'desc')
    .execute()
  return rows.map(openingOf)
}

function openingOf(row: {
  viewer: string
  role: string
  child_ref: string
  team: string
  at: Date
  reason: string | null
  words: string
}): Opening {
  const { viewer, role, team, at, reason, words } = row
  const known = reason !== null && isReason(reason) ? reason : null
  return { viewer, role, childRef: row.child_ref, team, at, reason: known, words }
}
