import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'

/** A column as the database has it. */
export interface Column {
  readonly name: string
  /** As `information_schema` calls it: 'text', 'ARRAY', 'timestamp with time zone'. */
  readonly type: string
}

/** The columns of every table of ours, in their order: 'audits.alerts' → id, audit_id, … */
export async function tableColumns(trx: Trx): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql<{ table: string; name: string; type: string }>`
    select table_schema || '.' || table_name as table, column_name as name, data_type as type
    from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema', 'pgboss')
    order by 1, ordinal_position`.execute(trx)
  const columns = new Map<string, Column[]>()
  for (const { table, name, type } of rows) {
    const those = columns.get(table) ?? []
    those.push({ name, type })
    columns.set(table, those)
  }
  return columns
}

/** How a row is known to be about somebody. */
export type Match =
  | { readonly kind: 'is'; readonly column: Column; readonly value: string }
  /** A name or address stands within it, in whatever letters and with whatever title. */
  | { readonly kind: 'names'; readonly column: Column; readonly value: string }
  /** A person of the register of bodies who has this account. */
  | { readonly kind: 'person'; readonly column: Column; readonly user: string }
  /** It hangs on a row of another table that is about this child. */
  | {
      readonly kind: 'hangs'
      readonly by: string
      readonly on: string
      readonly column: string
      readonly value: string
    }

/** The rows of a table in which any of the matches holds; all as text or what it stands for. */
export async function matchingRows(
  trx: Trx,
  table: string,
  columns: readonly string[],
  matches: readonly Match[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (matches.length === 0 || columns.length === 0) return []
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns.map(column => sql.ref(column)))} from ${sql.table(table)}
    where ${sql.join(matches.map(conditionOf), sql` or `)}`.execute(trx)
  return rows
}

function conditionOf(match: Match) {
  if (match.kind === 'hangs')
    return sql`${sql.ref(match.by)} in (
      select id from ${sql.table(match.on)} where ${sql.ref(match.column)} = ${match.value})`
  const column = sql.ref(match.column.name)
  if (match.kind === 'names')
    return sql`position(lower(${match.value}) in lower(${column}::text)) > 0`
  if (match.kind === 'person')
    return sql`${column} in (select id from bodies.people where user_id = ${match.user})`
  return match.column.type === 'ARRAY'
    ? sql`${match.value} = any(${column})`
    : sql`${column}::text = ${match.value}`
}
