import { writeFile } from 'node:fs/promises'
import { openLog } from '#kit/log.ts'
import { collectHeld, heldAsJson, heldAsZip, heldInWords } from '#held'
import { holdersOf, namedPerson } from '../app/holders.ts'
import { openApp } from '../app.ts'
import { type Command, Misused, textOption } from './command.ts'
import { unwritable } from './export-child.ts'
import { say } from './terminal.ts'

const USAGE = 'sightline export-named NAME --out FILE.zip|FILE.json'

/** Writes where somebody without an account is named, such as who asked a meeting a question. */
export const exportNamed: Command = {
  name: 'export-named',
  usage: USAGE,
  does: 'Writes where a name or an email address stands that needs no account: who asked a meeting a question, was there, declared or decided. Another may be called the same: look before you give it to anybody.',
  options: { out: { type: 'string' } },
  takesFiles: true,
  async run(given) {
    const [name, ...more] = given.paths
    const out = textOption(given, 'out') ?? ''
    if (name === undefined || more.length > 0 || !/\.(zip|json)$/i.test(out)) {
      throw new Misused(`It is: ${USAGE}`)
    }
    if (name.trim().length < 3) throw new Misused('Give three letters of the name at the least.')
    const app = await openApp(given.config(), openLog('warn'))
    try {
      const authority = await app.ownAuthority()
      const by = { actor: 'command line', at: new Date() }
      const person = namedPerson(name.trim())
      const held = await collectHeld(app.db, authority, person, holdersOf(app), by)
      const content = /\.zip$/i.test(out) ? heldAsZip(held) : heldAsJson(held)
      await writeFile(out, content, { mode: 0o600, flag: 'wx' }).catch(unwritable(out))
      say(
        `${heldInWords(held)}, in ${out}. Others may be called the same: look before you give it.`,
      )
      return 0
    } finally {
      await app.close()
    }
  },
}
