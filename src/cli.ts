#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { ConfigRefused, readConfig } from '#config'
import { DatabaseRefused } from '#kit/db/index.ts'
import { commands } from './cli/commands.ts'
import { Misused } from './cli/command.ts'

const [name = 'help', ...rest] = process.argv.slice(2)
const command =
  commands.find(each => each.name === name) ?? commands.find(each => each.name === 'help')

try {
  if (command === undefined) throw new Misused(`There is no command ${name}.`)
  const { values, positionals } = parseArgs({
    args: rest,
    options: command.options,
    allowPositionals: true,
  })
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

function isExpected(error: unknown): error is Error {
  if (error instanceof Misused || error instanceof ConfigRefused) return true
  if (error instanceof DatabaseRefused) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('ERR_PARSE_ARGS')
}
