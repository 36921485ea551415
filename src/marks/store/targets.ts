import type { Trx } from '#kit/db/index.ts'
import { isoDay } from '#calendar'
import type { Ended, Target } from '../mark.ts'
import { dayOf, endedOf, isoOf, maybeDay, type Tables } from './rows.ts'

export async function insertTarget(
  trx: Trx,
  authority: string,
  target: Target,
  setBy: string,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('marks.targets')
    .values({
      authority,
      id: target.id,
      indicator: target.indicator,
      dimension: target.slice.dimension,
      slice: target.slice.name,
      value: target.value,
      words: target.words,
      from_on: isoDay(target.from),
      until_on: isoOf(target.until),
      owner_id: target.ownerId,
      owner: target.owner,
      reason: target.reason,
      set_at: target.setAt,
      set_by: setBy,
      set_by_name: target.setByName,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_why: null,
    })
    .execute()
}

/** Writes what of a target can change: what it was stands in its events. */
export async function updateTarget(trx: Trx, target: Target): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('marks.targets')
    .set({
      value: target.value,
      words: target.words,
      from_on: isoDay(target.from),
      until_on: isoOf(target.until),
      owner_id: target.ownerId,
      owner: target.owner,
      reason: target.reason,
    })
    .where('id', '=', target.id)
    .execute()
}

export async function endTarget(trx: Trx, id: string, { at, byName, why }: Ended): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('marks.targets')
    .set({ withdrawn_at: at, withdrawn_by: byName, withdrawn_why: why })
    .where('id', '=', id)
    .execute()
}

/** Every target that was not withdrawn. */
export async function standingTargets(trx: Trx): Promise<readonly Target[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('marks.targets')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('indicator')
    .orderBy('from_on')
    .execute()
  return rows.map(targetOf)
}

export async function targetById(trx: Trx, id: string): Promise<Target | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('marks.targets')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : targetOf(row)
}

function targetOf(row: Tables['marks.targets']): Target {
  return {
    id: row.id,
    indicator: row.indicator,
    slice: { dimension: row.dimension, name: row.slice },
    value: row.value,
    words: row.words,
    from: dayOf(row.from_on),
    until: maybeDay(row.until_on),
    ownerId: row.owner_id,
    owner: row.owner,
    reason: row.reason,
    setAt: row.set_at,
    setByName: row.set_by_name,
    withdrawn: endedOf(row.withdrawn_at, row.withdrawn_by, row.withdrawn_why),
  }
}
