import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { DatabaseRefused } from './refused.ts'

/**
 * Who the database server runs as. PostgreSQL refuses to run as root, so root hands it to a service
 * user who owns its folder. `via` is put before the server's command line.
 */
export type ServerUser = {
  readonly name: string
  readonly ids: { readonly uid: number; readonly gid: number } | undefined
  readonly via: readonly string[]
}

export const SERVICE_USERS = ['nobody', 'daemon', 'postgres']

/**
 * @param folder the server's folder; it exists
 * @param data where its data are, or will be: whoever owns them already goes on owning them
 */
export function chooseServerUser(data: string): ServerUser {
  if (process.getuid?.() !== 0) return ordinaryUser(data)
  const owner = existsSync(data) ? statSync(data).uid : undefined
  const known = passwd()
  const user =
    owner === undefined || owner === 0
      ? SERVICE_USERS.map(name => known.find(each => each.name === name)).find(each => each)
      : known.find(each => each.uid === owner)
  if (user) return { name: user.name, ids: { uid: user.uid, gid: user.gid }, via: [] }
  throw new DatabaseRefused(
    'PostgreSQL does not run as root and this machine has no user called nobody to run it as. Start Sightline as an ordinary user, or set DATABASE_URL.',
  )
}

function ordinaryUser(data: string): ServerUser {
  if (existsSync(data) && statSync(data).uid !== process.getuid?.()) {
    throw new DatabaseRefused(
      `The database in ${data} belongs to another user. Start Sightline as that user or as root, or set SIGHTLINE_HOME to another folder.`,
    )
  }
  try {
    return { name: userInfo().username, ids: undefined, via: [] }
  } catch {
    throw new DatabaseRefused(
      `PostgreSQL does not start for a user that has no name, and number ${process.getuid?.()} has none on this machine. Add it to /etc/passwd, or set DATABASE_URL.`,
    )
  }
}

/**
 * Root's folders may be closed to the service user, as /root is. Then the user is given the one
 * capability that passes closed folders, rather than the folders being opened to everybody.
 * @throws {DatabaseRefused} where the machine cannot do that
 */
export function reaching(user: ServerUser, folder: string): ServerUser {
  if (user.ids === undefined || canUse(user, folder)) return user
  const { uid, gid } = user.ids
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const via = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...capability, '--']
  const able: ServerUser = { ...user, ids: undefined, via }
  if (canUse(able, folder)) return able
  throw new DatabaseRefused(
    `The database server runs as the user ${user.name}, who cannot enter ${folder}. Set SIGHTLINE_HOME to a folder that other users can pass through, such as /var/lib/sightline.`,
  )
}

/** Whether the server's user can write to the folder, asked of the system rather than worked out. */
export function canUse(user: ServerUser, folder: string): boolean {
  return runAs(user, '/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder]) === 0
}

/** The exit code of a short program run as the server's user; undefined if it did not start. */
export function runAs(user: ServerUser, program: string, args: readonly string[]) {
  const [command = program, ...rest] = [...user.via, program, ...args]
  const done = spawnSync(command, rest, { cwd: '/', stdio: 'ignore', ...user.ids })
  return done.status ?? undefined
}

function passwd() {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(user => user.name !== '' && Number.isInteger(user.uid) && user.uid > 0)
}
