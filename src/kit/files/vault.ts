import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { KeyRing } from './keys.ts'
import { shred } from './rewrap.ts'
import { isSealed, seal, SealFault, unseal } from './seal.ts'

/**
 * Files that are written once, sealed, and named by the SHA-256 of what is in them before it is
 * sealed. What is there is whole: a file is written beside its place, flushed to the disk and only
 * then given its name. Files from before there were seals are read as they are.
 */
export interface Vault {
  /** Keeps the bytes, and gives their SHA-256 in hexadecimal. Putting the same twice keeps one. */
  put(bytes: Uint8Array): Promise<string>
  /**
   * The bytes of that name.
   * @throws {VaultFault} where they are missing, are no longer what was put there, or no key is at
   * hand that opens them
   */
  get(sha256: string): Promise<Uint8Array>
  /**
   * Destroys a file that was put before a moment: first the key that alone opens it, then the file.
   * False where it was put since, by whoever is about to name it: then it stays.
   */
  remove(sha256: string, before: Date): Promise<boolean>
  /**
   * Takes away the files that are not to be kept and were written before a moment, half written
   * ones too, and gives how many. Any other file in the folder is left alone.
   */
  sweep(keep: ReadonlySet<string>, before: Date): Promise<number>
}

export class VaultFault extends Error {
  override readonly name = 'VaultFault'
  readonly fault: 'missing' | 'altered' | 'locked'
  constructor(fault: 'missing' | 'altered' | 'locked', sha256: string, cause?: SealFault) {
    const happened = fault === 'missing' ? 'is missing from' : 'has been altered in'
    const sentence = `The frozen file ${sha256.slice(0, 12)} ${happened} the store of extracts.`
    super(fault === 'locked' ? (cause?.message ?? sentence) : sentence, { cause })
    this.fault = fault
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function openVault(folder: string, keys: KeyRing): Vault {
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new VaultFault('missing', sha256)
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      const place = placeOf(sha256)
      const beside = `${place}.${randomUUID()}.part`
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      const file = await open(beside, 'wx', 0o600)
      try {
        await file.writeFile(seal(bytes, keys))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, place)
      await flushFolder(dirname(place))
      return sha256
    },
    async get(sha256) {
      const kept = await readFile(placeOf(sha256)).catch(() => {
        throw new VaultFault('missing', sha256)
      })
      const bytes = isSealed(kept) ? opened(kept, keys, sha256) : kept
      if (sha256Of(bytes) !== sha256) throw new VaultFault('altered', sha256)
      return bytes
    },
    async remove(sha256, before) {
      const place = placeOf(sha256)
      if (!(await isOlder(place, before))) return false
      await shred(place)
      return true
    },
    async sweep(keep, before) {
      let swept = 0
      for (const place of await ownFiles(folder)) {
        if (keep.has(basename(place)) || !(await isOlder(place, before))) continue
        await shred(place)
        swept++
      }
      return swept
    },
  }
}

function opened(kept: Uint8Array, keys: KeyRing, sha256: string): Uint8Array {
  try {
    return unseal(kept, keys)
  } catch (error) {
    if (error instanceof SealFault) throw new VaultFault(error.fault, sha256, error)
    throw error
  }
}

async function ownFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isFile() && /^[0-9a-f]{64}(\.[0-9a-f-]{36}\.part)?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
}

async function isOlder(place: string, than: Date): Promise<boolean> {
  const found = await stat(place).catch(() => null)
  return found !== null && found.mtime < than
}

/** A new name is only safe from a power cut once its folder is flushed; Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
