import { type Given, type Command, Misused, textOption } from './command.ts'
import { openLog } from '#kit/log.ts'
import { invite, type Role, roles } from '#people'
import { openApp } from '../app.ts'
import { say } from './terminal.ts'

/** Makes an account for somebody and prints its one-time link: the way in for the first administrator. */
export const inviteCommand: Command = {
  name: 'invite',
  usage: 'sightline invite --name NAME --email EMAIL --role ROLE',
  does: 'Makes an account and prints the link, good once and for 72 hours, by which its owner sets a password. The first is that of an administrator.',
  options: { name: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' } },
  async run(given) {
    const name = textOption(given, 'name')?.trim() ?? ''
    const email = textOption(given, 'email')?.trim() ?? ''
    if (name.length < 2) throw new Misused('Say who it is: --name "First Last".')
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      throw new Misused('Say what they sign in with: --email name@example.gov.uk.')
    const role = roleOf(given)
    const config = given.config()
    const app = await openApp(config, openLog('warn'))
    try {
      const council = (await app.councils()).find(each => !each.demonstration)
      if (council === undefined)
        throw new Misused('Set up your council first: sightline init --name NAME.')
      const by = { actor: 'command line', at: new Date() }
      const invited = await invite(app.db, council.code, { name, email, roles: [role] }, by)
      if (invited.kind === 'known')
        throw new Misused(
          `Somebody with the address ${email} is in ${council.name} already. An administrator can make them a new link under People.`,
        )
      say(
        `${name} is invited to ${council.name}. Pass on this link, which is good once and for 72 hours:`,
      )
      const address = config.people.publicUrl || `http://${config.host}:${config.port}`
      say(`  ${address}${invited.path}`)
      return 0
    } finally {
      await app.close()
    }
  },
}

function roleOf(given: Given): Role {
  const asked = textOption(given, 'role')
  const known = roles.filter(role => role !== 'public')
  const role = known.find(each => each === asked)
  if (role === undefined) throw new Misused(`--role must be one of ${known.join(', ')}.`)
  return role
}
