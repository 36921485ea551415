import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import type { Log } from '../log.ts'
import { DatabaseRefused, startEmbedded } from './embedded.ts'
import { APP_ROLE, ensureAppRole } from './role.ts'
import { types } from './types.ts'

/** Modules name their own tables: `trx.withTables<Tables>()`. */
// oxlint-disable-next-line typescript/no-empty-object-type -- kysely's word for "no table is known"
export type NoTables = {}
export type Trx = Transaction<NoTables>

export type Database = {
  /**
   * As the owner, past the walls between authorities: for migrations, and for work that is about the
   * installation and not about a council.
   */
  readonly owner: Kysely<NoTables>
  /** How to reach the database, for what keeps connections of its own, such as the job queue. */
  readonly connection: PoolConfig
  /** One transaction in which no row of another authority can be seen or written. */
  as<T>(authority: string, work: (trx: Trx) => Promise<T>): Promise<T>
  /** Closes the connections and, if nobody else uses it, stops a server that we started. */
  close(): Promise<void>
}

export type DatabasePlace = {
  readonly databaseUrl?: string | undefined
  /** Where the embedded server keeps its data when there is no address. */
  readonly folder: string
}

/**
 * The database at DATABASE_URL, or else the embedded one. Nothing is migrated yet.
 * @throws {DatabaseRefused} with what to do about it
 */
export async function openDatabase(place: DatabasePlace, log: Log): Promise<Database> {
  if (place.databaseUrl !== undefined) {
    return connect({ connectionString: place.databaseUrl }, log)
  }
  const embedded = await startEmbedded(place.folder, log)
  try {
    const db = await connect(embedded.connection, log)
    return {
      ...db,
      close: async () => {
        await db.close()
        await embedded.stop()
      },
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** A pool on a server that is running, with the application's role made ready. */
export async function connect(
  connection: PoolConfig,
  log: Log,
  settings: { readonly max?: number } = {},
): Promise<Database> {
  const pool = new Pool({ ...connection, types, max: settings.max ?? 10 })
  // An idle connection that breaks is replaced at the next use; without this it ends the process.
  pool.on('error', err => log.warn({ err }, 'A connection to the database was lost.'))
  // One that breaks while it is in use fails the query as well, which says so to whoever asked.
  pool.on('connect', client => client.on('error', () => {}))
  try {
    await ensureAppRole(pool)
  } catch (error) {
    await pool.end()
    throw error instanceof DatabaseRefused ? error : unreachable(error)
  }
  const owner = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) })
  return {
    owner,
    connection,
    as: (authority, work) =>
      owner.transaction().execute(async trx => {
        await enter(trx, authority)
        return work(trx)
      }),
    close: () => owner.destroy(),
  }
}

/** From here to the end of the transaction, only this authority's rows exist. */
export async function enter(trx: Trx, authority: string): Promise<void> {
  if (authority === '') throw new Error('An authority is needed to enter the database as one.')
  await sql`select set_config('sightline.authority', ${authority}, true),
    set_config('role', ${APP_ROLE}, true)`.execute(trx)
}

/** Which PostgreSQL answers: '18.4'. */
export async function databaseVersion(db: Pick<Database, 'owner'>): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db.owner)
  return rows[0]?.server_version ?? ''
}

function unreachable(error: unknown): DatabaseRefused {
  const words = error instanceof Error ? error.message || error.name : String(error)
  return new DatabaseRefused(
    `The database at DATABASE_URL cannot be reached: ${words}. Check the address, the password and that the server is running.`,
    { cause: error },
  )
}
