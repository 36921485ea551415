import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { copyFile, mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keyRingOf, newKey } from './keys.ts'
import { keysInUse, rewrapAll } from './rewrap.ts'
import { HEADER, openSlots, SLOT, slotOf } from './seal.ts'
import { openVault, sha256Of } from './vault.ts'

const base = mkdtempSync(join(tmpdir(), 'sightline-vault-'))
afterAll(() => rmSync(base, { recursive: true }))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const [first, second] = [newKey(), newKey()]
const [old, both, young] = [keyRingOf(first), keyRingOf(`${first}\n${second}`), keyRingOf(second)]
const SECRET = 'child 1234567, born on 1 February 2010'
const placeOf = (folder: string, sha256: string) => join(folder, sha256.slice(0, 2), sha256)

function allBytes(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  return Buffer.concat(files.map(entry => readFileSync(join(entry.parentPath, entry.name))))
}

async function folderOf(name: string, files: number) {
  const folder = join(base, name)
  const vault = openVault(folder, old)
  const names = []
  for (let i = 0; i < files; i++) names.push(await vault.put(bytesOf(`${SECRET} ${i}`)))
  return { folder, vault, names }
}

test('a file is named by what is in it, and on the disk nothing of that can be read', async () => {
  const { folder, vault, names } = await folderOf('named', 1)
  const [name = ''] = names
  expect(name).toBe(sha256Of(bytesOf(`${SECRET} 0`)))
  expect(allBytes(folder).includes('1234567')).toBe(false)
  expect(Buffer.from(await vault.get(name)).toString()).toBe(`${SECRET} 0`)
})

test('a file with the name of another, whole and well sealed, is found', async () => {
  const { folder, vault, names } = await folderOf('swapped', 2)
  const [one = '', other = ''] = names
  await copyFile(placeOf(folder, other), placeOf(folder, one))
  await expect(vault.get(one)).rejects.toThrow(/has been altered/)
})

test('without its key a file stays shut, and the sentence names the key', async () => {
  const { folder, names } = await folderOf('locked', 1)
  await expect(openVault(folder, young).get(names[0] ?? '')).rejects.toThrow(
    `A file is sealed with the key ${old.current().id}, which is not among the keys given.`,
  )
})

test('after rotation the new key alone opens every file, and no body was written again', async () => {
  const { folder, names } = await folderOf('rotated', 5)
  const bodies = () =>
    names.map(name => readFileSync(placeOf(folder, name)).subarray(HEADER).toString('hex'))
  const before = bodies()
  expect(await rewrapAll([folder], both)).toEqual({ rewrapped: 5, sealed: 0 })
  expect(bodies()).toEqual(before)
  for (const name of names) expect(await openVault(folder, young).get(name)).toBeTruthy()
  await expect(openVault(folder, old).get(names[0] ?? '')).rejects.toThrow(/is sealed with the key/)
  expect([...(await keysInUse([folder]))]).toEqual([[young.current().id, 5]])
  expect(await rewrapAll([folder], both)).toEqual({ rewrapped: 0, sealed: 0 })
})

test('a file keeps its age when its key is changed', async () => {
  const { folder, names } = await folderOf('aged', 1)
  const place = placeOf(folder, names[0] ?? '')
  utimesSync(place, 1e9, 1e9)
  await rewrapAll([folder], both)
  expect(statSync(place).mtimeMs).toBe(1e12)
})

test('stopped between any two writes, every file still opens, and the next run finishes', async () => {
  const { folder, vault, names } = await folderOf('stopped', 4)
  const [, written = '', torn = '', half = ''] = names
  // Stopped after the new slot was written and before the old one was cleared.
  await change(placeOf(folder, written), (header, fileKey) =>
    slotOf(fileKey, young.current()).copy(header, SLOT),
  )
  // Stopped while the new slot was being written.
  await change(placeOf(folder, torn), (header, fileKey) =>
    slotOf(fileKey, young.current()).subarray(0, 30).copy(header, SLOT),
  )
  // Stopped while the old slot was being cleared.
  await change(placeOf(folder, half), (header, fileKey) => {
    slotOf(fileKey, young.current()).copy(header, SLOT)
    header.fill(0, 20, 60)
  })
  for (const name of names.slice(0, 3)) expect(await vault.get(name)).toBeTruthy()
  for (const name of names) expect(await openVault(folder, both).get(name)).toBeTruthy()
  await rewrapAll([folder], both)
  for (const name of names) expect(await openVault(folder, young).get(name)).toBeTruthy()
  expect([...(await keysInUse([folder]))]).toEqual([[young.current().id, 4]])
})

test('files from before there were seals are read as they are, and sealed by rotation', async () => {
  const folder = join(base, 'plain')
  const plain = bytesOf(SECRET)
  const name = sha256Of(plain)
  await mkdir(join(folder, name.slice(0, 2)), { recursive: true })
  await writeFile(placeOf(folder, name), plain)
  const vault = openVault(folder, old)
  expect(Buffer.from(await vault.get(name)).toString()).toBe(SECRET)
  expect([...(await keysInUse([folder]))]).toEqual([['', 1]])
  expect(await rewrapAll([folder], old)).toEqual({ rewrapped: 0, sealed: 1 })
  expect(allBytes(folder).includes('1234567')).toBe(false)
  expect(Buffer.from(await vault.get(name)).toString()).toBe(SECRET)
  expect(readdirSync(join(folder, name.slice(0, 2)))).toEqual([name])
})

test('a key that is missing stops rotation in one sentence, and nothing was changed', async () => {
  const { folder, vault, names } = await folderOf('stranger', 1)
  await expect(rewrapAll([folder], young)).rejects.toThrow(/is not among the keys given/)
  expect(await vault.get(names[0] ?? '')).toBeTruthy()
})

test('of a file that was destroyed even a copy of its place on the disk cannot be opened', async () => {
  const { folder, vault, names } = await folderOf('destroyed', 1)
  const [name = ''] = names
  const place = placeOf(folder, name)
  // Another name for the same place on the disk, as a file system may keep one.
  const { link } = await import('node:fs/promises')
  await link(place, join(base, 'left-on-disk'))
  expect(await vault.remove(name, new Date(0))).toBe(false)
  expect(await vault.get(name)).toBeTruthy()
  expect(await vault.remove(name, new Date(Date.now() + 1000))).toBe(true)
  await expect(vault.get(name)).rejects.toThrow(/is missing from/)
  const left = await readFile(join(base, 'left-on-disk'))
  expect(left.length).toBeGreaterThan(HEADER)
  expect(openSlots(left, both)).toEqual([])
})

test('what is put again is there once, under a key of its own', async () => {
  const { folder, vault, names } = await folderOf('twice', 1)
  const before = allBytes(folder)
  expect(await vault.put(bytesOf(`${SECRET} 0`))).toBe(names[0])
  expect(allBytes(folder)).toHaveLength(before.length)
  expect(allBytes(folder).equals(before)).toBe(false)
})

async function change(path: string, work: (header: Buffer, fileKey: Buffer) => void) {
  const file = await open(path, 'r+')
  const header = Buffer.alloc(HEADER)
  await file.read(header, 0, HEADER, 0)
  const [slot] = openSlots(header, old)
  if (slot === undefined) throw new Error('the file opens with the old key')
  work(header, slot.fileKey)
  await file.write(header, 0, HEADER, 0)
  await file.close()
}
