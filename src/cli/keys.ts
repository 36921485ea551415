import { join } from 'node:path'
import type { Config } from '#config'
import { newKey } from '#kit/files/keys.ts'
import { keysInUse, rewrapAll } from '#kit/files/rewrap.ts'
import { SealFault } from '#kit/files/seal.ts'
import { openLog } from '#kit/log.ts'
import { record } from '#journal'
import { openApp } from '../app.ts'
import { type Command, Misused } from './command.ts'
import { columns, progressLine, say } from './terminal.ts'

const whole = new Intl.NumberFormat('en-GB')
const USAGE = 'sightline keys [new | rotate]'

/** The keys that children's records are sealed with. No key is ever shown but a new one by `new`. */
export const keysCommand: Command = {
  name: 'keys',
  usage: USAGE,
  does: 'Says which keys seal children’s records, and how many files each. “rotate” changes the key: every file opens with a new key and no longer with the old. “new” writes a key for SIGHTLINE_KEY.',
  options: {},
  takesFiles: true,
  async run(given) {
    const [what, ...more] = given.paths
    if (more.length > 0) throw new Misused(`It is: ${USAGE}`)
    if (what === 'new') {
      say(newKey())
      return 0
    }
    if (what !== undefined && what !== 'rotate') throw new Misused(`It is: ${USAGE}`)
    try {
      return await (what === 'rotate' ? rotate(given.config()) : list(given.config()))
    } catch (error) {
      if (error instanceof SealFault) throw new Misused(error.message)
      throw error
    }
  },
}

async function list(config: Config): Promise<number> {
  const counts = await keysInUse(foldersOf(config))
  const known = config.keys.all().map(key => key.id)
  const newest = config.keys.current().id
  const ids = [...known, ...[...counts.keys()].filter(id => id !== '' && !known.includes(id))]
  const rows = ids.map(id => [
    `${id}${id === newest ? ' (newest)' : ''}${known.includes(id) ? '' : ' (not among the keys given)'}`,
    whole.format(counts.get(id) ?? 0),
  ])
  const plain = counts.get('') ?? 0
  say(columns([['Key', 'files'], ...rows, ['Not sealed', whole.format(plain)]]))
  if (plain > 0) say('“npx sightline keys rotate” seals what is not sealed.')
  if (config.keysAreBeside) say(besideWarning(config))
  return ids.every(id => known.includes(id)) ? 0 : 1
}

async function rotate(config: Config): Promise<number> {
  const { keys } = config
  const folders = foldersOf(config)
  const before = await keysInUse(folders)
  const underOlder = [...before.keys()].some(id => id !== '' && id !== keys.current().id)
  if (underOlder) say(`Going on to the key ${keys.current().id}, the newest of those given.`)
  else if (keys.add !== undefined) say(`Made the key ${keys.add().id}.`)
  else
    say(
      'Every file opens with the newest key already. To change it, add a key made by “npx sightline keys new” after the one in SIGHTLINE_KEY, with a comma between, and run this again.',
    )
  const line = progressLine()
  const { rewrapped, sealed } = await rewrapAll(folders, keys, (done, of) =>
    line.show(done / of, 'Changing the key'),
  )
  line.end()
  await noteRotation(config, { rewrapped, sealed })
  say(
    `${whole.format(rewrapped)} files now open with the key ${keys.current().id} alone.${sealed > 0 ? ` ${whole.format(sealed)} that were not sealed now are.` : ''}`,
  )
  if (keys.all().length > 1)
    say(
      'Older keys stay where they are, for backups that were sealed with them. Take them out when no such backup is left.',
    )
  return 0
}

/** That the key was changed is known to every council whose files it seals. */
async function noteRotation(
  config: Config,
  detail: { readonly rewrapped: number; readonly sealed: number },
): Promise<void> {
  const app = await openApp(config, openLog('warn'))
  try {
    const change = {
      actor: 'command line',
      action: 'keys.rotated',
      subject: { kind: 'keys', id: config.keys.current().id },
      detail,
    }
    for (const { code } of await app.councils())
      await app.db.as(code, trx => record(trx, change, new Date()))
  } finally {
    await app.close()
  }
}

function foldersOf({ home }: Config): readonly string[] {
  return [join(home, 'extracts'), join(home, 'incoming')]
}

/** For a council that leaves the key beside what it seals: then whoever takes the disk has both. */
export function besideWarning({ home }: Pick<Config, 'home'>): string {
  return `The key stands in ${join(home, 'keys')}, beside the records that it seals. Move that file elsewhere and set SIGHTLINE_KEY_FILE to it, or set SIGHTLINE_KEY. Keep a copy of it: without it the records cannot be read by anybody.`
}
