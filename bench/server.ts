import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const cli = join(root, 'src', 'cli.ts')

/** The flags of Node that `npm start` gives. */
export const nodeFlags: readonly string[] = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(join(root, 'bin', 'node-flags.json'), 'utf8')))

export interface Serving {
  readonly address: string
  /** From the command to the line that says where it is. */
  readonly seconds: number
  /** The most memory that the process has held so far, in megabytes; NaN where the system does not say. */
  peakMemory(): number
  stop(): Promise<void>
}

/** Starts the site as `npm start` does, and waits until it says where it is. */
export async function startServer(home: string): Promise<Serving> {
  const began = performance.now()
  const server = spawn(process.execPath, [...nodeFlags, cli, 'serve'], {
    env: {
      ...process.env,
      // As `npm start` has one, here empty at the first start of each home.
      NODE_COMPILE_CACHE: join(home, 'compiled'),
      SIGHTLINE_HOME: home,
      PORT: '0',
      HOST: '',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let faults = ''
  server.stderr.on('data', data => (faults += String(data)))
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /is at (http:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    return {
      address,
      seconds: (performance.now() - began) / 1000,
      peakMemory: () => peakOf(server),
      stop: async () => {
        server.kill('SIGTERM')
        await once(server, 'exit')
      },
    }
  }
  throw new Error(`The site did not start. ${faults}`)
}

function peakOf(server: ChildProcess): number {
  const status = join('/proc', String(server.pid), 'status')
  if (!existsSync(status)) return Number.NaN
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024
}
