import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, findMigrations, migrate } from '#kit/db/index.ts'
import { startEmbedded } from '#kit/db/embedded.ts'
import { isOurs, readPostmaster } from '#kit/db/embedded/postmaster.ts'
import { openLog } from '#kit/log.ts'
import { Client, type PoolConfig } from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test's PostgreSQL is, and the migrated database to copy from. */
    cluster: {
      readonly server: PoolConfig
      readonly template: string
      /** A folder for files that go with its databases; it goes when the tests are done. */
      readonly folder: string
    }
  }
}

type Cluster = {
  server: PoolConfig
  template: string
  folder: string
  users: number
  stop(): Promise<void>
}

const SRC = fileURLToPath(new URL('../src', import.meta.url))
const log = openLog('warn', line => process.stderr.write(line))
const KEY = Symbol.for('sightline.test-cluster')

// Each project of vitest loads this file for itself, and they share one cluster.
const shared: { [KEY]?: Promise<Cluster> | undefined } = globalThis as object // a place of our own

/** Starts the tests' PostgreSQL, or takes the one at TEST_DATABASE_URL; vitest calls it. */
export default async function setup(project: TestProject) {
  shared[KEY] ??= begin()
  const cluster = await shared[KEY]
  cluster.users += 1
  const { server, template, folder } = cluster
  project.provide('cluster', { server, template, folder })
  return async () => {
    cluster.users -= 1
    if (cluster.users > 0) return
    shared[KEY] = undefined
    await cluster.stop()
  }
}

async function begin(): Promise<Cluster> {
  const url = process.env.TEST_DATABASE_URL
  const folder = await ownFolder()
  if (url) {
    const server = { connectionString: url }
    const template = await makeTemplate(server)
    const stop = async () => {
      await dropDatabase(server, countyTemplate(template))
      await dropDatabase(server, template)
      rmSync(folder, { recursive: true, force: true })
    }
    return { server, template, folder, users: 0, stop }
  }
  // Test data may be lost in a power cut, and half the time of a test would be spent on flushing.
  const embedded = await startEmbedded(folder, log, { fsync: 'off', full_page_writes: 'off' })
  const server = embedded.connection
  const stop = async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { server, template: await makeTemplate(server), folder, users: 0, stop }
}

/** The database with the small demonstration county, which the first test that wants it makes. */
export function countyTemplate(template: string): string {
  return `${template}_county`
}

async function makeTemplate(server: PoolConfig) {
  const migrations = findMigrations(SRC)
  const hash = createHash('sha256')
    .update(migrations.map(each => each.hash).join())
    .digest('hex')
  const name = `test_template_${hash.slice(0, 8)}_${randomBytes(4).toString('hex')}`
  await run(server, `create database ${name}`)
  const db = await connect(inDatabase(server, name), log)
  await migrate(db, migrations)
  await db.close()
  return name
}

export async function dropDatabase(server: PoolConfig, name: string) {
  await run(server, `drop database if exists ${name} with (force)`)
}

export async function run(server: PoolConfig, statement: string) {
  const client = new Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function inDatabase(server: PoolConfig, database: string): PoolConfig {
  if (server.connectionString === undefined) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** A temporary folder named after this process; those of processes that died are cleared away. */
async function ownFolder() {
  const base = tmpdir()
  for (const name of readdirSync(base)) {
    const pid = /^sightline-test-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !alive(Number(pid))) await clear(join(base, name))
  }
  const folder = join(base, `sightline-test-${process.pid}`)
  await clear(folder)
  mkdirSync(folder, { mode: 0o711 })
  return folder
}

async function clear(folder: string) {
  const inside = existsSync(folder) ? readdirSync(folder) : []
  // A test of the launcher has several servers, each in a folder of its own.
  for (const home of [folder, ...inside.map(name => join(folder, name))]) {
    const data = join(home, 'data')
    const server = readPostmaster(data)
    if (!server || !isOurs(server, data)) continue
    process.kill(server.pid, 'SIGQUIT')
    while (isOurs(server, data)) await pause(20)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** A process that was killed and that nobody has asked after is a number still, with no command. */
function alive(pid: number) {
  try {
    process.kill(pid, 0)
    const command = `/proc/${pid}/cmdline`
    return !existsSync(command) || readFileSync(command, 'utf8') !== ''
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
