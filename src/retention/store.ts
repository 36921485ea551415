import { randomUUID } from 'node:crypto'
import { isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Kind, Rule } from './rules.ts'

type Tables = {
  'retention.rules': {
    authority: string
    id: string
    kind: Kind
    from_day: string
    months: number | null
    because: string
    set_by: string
    set_at: Date
  }
  'retention.destroyed': {
    authority: string
    id: string
    kind: Kind
    thing: string
    words: string
    things: number
    rule: string
    hash: string | null
    destroyed_at: Date
    destroyed_by: string
  }
}

/** A line of the log of what was destroyed. */
export interface DestroyedThing {
  readonly kind: Kind
  /** The identifier it had; 'many' for rows that have no name of their own. */
  readonly thing: string
  readonly words: string
  readonly things: number
  readonly rule: string
  readonly hash: string | null
  readonly destroyedAt: Date
  readonly destroyedBy: string
}

export async function retentionRules(trx: Trx): Promise<readonly Rule[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('retention.rules')
    .selectAll()
    .orderBy('from_day')
    .orderBy('set_at')
    .execute()
  return rows.map(row => ({
    kind: row.kind,
    from: parseIsoDay(row.from_day) ?? 0,
    months: row.months,
    because: row.because,
    setBy: row.set_by,
    setAt: row.set_at,
  }))
}

export async function insertRule(trx: Trx, authority: string, rule: Rule): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('retention.rules')
    .values({
      authority,
      id: randomUUID(),
      kind: rule.kind,
      from_day: isoDay(rule.from),
      months: rule.months,
      because: rule.because,
      set_by: rule.setBy,
      set_at: rule.setAt,
    })
    .execute()
}

/** The newest first. */
export async function destroyedThings(trx: Trx): Promise<readonly DestroyedThing[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('retention.destroyed')
    .select(['kind', 'thing', 'words', 'things', 'rule', 'hash', 'destroyed_at', 'destroyed_by'])
    .orderBy('destroyed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ destroyed_at, destroyed_by, ...row }) => ({
    ...row,
    destroyedAt: destroyed_at,
    destroyedBy: destroyed_by,
  }))
}

export async function insertDestroyed(
  trx: Trx,
  authority: string,
  line: DestroyedThing,
): Promise<void> {
  const { destroyedAt, destroyedBy, ...row } = line
  await trx
    .withTables<Tables>()
    .insertInto('retention.destroyed')
    .values({
      authority,
      id: randomUUID(),
      ...row,
      destroyed_at: destroyedAt,
      destroyed_by: destroyedBy,
    })
    .execute()
}
