import { readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Client, type PoolConfig } from 'pg'

/** What a running server wrote into `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly socketFolder: string }

export const OWNER = 'sightline'
export const PORT = 5432

export function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? '' } : undefined
}

export function connectionTo(socketFolder: string, database: string): PoolConfig {
  return { host: socketFolder, port: PORT, user: OWNER, database }
}

/** Whether the server behind this socket answers and keeps its data in this folder. */
export async function answers(postmaster: Postmaster, data: string): Promise<boolean> {
  if (postmaster.socketFolder === '') return false
  const client = new Client(connectionTo(postmaster.socketFolder, 'postgres'))
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === data
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether that process is alive and is a PostgreSQL on this data folder, not a later namesake. */
export function isOurs({ pid }: Postmaster, data: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return commandLine(pid).includes(data)
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return (
      spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ??
      ''
    )
  }
}

/**
 * After a crash the number in the file may belong to some other program, and PostgreSQL would then
 * refuse to start for good.
 */
export function clearStale(data: string) {
  rmSync(join(data, 'postmaster.pid'), { force: true })
}
