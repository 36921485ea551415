import type { ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '#config'

/** A command of the terminal. `run` gives the exit code. */
export interface Command {
  readonly name: string
  /** How it is written, and what it does, as `sightline help` shows them. */
  readonly usage: string
  readonly does: string
  readonly options: ParseArgsOptionsConfig
  /** Whether files are named after it. */
  readonly takesFiles?: boolean
  run(given: Given): Promise<number>
}

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly paths: readonly string[]
  readonly config: () => Config
}

/** A command that was not written as it is meant to be; the message says how. */
export class Misused extends Error {
  override readonly name = 'Misused'
}

export function textOption(given: Given, name: string): string | undefined {
  const value = given.values[name]
  return typeof value === 'string' ? value : undefined
}

/** Until somebody asks the process to stop. */
export function stopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
