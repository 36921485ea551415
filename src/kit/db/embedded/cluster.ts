import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../log.ts'
import { type Binaries, copyBinaries, findBinaries, linkLibraries } from './binaries.ts'
import { OWNER } from './postmaster.ts'
import { DatabaseRefused } from './refused.ts'
import {
  canUse,
  chooseServerUser,
  reaching,
  runAs,
  SERVICE_USERS,
  type ServerUser,
} from './server-user.ts'

/** A data folder that is ready for a server, and all that starting one needs. */
export type Cluster = {
  readonly binaries: Binaries
  readonly data: string
  readonly logFile: string
  readonly socketFolder: string
  readonly user: ServerUser
}

// The address of a Unix socket holds 108 bytes on Linux and 104 on macOS.
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432.lock'.length

/** Everything short of starting: programs that can run, a data folder made whole, who may connect. */
export async function prepareCluster(home: string, log: Log): Promise<Cluster> {
  const data = join(home, 'data')
  let user = chooseServerUser(data)
  if (user.ids && !existsSync(data)) chownSync(home, user.ids.uid, user.ids.gid)
  user = reaching(user, home)
  const binaries = await runnable(findBinaries(), home, user)
  await rm(join(home, 'data.partial'), { recursive: true, force: true })
  if (!existsSync(data)) await initialise(home, binaries, user, log)
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (major !== binaries.version.split('.')[0]) {
    throw new DatabaseRefused(
      `The database in ${data} was made by PostgreSQL ${major} and this release of Sightline brings ${binaries.version}, which cannot read it. Go back to the earlier release and export first.`,
    )
  }
  const socketFolder = socketFolderOf(home, user)
  await letIn(data, user)
  return { binaries, data, logFile: join(home, 'server.log'), socketFolder, user }
}

async function runnable(found: Binaries, home: string, user: ServerUser): Promise<Binaries> {
  const linked = await linkLibraries(found.native)
  const runs = (each: Binaries) => runAs(user, join(each.native, 'bin', 'postgres'), ['-V']) === 0
  if (linked && runs(found)) return found
  const copy = await copyBinaries(found, home)
  if (runs(copy)) return copy
  throw new DatabaseRefused(
    `The database server in ${copy.native} does not run on this machine. Set DATABASE_URL to the address of a PostgreSQL, version 15 or newer.`,
  )
}

/** Made under another name and renamed when whole, so that half a cluster is never started. */
async function initialise(home: string, binaries: Binaries, user: ServerUser, log: Log) {
  log.info({ version: binaries.version }, 'Making the database. This happens once.')
  const partial = join(home, 'data.partial')
  if (!canUse(user, home)) throw new DatabaseRefused(`${user.name} cannot write to ${home}.`)
  const code = runAs(user, join(binaries.native, 'bin', 'initdb'), [
    `--pgdata=${partial}`,
    `--username=${OWNER}`,
    '--auth=peer',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ])
  if (code !== 0) {
    throw new DatabaseRefused(
      `The database could not be made in ${home}. Is the disk full, or the folder closed to the user ${user.name}?`,
    )
  }
  await rename(partial, join(home, 'data'))
  // The new name has to be on the disk before anything that is kept under it.
  const folder = await open(home)
  await folder.sync()
  await folder.close()
}

/**
 * Only root and the user whose data they are may connect, which the system tells the server itself.
 * A service user has other programs too, and those may not.
 */
async function letIn(data: string, user: ServerUser) {
  const shared = process.getuid?.() === 0 && SERVICE_USERS.includes(user.name)
  const map = (shared ? ['root'] : ['root', user.name])
    .map(name => `sightline "${name}" ${OWNER}\n`)
    .join('')
  await write('pg_ident.conf', map)
  await write('pg_hba.conf', 'local all all peer map=sightline\n')

  async function write(name: string, text: string) {
    const file = join(data, name)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return
    await writeFile(file, text, { mode: 0o600 })
    const { uid, gid } = lstatSync(data)
    if (process.getuid?.() === 0) chownSync(file, uid, gid)
  }
}

/** Beside the data, or where that path is too long for a socket, in a private temporary folder. */
function socketFolderOf(home: string, user: ServerUser): string {
  const beside = join(home, 'socket')
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER) {
    mkdirSync(beside, { recursive: true, mode: 0o700 })
    own(beside)
    return beside
  }
  const note = join(home, 'socket-folder')
  const noted = existsSync(note) ? readFileSync(note, 'utf8') : ''
  if (noted !== '' && existsSync(noted) && lstatSync(noted).isDirectory()) return noted
  const base = Buffer.byteLength(tmpdir()) < 50 ? tmpdir() : '/tmp'
  const made = mkdtempSync(join(base, 'sightline-'))
  own(made)
  if (canUse(user, made)) {
    writeFileSync(note, made)
    return made
  }
  throw new DatabaseRefused(`${user.name} cannot write to ${base}, where its socket has to be.`)

  function own(folder: string) {
    const { uid, gid } = lstatSync(join(home, 'data'))
    if (process.getuid?.() === 0) chownSync(folder, uid, gid)
  }
}
