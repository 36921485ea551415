import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import { closenessOf, type NeighbourRow } from '../read-neighbours.ts'

/** A set of neighbours of every authority, from a day on. */
export interface NeighbourSet {
  readonly id: string
  readonly from: Day
  readonly importId: string
  readonly fileName: string
  readonly broughtAt: Date
  readonly authorities: number
}

export interface KeptNeighbours extends NeighbourRow {
  readonly setId: string
}

export async function insertNeighbourSet(
  trx: Trx,
  authority: string,
  set: { readonly id: string; readonly from: Day; readonly importId: string },
  rows: readonly NeighbourRow[],
): Promise<void> {
  await sql`
    insert into comparators.neighbour_sets (authority, id, holds_from, import)
    values (${authority}, ${set.id}, ${isoDay(set.from)}, ${set.importId})`.execute(trx)
  for (const row of rows) {
    await sql`
      insert into comparators.neighbours
        (authority, set_id, code, name, region, former, neighbours, closeness)
      values (${authority}, ${set.id}, ${row.code}, ${row.name}, ${row.region}, ${row.former},
        ${row.neighbours.map(each => each.code)}::text[],
        ${row.neighbours.map(each => each.closeness ?? '')}::text[])`.execute(trx)
  }
}

/** In the order in which they begin; of two that begin on one day the one that was brought last. */
export async function neighbourSets(trx: Trx): Promise<readonly NeighbourSet[]> {
  const { rows } = await sql<Omit<NeighbourSet, 'from'> & { readonly from: string }>`
    select distinct on (s.holds_from) s.id, s.holds_from::text as "from", s.import as "importId",
      i.file_name as "fileName", i.brought_at as "broughtAt",
      (select count(*)::integer from comparators.neighbours n
        where n.authority = s.authority and n.set_id = s.id and not n.former) as authorities
    from comparators.neighbour_sets s
    join comparators.imports i on i.authority = s.authority and i.id = s.import
    order by s.holds_from, i.brought_at desc, i.nth desc`.execute(trx)
  return rows.map(row => ({ ...row, from: parseIsoDay(row.from) ?? 0 }))
}

type NeighboursTable = {
  readonly setId: string
  readonly code: string
  readonly name: string
  readonly region: string
  readonly former: boolean
  readonly neighbours: readonly string[]
  readonly closeness: readonly string[]
}

/** The neighbours of one authority in every set. */
export async function neighboursOf(trx: Trx, code: string): Promise<readonly KeptNeighbours[]> {
  const { rows } = await sql<NeighboursTable>`
    select set_id as "setId", code, name, region, former, neighbours, closeness
    from comparators.neighbours where code = ${code}`.execute(trx)
  return rows.map(keptNeighbours)
}

/** Every authority of a set, by name. */
export async function neighboursInSet(trx: Trx, setId: string): Promise<readonly KeptNeighbours[]> {
  if (!isUuid(setId)) return []
  const { rows } = await sql<NeighboursTable>`
    select set_id as "setId", code, name, region, former, neighbours, closeness
    from comparators.neighbours where set_id = ${setId} order by former, name, code`.execute(trx)
  return rows.map(keptNeighbours)
}

function keptNeighbours({ neighbours, closeness, ...row }: NeighboursTable): KeptNeighbours {
  return {
    ...row,
    neighbours: neighbours.map((code, place) => ({
      code,
      closeness: closenessOf(closeness[place] ?? ''),
    })),
  }
}

export async function dateNeighbourSet(trx: Trx, id: string, from: Day): Promise<void> {
  await sql`update comparators.neighbour_sets set holds_from = ${isoDay(from)}
    where id = ${id}`.execute(trx)
}
