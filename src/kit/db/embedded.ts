import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type PoolConfig } from 'pg'
import type { Log } from '../log.ts'
import { type Cluster, prepareCluster } from './embedded/cluster.ts'
import { launch } from './embedded/launch.ts'
import {
  answers,
  clearStale,
  connectionTo,
  isOurs,
  type Postmaster,
  readPostmaster,
} from './embedded/postmaster.ts'
import { DatabaseRefused } from './embedded/refused.ts'
import { inTurn } from './embedded/turn.ts'

export { DatabaseRefused }

export type Embedded = {
  readonly connection: PoolConfig
  /** Of the programs that npm brought, such as 18.4. */
  readonly version: string
  /** Whether this call started the server, rather than finding it running. */
  readonly started: boolean
  /** The process id of the server at the moment of asking; for crash tests. */
  pid(): number | undefined
  /** Lets go of the server, and stops it when no other process of ours is using it. */
  stop(): Promise<void>
}

export const DATABASE = 'sightline'

// Held, shared, by every process of ours while it uses the server, so that the last one to let go
// knows that it is the last.
const IN_USE = 7_364_501

// A server that was killed reads its log again before it answers, which can take a while.
const PATIENCE = 120_000

/**
 * PostgreSQL on a Unix socket with its data in this folder: started, or adopted where a process of
 * ours has started it already, even one that has since been killed. Durable before it says so.
 * @param settings server settings for this start, such as `{ fsync: 'off' }` for throw-away data
 * @throws {DatabaseRefused} with what to do about it
 */
export async function startEmbedded(
  folder: string,
  log: Log,
  settings: Readonly<Record<string, string>> = {},
): Promise<Embedded> {
  const home = ownFolder(folder)
  const turn = join(home, 'turn')
  const cluster = await inTurn(turn, () => prepareCluster(home, log))
  const leaving = new AbortController()
  let hold: Client | undefined
  let started = false
  await begin()
  const connection = connectionTo(cluster.socketFolder, DATABASE)

  return {
    connection,
    version: cluster.binaries.version,
    started,
    pid: () => readPostmaster(cluster.data)?.pid,
    stop,
  }

  /** Under the turn: finds or starts the server, and marks it as in use by this process. */
  async function begin() {
    await inTurn(turn, async () => {
      if (leaving.signal.aborted) return
      const found = await adopt(cluster)
      if (found) log.debug({ pid: found.pid }, 'The database server was running already.')
      else await launch(cluster, settings, log)
      started = !found
      hold = await holdServer(cluster)
    })
    hold?.on('end', () => {
      if (!leaving.signal.aborted) void revive()
    })
  }

  /** A server that has died under us is started again; the pools connect again by themselves. */
  async function revive() {
    for (let wait = 100; !leaving.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      log.warn('The database server stopped unexpectedly. Starting it again.')
      await pause(wait)
      try {
        await begin()
        return
      } catch (err) {
        log.error({ err }, 'The database server could not be started again.')
      }
    }
  }

  async function stop() {
    if (leaving.signal.aborted) return
    leaving.abort()
    await inTurn(turn, async () => {
      const last = hold === undefined || (await isLast(hold))
      await hold?.end().catch(() => {})
      if (last) await stopServer(cluster)
    })
  }
}

/** The folder, made if need be, by its real path: the server is known by the path it was given. */
function ownFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return realpathSync(folder)
  } catch (error) {
    throw new DatabaseRefused(
      `The database is kept in ${folder}, which this user cannot make or write to. Start Sightline as the user who did before, or set SIGHTLINE_HOME to another folder.`,
      { cause: error },
    )
  }
}

/** The server that is running on this folder, waiting for it if it is only just starting. */
async function adopt(cluster: Cluster): Promise<Postmaster | undefined> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const found = readPostmaster(cluster.data)
    if (!found) return undefined
    // Asked first: a server in another container answers here though its process cannot be seen.
    if (await answers(found, cluster.data)) return found
    if (!isOurs(found, cluster.data)) {
      clearStale(cluster.data)
      return undefined
    }
    if (Date.now() > deadline) {
      throw new DatabaseRefused(
        `A database server is running on ${cluster.data} as process ${found.pid} but does not answer. Stop that process and start Sightline again; nothing that was saved is lost.`,
      )
    }
    await pause(25)
  }
}

async function holdServer(cluster: Cluster): Promise<Client> {
  const hold = new Client({
    ...connectionTo(cluster.socketFolder, 'postgres'),
    application_name: 'sightline in use',
  })
  hold.on('error', () => {}) // what follows from it is decided when the connection ends
  await hold.connect()
  await hold.query('select pg_advisory_lock_shared($1)', [IN_USE])
  const { rowCount } = await hold.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await hold.query(`create database ${DATABASE}`)
  return hold
}

/** Whether nobody else holds the server. We hold the turn, so nobody can begin to meanwhile. */
async function isLast(hold: Client): Promise<boolean> {
  try {
    await hold.query('select pg_advisory_unlock_shared($1)', [IN_USE])
    const { rows } = await hold.query<{ last: boolean }>('select pg_try_advisory_lock($1) last', [
      IN_USE,
    ])
    return rows[0]?.last === true
  } catch {
    return true // it is not running any more, and stopping it again does no harm
  }
}

/** A fast stop: what is committed is on the disk already, and sessions that are open are ended. */
async function stopServer(cluster: Cluster) {
  const running = readPostmaster(cluster.data)
  if (!running || !isOurs(running, cluster.data)) return
  process.kill(running.pid, 'SIGINT')
  const deadline = Date.now() + PATIENCE
  while (isOurs(running, cluster.data) && Date.now() < deadline) await pause(10)
}
