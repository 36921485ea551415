import { lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyBinaries, findBinaries, linkLibraries, whyUnsupported } from './binaries.ts'
import { runAs } from './server-user.ts'

const folder = mkdtempSync(join(tmpdir(), 'sightline-binaries-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const me = { name: 'me', ids: undefined, via: [] }
const runs = (native: string) => runAs(me, join(native, 'bin', 'initdb'), ['--version']) === 0
const serverRuns = (native: string) => runAs(me, join(native, 'bin', 'postgres'), ['-V']) === 0

test('the programs can be copied away, once, and run where they are then', async () => {
  const found = findBinaries()
  expect(found.version).toMatch(/^18\.\d+$/)
  const copy = await copyBinaries(found, folder)
  expect(copy.native).not.toBe(found.native)
  expect(runs(copy.native) && serverRuns(copy.native)).toBe(true)
  const before = lstatSync(copy.native).ctimeMs
  await copyBinaries(found, folder)
  expect(lstatSync(copy.native).ctimeMs).toBe(before)
})

test('the links that a blocked install script did not make are made', async () => {
  const { native } = await copyBinaries(findBinaries(), folder)
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    target: string
  }[]
  for (const { target } of links) rmSync(join(native, '..', target))
  expect(serverRuns(native)).toBe(false)
  expect(await linkLibraries(native)).toBe(true)
  expect(serverRuns(native)).toBe(true)
})

test.for([
  ['linux', 'x64', false],
  ['linux', 'arm64', false],
  ['linux', 'arm', false],
  ['darwin', 'x64', false],
  ['darwin', 'arm64', false],
] as const)('there is a build for %s on %s', ([platform, arch, musl]) => {
  expect(whyUnsupported({ platform, arch, musl })).toBeUndefined()
})

test.for([
  ['linux', 'x64', true, 'musl'],
  ['win32', 'arm64', false, 'Windows'],
  ['win32', 'x64', false, 'Windows'],
  ['linux', 's390x', false, 'linux on s390x'],
  ['freebsd', 'x64', false, 'freebsd on x64'],
] as const)(
  'there is none for %s on %s, musl %s, and it is said why',
  ([platform, arch, musl, words]) => {
    expect(whyUnsupported({ platform, arch, musl })).toContain(words)
  },
)
