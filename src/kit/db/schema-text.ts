import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * What the tables are now, as text that says the same on every version of PostgreSQL: for a file in
 * docs/ that a test compares, so that a reviewer sees a migration's outcome and not only its steps.
 */
export async function schemaText(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string; lines: string[] }>`
    with tables as (
      select c.oid, n.nspname || '.' || c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p')
        and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    ), facts as (
      select attrelid as oid, 1 as kind, attnum::int as place, attname || ' '
        || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
        || case when attidentity <> '' then ' generated as identity' else '' end
        || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') as line
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attnum > 0 and not attisdropped
      union all
      select conrelid, 2, 0, conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where contype in ('p', 'u', 'f', 'c', 'x')
      union all
      select tablename::regclass, 3, 0, indexdef from (
        select indexdef, quote_ident(schemaname) || '.' || quote_ident(tablename) as tablename
        from pg_indexes where indexname not in (select conname from pg_constraint)) i
      union all
      select polrelid, 4, 0, 'policy ' || polname || ' using ' || pg_get_expr(polqual, polrelid)
      from pg_policy
      union all
      select tgrelid, 5, 0, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    )
    select name, array_agg(line order by kind, place, line) as lines
    from tables join facts using (oid) group by name order by name`.execute(db.owner)
  return rows
    .map(({ name, lines }) => `${name}\n${lines.map(line => `  ${line}\n`).join('')}`)
    .join('\n')
}
