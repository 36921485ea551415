#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { ConfigRefused, readConfig } from '#config'
import { DatabaseRefused } from '#kit/db/index.ts'
import { VaultFault } from '#kit/files/vault.ts'
import { commands } from './cli/commands.ts'
import { type Command, Misused } from './cli/command.ts'

const given = process.argv.slice(2)
const askedForHelp = given.length === 0 || given.includes('--help') || given.includes('-h')
const [name = 'help', ...rest] = askedForHelp ? ['help'] : given
const command = commands.find(each => each.name === name)

try {
  if (command === undefined) {
    const names = commands.map(each => each.name).join(', ')
    throw new Misused(`There is no command “${name}”. The commands are ${names}.`)
  }
  const { values, positionals } = argumentsOf(command, rest)
  process.exitCode = await command.run({
    values,
    paths: positionals,
    config: () => readConfig(process.env),
  })
} catch (error) {
  if (!isExpected(error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

function argumentsOf({ name, usage, options, takesFiles = false }: Command, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: takesFiles })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error
    throw new Misused(`${name} is not written like that. It is: ${usage}`)
  }
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof Misused ||
    error instanceof ConfigRefused ||
    error instanceof DatabaseRefused ||
    error instanceof VaultFault
  )
}
