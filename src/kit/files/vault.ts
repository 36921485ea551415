import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Files that are written once and named by the SHA-256 of what is in them. What is there is whole:
 * a file is written beside its place, flushed to the disk and only then given its name.
 */
export interface Vault {
  /** Keeps the bytes, and gives their SHA-256 in hexadecimal. Putting the same twice keeps one. */
  put(bytes: Uint8Array): Promise<string>
  /**
   * The bytes of that name.
   * @throws {VaultFault} where they are missing or are no longer what was put there
   */
  get(sha256: string): Promise<Uint8Array>
  /** Takes a file away for good. */
  remove(sha256: string): Promise<void>
  /**
   * Takes away the files that are not to be kept and were written before a moment, half written
   * ones too, and gives how many. Any other file in the folder is left alone.
   */
  sweep(keep: ReadonlySet<string>, before: Date): Promise<number>
}

export class VaultFault extends Error {
  override readonly name = 'VaultFault'
  readonly fault: 'missing' | 'altered'
  constructor(fault: 'missing' | 'altered', sha256: string) {
    const happened = fault === 'missing' ? 'is missing from' : 'has been altered in'
    super(`The frozen file ${sha256.slice(0, 12)} ${happened} the store of extracts.`)
    this.fault = fault
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function openVault(folder: string): Vault {
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
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, place)
      await flushFolder(dirname(place))
      return sha256
    },
    async get(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch(() => {
        throw new VaultFault('missing', sha256)
      })
      if (sha256Of(bytes) !== sha256) throw new VaultFault('altered', sha256)
      return bytes
    },
    remove: sha256 => rm(placeOf(sha256), { force: true }),
    async sweep(keep, before) {
      let swept = 0
      for (const place of await ownFiles(folder)) {
        if (keep.has(basename(place)) || !(await isOlder(place, before))) continue
        await rm(place, { force: true })
        swept++
      }
      return swept
    },
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
