#!/usr/bin/env node
// The one door for every command, written for Node 20 and no packages at all, because on a new
// machine there is nothing else yet. It installs what the lock file names, then hands over to the
// Node 24 that came with it, which runs our TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(home, 'node_modules')
const stampFile = join(modules, '.sightline-installed')
const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function lockStamp() {
  const lock = readFileSync(join(home, 'package-lock.json'))
  return createHash('sha256').update(lock).digest('hex')
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  })
  return done.status === 0
}

function install() {
  const stamp = lockStamp()
  const installed = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (installed && existsSync(node)) return
  process.stderr.write(
    'Installing what Sightline needs. This happens once and takes a minute or so.\n',
  )
  // Not `npm ci`: that refuses where a registry lacks the optional packages of other platforms. The
  // lock file is obeyed, and left as it is, by this too.
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) {
    process.stderr.write('The packages could not be installed. The lines above say why.\n')
    process.exit(1)
  }
  // Where install scripts are blocked the package that carries Node has not unpacked it yet.
  if (!existsSync(node)) {
    run(process.execPath, [join(modules, 'node', 'installArchSpecificPackage.js')], {
      cwd: join(modules, 'node'),
    })
  }
  if (!existsSync(node)) {
    process.stderr.write(
      'Node 24 could not be installed from the package registry. Check the connection and run this again.\n',
    )
    process.exit(1)
  }
  mkdirSync(modules, { recursive: true })
  writeFileSync(stampFile, stamp)
}

install()

const [command, ...rest] = process.argv.slice(2)
const script = command === 'run' ? join(home, rest[0] ?? '') : join(home, 'src', 'cli.ts')
const args = command === 'run' ? rest.slice(1) : process.argv.slice(2)
// A small room for new objects: files come and go by the hundred megabyte, and Node would let its
// memory grow by a fifth for nothing.
const flags = JSON.parse(readFileSync(join(home, 'bin', 'node-flags.json'), 'utf8'))
const child = spawn(node, [...flags, script, ...args], {
  stdio: 'inherit',
  env: {
    // What TypeScript becomes is kept, so that the next start has not to make it again.
    NODE_COMPILE_CACHE: join(modules, '.cache', 'sightline'),
    ...process.env,
    PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
