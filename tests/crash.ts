import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const CHECKOUT = fileURLToPath(new URL('..', import.meta.url))

export type Child = {
  readonly process: ChildProcess
  /** Whole lines that it has written to standard output so far. */
  readonly lines: () => readonly string[]
  /** Resolves when it has written so many lines; rejects if it ends before. */
  readonly until: (lines: number) => Promise<void>
  /** Resolves when it has ended, by itself or not. */
  readonly ended: () => Promise<void>
  /** `kill -9`: it gets no chance to tidy up. */
  readonly kill: () => Promise<void>
}

/** A script of the checkout in a process of its own, for tests that kill it. */
export function runChild(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Child {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  })
  const exited = once(child, 'exit')
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
  // What stands after the last line end may be half a line.
  const lines = () => text.split('\n').slice(0, -1)
  return {
    process: child,
    lines,
    until: async count => {
      while (lines().length < count) {
        if (child.exitCode !== null) throw new Error(`${script} ended by itself: ${text}`)
        await Promise.race([once(child.stdout, 'data'), exited])
      }
    },
    ended: async () => {
      await exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
