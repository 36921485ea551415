import type { Pool } from 'pg'
import { DatabaseRefused } from './embedded/refused.ts'

/** What the application is while it works for one authority: it owns nothing and is past no wall. */
export const APP_ROLE = 'sightline_app'

const OLDEST = 150_000

type State = { version: number; found: boolean; member: boolean; tooMighty: boolean; me: string }

/** Makes the application's role and lets the connected user become it, where that is not so yet. */
export async function ensureAppRole(pool: Pool): Promise<void> {
  const before = await look(pool)
  if (before.version < OLDEST) {
    throw new DatabaseRefused(
      `The database at DATABASE_URL is PostgreSQL ${Math.floor(before.version / 10_000)}. Sightline needs version 15 or newer.`,
    )
  }
  const make = `create role ${APP_ROLE} nologin`
  const grant = `grant ${APP_ROLE} to "${before.me}"`
  if (!before.found) await attempt(pool, make, [make, grant], before.me)
  if (!(await look(pool)).member) await attempt(pool, grant, [grant], before.me)
  if ((await look(pool)).tooMighty) {
    throw new DatabaseRefused(
      `The role ${APP_ROLE} could see every authority's rows. Ask whoever looks after the database to run: alter role ${APP_ROLE} nosuperuser nobypassrls`,
    )
  }
}

async function look(pool: Pool): Promise<State> {
  const { rows } = await pool.query<State>(
    `select current_setting('server_version_num')::int as version,
       r.oid is not null as found,
       coalesce(pg_has_role(current_user, r.oid, 'member'), false) as member,
       coalesce(r.rolsuper or r.rolbypassrls, false) as "tooMighty",
       current_user::text as me
     from (select 1) one left join pg_roles r on r.rolname = $1`,
    [APP_ROLE],
  )
  const [state] = rows
  if (!state) throw new Error('A query that always gives one row gave none.')
  return state
}

/** Two processes may do this at once; then the second finds it done, which is as good. */
async function attempt(pool: Pool, statement: string, all: readonly string[], me: string) {
  try {
    await pool.query(statement)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '42710' || code === '23505' || code === 'XX000') return
    if (code !== '42501') throw error
    throw new DatabaseRefused(
      `The user ${me} of DATABASE_URL may not make or become the role that Sightline works as. Ask whoever looks after the database to run: ${all.join('; ')}`,
      { cause: error },
    )
  }
}
