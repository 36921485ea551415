import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { exportChild } from './export-child.ts'
import { exportNamed } from './export-named.ts'
import { exportUser } from './export-user.ts'
import { init } from './init.ts'
import { inviteCommand } from './invite.ts'
import { journalHeads } from './journal-heads.ts'
import { keysCommand } from './keys.ts'
import { loadCommand } from './load.ts'
import { retention } from './retention.ts'
import { serve } from './serve.ts'
import { say } from './terminal.ts'
import { verify } from './verify.ts'
import { work } from './work.ts'

const help: Command = {
  name: 'help',
  usage: 'sightline help',
  does: 'Shows this.',
  options: {},
  run() {
    say('Sightline: from what was found to change that can be proved.\n')
    for (const { usage, does } of commands) say(`  ${usage}\n      ${does}\n`)
    return Promise.resolve(0)
  },
}

export const commands: readonly Command[] = [
  serve,
  loadCommand,
  verify,
  journalHeads,
  init,
  inviteCommand,
  work,
  demo,
  keysCommand,
  retention,
  exportChild,
  exportUser,
  exportNamed,
  help,
]
