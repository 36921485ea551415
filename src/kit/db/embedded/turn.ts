import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const STALE_AFTER = 15_000

/**
 * Runs the work while no other process of ours is starting or stopping the same database. The turn
 * is a file; one whose process has died, or which has not been touched for 15 seconds, is ignored.
 */
export async function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!taken(file)) {
    if (abandoned(file)) rmSync(file, { force: true })
    else await pause(25)
  }
  const touch = setInterval(() => {
    const now = new Date()
    if (existsSync(file)) utimesSync(file, now, now)
  }, 3000)
  try {
    return await work()
  } finally {
    clearInterval(touch)
    rmSync(file, { force: true })
  }
}

function taken(file: string): boolean {
  try {
    const held = openSync(file, 'wx', 0o600)
    writeSync(held, String(process.pid))
    closeSync(held)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function abandoned(file: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_AFTER) return true
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid === 0) return false // it is being written
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
