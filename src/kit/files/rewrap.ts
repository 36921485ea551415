import { randomUUID } from 'node:crypto'
import {
  type FileHandle,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyRing } from './keys.ts'
import { faultOf, HEADER, isSealed, keyIdsOf, openSlots, SLOT, seal, slotOf } from './seal.ts'

export interface Rewrapped {
  /** Files whose own key was encrypted by the newest key of the ring. */
  readonly rewrapped: number
  /** Files that were not sealed at all, and now are. */
  readonly sealed: number
}

/** How many files each key opens, by its id; '' for files that are not sealed. */
export async function keysInUse(folders: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const path of await filesIn(folders)) {
    const header = await headerOf(path)
    if (header === null) continue
    const ids = isSealed(header) ? keyIdsOf(header) : ['']
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/**
 * Makes every file below the folders open with the newest key of the ring, and with no other. Bodies
 * are not written again. Stopped at any moment, every file still opens with the ring; run again, it
 * goes on where it was.
 * @throws {SealFault} at a file that no key of the ring opens
 */
export async function rewrapAll(
  folders: readonly string[],
  keys: KeyRing,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Rewrapped> {
  const files = await filesIn(folders)
  let rewrapped = 0
  let sealed = 0
  for (const [place, path] of files.entries()) {
    const became = await rewrapFile(path, keys)
    if (became === 'rewrapped') rewrapped++
    if (became === 'sealed') sealed++
    progress(place + 1, files.length)
  }
  return { rewrapped, sealed }
}

async function rewrapFile(path: string, keys: KeyRing): Promise<'rewrapped' | 'sealed' | null> {
  const file = await open(path, 'r+').catch(() => null)
  // Taken away meanwhile.
  if (file === null) return null
  try {
    const header = await firstBytes(file)
    if (isSealed(header)) return (await changeSlot(file, header, keys)) ? 'rewrapped' : null
  } finally {
    await file.close()
  }
  await sealPlain(path, keys)
  return 'sealed'
}

/** False where the newest key alone opened it already. */
async function changeSlot(file: FileHandle, header: Buffer, keys: KeyRing): Promise<boolean> {
  const slots = openSlots(header, keys)
  const current = keys.current()
  const ready = slots.find(slot => slot.keyId === current.id)
  if (ready !== undefined && keyIdsOf(header).length === 1) return false
  const [known] = slots
  if (known === undefined) throw faultOf(header, keys)
  // A file keeps its age, by which what was left over is told from what is being written.
  const { atime, mtime } = await file.stat()
  const place = ready?.place ?? (known.place === 0 ? 1 : 0)
  if (ready === undefined) await writeSlot(file, place, slotOf(known.fileKey, current))
  await writeSlot(file, place === 0 ? 1 : 0, Buffer.alloc(SLOT))
  await file.utimes(atime, mtime)
  return true
}

async function writeSlot(file: FileHandle, place: 0 | 1, slot: Buffer): Promise<void> {
  await file.write(slot, 0, SLOT, place * SLOT)
  await file.sync()
}

async function sealPlain(path: string, keys: KeyRing): Promise<void> {
  const { atime, mtime } = await stat(path)
  const beside = `${path}.${randomUUID()}.part`
  const file = await open(beside, 'wx', 0o600)
  try {
    await file.writeFile(seal(await readFile(path), keys))
    await file.sync()
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await utimes(beside, atime, mtime)
  await rename(beside, path)
}

/**
 * Destroys a file: without its own key, which is overwritten first, nothing of its body can be read,
 * wherever a disk or a file system still keeps it.
 */
export async function shred(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(() => null)
  if (file === null) return
  try {
    const { size } = await file.stat()
    if (isSealed(await firstBytes(file))) {
      await file.write(Buffer.alloc(Math.min(HEADER, size)), 0, Math.min(HEADER, size), 0)
      await file.sync()
    }
  } finally {
    await file.close()
  }
  await rm(path, { force: true })
}

async function headerOf(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return null
  try {
    return await firstBytes(file)
  } finally {
    await file.close()
  }
}

async function firstBytes(file: FileHandle): Promise<Buffer> {
  const header = Buffer.alloc(HEADER)
  const { bytesRead } = await file.read(header, 0, HEADER, 0)
  return header.subarray(0, bytesRead)
}

/** Whole files: one that is half written belongs to whoever writes it. */
async function filesIn(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (entry.isFile() && !entry.name.endsWith('.part')) {
        found.push(join(entry.parentPath, entry.name))
      }
    }
  }
  return found.toSorted()
}
