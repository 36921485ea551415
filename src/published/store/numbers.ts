import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'

/** A thing by its kind and its id. */
export interface Numbered {
  readonly kind: string
  readonly id: string
}

type Tables = {
  'published.numbers': { authority: string; kind: string; thing: string; number: number }
}

/** The number of each of these things, given now to those that had none. */
export async function numbersFor(
  trx: Trx,
  authority: string,
  things: readonly Numbered[],
): Promise<ReadonlyMap<string, number>> {
  const read = async () => {
    const rows = await trx
      .withTables<Tables>()
      .selectFrom('published.numbers')
      .select(['kind', 'thing', 'number'])
      .execute()
    return new Map(rows.map(row => [numberKey(row.kind, row.thing), row.number]))
  }
  const known = await read()
  const fresh = things.filter(({ kind, id }) => !known.has(numberKey(kind, id)))
  if (fresh.length === 0) return known
  await sql`insert into published.numbers (authority, kind, thing)
    select ${authority}, kind, thing
    from unnest(${fresh.map(each => each.kind)}::text[], ${fresh.map(each => each.id)}::text[])
      as fresh (kind, thing)
    on conflict do nothing`.execute(trx)
  return read()
}

export const numberKey = (kind: string, id: string): string => `${kind} ${id}`
