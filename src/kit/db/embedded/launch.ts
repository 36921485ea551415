import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import type { Cluster } from './cluster.ts'
import { answers, readPostmaster } from './postmaster.ts'
import { DatabaseRefused } from './refused.ts'

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  // A statement or the detail of an error can hold a child's data, and a log is no place for it.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  logging_collector: 'off',
}

const LARGEST_LOG = 5_000_000

/** Starts the server in a session of its own, so that Ctrl-C at our terminal does not reach it. */
export async function launch(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
  log: Log,
): Promise<void> {
  // Of a server that was killed, processes can live on for a moment and hold its memory.
  for (let attempt = 1; attempt <= 20; attempt++) {
    if (await tryLaunch(cluster, settings)) {
      const { version } = cluster.binaries
      // Its fixes arrive with releases of Sightline, so whoever looks after it has to know which.
      log.info({ version }, 'The embedded PostgreSQL was started.')
      return
    }
    await pause(100 * attempt)
    if (!/pre-existing shared memory|lock file/.test(tail(cluster.logFile))) break
  }
  throw new DatabaseRefused(
    `The database server did not start. The last lines of ${cluster.logFile} say why:\n${tail(cluster.logFile)}`,
  )
}

async function tryLaunch(cluster: Cluster, settings: Readonly<Record<string, string>>) {
  const { user, data, socketFolder } = cluster
  const chosen = { ...SETTINGS, unix_socket_directories: socketFolder, ...settings }
  const options = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const program = join(cluster.binaries.native, 'bin', 'postgres')
  const [command = program, ...rest] = [...user.via, program, '-D', data, ...options]
  rotate(cluster.logFile)
  const out = openSync(cluster.logFile, 'a', 0o600)
  const { uid, gid } = statSync(data)
  if (process.getuid?.() === 0) fchownSync(out, uid, gid)
  const server = spawn(command, rest, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...user.ids,
  })
  closeSync(out)
  const ended = new AbortController()
  server.once('exit', () => ended.abort())
  server.once('error', () => ended.abort())
  server.unref()
  while (!ended.signal.aborted) {
    const running = readPostmaster(data)
    if (running?.pid === server.pid && running && (await answers(running, data))) return true
    await pause(10)
  }
  return false
}

function rotate(file: string) {
  if (!existsSync(file) || statSync(file).size < LARGEST_LOG) return
  rmSync(`${file}.old`, { force: true })
  renameSync(file, `${file}.old`)
}

function tail(file: string) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-6).join('\n')
}
