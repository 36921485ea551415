import { writeFile } from 'node:fs/promises'
import { openLog } from '#kit/log.ts'
import { collectHeld, heldAsJson, heldAsZip, heldInWords } from '#held'
import { allUsers } from '#people'
import { holdersOf, userPerson } from '../app/holders.ts'
import { openApp } from '../app.ts'
import { type Command, Misused, textOption } from './command.ts'
import { unwritable } from './export-child.ts'
import { say } from './terminal.ts'

const USAGE = 'sightline export-user EMAIL --out FILE.zip|FILE.json'

/** Writes everything that is held about somebody who may sign in to a file, for them. */
export const exportUser: Command = {
  name: 'export-user',
  usage: USAGE,
  does: 'Writes everything that is held about one user, by their email address or id: a zip with a page to read, sheets and JSON, or JSON alone.',
  options: { out: { type: 'string' } },
  takesFiles: true,
  async run(given) {
    const [who, ...more] = given.paths
    const out = textOption(given, 'out') ?? ''
    if (who === undefined || more.length > 0 || !/\.(zip|json)$/i.test(out)) {
      throw new Misused(`It is: ${USAGE}`)
    }
    const app = await openApp(given.config(), openLog('warn'))
    try {
      const authority = await app.ownAuthority()
      const users = await app.db.as(authority, allUsers)
      const user = users.find(
        each => each.id === who || each.email?.toLowerCase() === who.trim().toLowerCase(),
      )
      if (user === undefined) throw new Misused(`Nobody with the address or id ${who} is here.`)
      const by = { actor: 'command line', at: new Date() }
      const held = await collectHeld(app.db, authority, userPerson(user.id), holdersOf(app), by)
      const content = /\.zip$/i.test(out) ? heldAsZip(held) : heldAsJson(held)
      await writeFile(out, content, { mode: 0o600, flag: 'wx' }).catch(unwritable(out))
      say(`${heldInWords(held)}, in ${out}. Give it to nobody but ${user.name}.`)
      return 0
    } finally {
      await app.close()
    }
  },
}
