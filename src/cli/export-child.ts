import { writeFile } from 'node:fs/promises'
import { openLog } from '#kit/log.ts'
import { openApp } from '../app.ts'
import { collectHeld, heldAsJson, heldAsZip, heldInWords } from '#held'
import { childPerson, holdersOf } from '../app/holders.ts'
import { type Command, Misused, textOption } from './command.ts'
import { say } from './terminal.ts'

const USAGE = 'sightline export-child ID --out FILE.zip|FILE.json'

/** Writes everything that is held about one child to a file, for whoever has a right to it. */
export const exportChild: Command = {
  name: 'export-child',
  usage: USAGE,
  does: 'Writes everything that is held about one child, by the council’s identifier of the child: a zip with a page to read, sheets and JSON, or JSON alone.',
  options: { out: { type: 'string' } },
  takesFiles: true,
  async run(given) {
    const [id, ...more] = given.paths
    const out = textOption(given, 'out') ?? ''
    if (id === undefined || more.length > 0 || !/\.(zip|json)$/i.test(out)) {
      throw new Misused(`It is: ${USAGE}`)
    }
    const app = await openApp(given.config(), openLog('warn'))
    try {
      const authority = await app.ownAuthority()
      const person = childPerson(app, authority, id)
      const by = { actor: 'command line', at: new Date() }
      const held = await collectHeld(app.db, authority, person, holdersOf(app), by)
      const content = /\.zip$/i.test(out) ? heldAsZip(held) : heldAsJson(held)
      // Never over a file that is there, and for this user alone.
      await writeFile(out, content, { mode: 0o600, flag: 'wx' }).catch(unwritable(out))
      say(`${heldInWords(held)}, in ${out}. Keep it as you would keep the record itself.`)
      return 0
    } finally {
      await app.close()
    }
  },
}

/** Turns a fault of the disk into a sentence. */
export function unwritable(out: string): (error: unknown) => never {
  return error => {
    throw new Misused(`${out} cannot be written: ${wordsOf(error)}.`)
  }
}

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EEXIST') return 'there is a file of this name already'
  return error instanceof Error ? error.message : String(error)
}
