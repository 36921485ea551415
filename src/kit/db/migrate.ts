import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database, Trx } from './database.ts'
import { DatabaseRefused } from './embedded/refused.ts'

export type Migration = {
  readonly number: number
  readonly module: string
  /** As in `journal/0010-lines`. */
  readonly name: string
  readonly text: string
  readonly hash: string
}

const LOCK = 7_364_502

/**
 * The migrations of every module below `src`, by number: `src/<module>/migrations/NNNN-name.sql`.
 * The first digits are the module's, so that modules do not meet; a number is used once.
 */
export function findMigrations(src: string): readonly Migration[] {
  const found = readdirSync(src, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(src, entry.name, 'migrations')))
    .flatMap(entry => migrationsOf(src, entry.name))
    .toSorted((a, b) => a.number - b.number)
  found.forEach((migration, i) => {
    const before = found[i - 1]
    if (before?.number === migration.number) {
      throw new Error(`${before.name} and ${migration.name} have the same number.`)
    }
  })
  return found
}

function migrationsOf(src: string, module: string): Migration[] {
  const folder = join(src, module, 'migrations')
  return readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .map(file => {
      const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]
      if (number === undefined) {
        throw new Error(`${folder}/${file} is not named like 0010-what-it-does.sql.`)
      }
      // A checkout on Windows has other line ends and is the same migration.
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
      const hash = createHash('sha256').update(text).digest('hex')
      return { number: Number(number), module, name: `${module}/${file.slice(0, -4)}`, text, hash }
    })
}

/**
 * Runs what has not run yet, each in a transaction with its record. Safe to call from any number of
 * processes at once.
 * @returns the names of those that ran now
 * @throws {DatabaseRefused} where a migration that ran has since changed, or is unknown here
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  // Held on a connection of its own, as each migration commits by itself.
  return db.owner.connection().execute(async lock => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(lock)
    try {
      return await runPending(db, migrations)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(lock)
    }
  })
}

async function runPending(db: Database, migrations: readonly Migration[]) {
  await sql`create schema if not exists kit`.execute(db.owner)
  await sql`create table if not exists kit.migrations (
    name text primary key, hash text not null, ran_at timestamptz not null default now()
  )`.execute(db.owner)
  const { rows } = await sql<{ name: string; hash: string }>`
    select name, hash from kit.migrations order by name`.execute(db.owner)
  const ran = new Map(rows.map(row => [row.name, row.hash]))
  refuseUnknown(ran, migrations)
  const done: string[] = []
  for (const migration of migrations.filter(each => !ran.has(each.name))) {
    await db.owner.transaction().execute(trx => run(trx, migration))
    done.push(migration.name)
  }
  return done
}

function refuseUnknown(ran: ReadonlyMap<string, string>, migrations: readonly Migration[]) {
  const known = new Map(migrations.map(each => [each.name, each.hash]))
  for (const [name, hash] of ran) {
    const here = known.get(name)
    if (here === undefined) {
      throw new DatabaseRefused(
        `The database has the change ${name}, which this release of Sightline does not know: it was last used by a newer release. Use that release or a newer one.`,
      )
    }
    if (here !== hash) {
      throw new DatabaseRefused(
        `The change ${name} was made to the database in another wording than this release holds. A migration that has run is never edited: add a new one.`,
      )
    }
  }
}

async function run(trx: Trx, migration: Migration) {
  try {
    await sql.raw(migration.text).execute(trx)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${migration.name} failed: ${words}`, { cause: error })
  }
  await sql`insert into kit.migrations (name, hash)
    values (${migration.name}, ${migration.hash})`.execute(trx)
}
