import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

/** A key that seals the keys of files. Its id says which it is and nothing about it. */
export interface SealingKey {
  /** 16 hexadecimal digits. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** The keys that files are sealed with: the newest for what is written, all for what is read. */
export interface KeyRing {
  /** The newest. Where keys stand in a file it is looked at anew, for another process may add one. */
  current(): SealingKey
  find(id: string): SealingKey | undefined
  /** Oldest first. */
  all(): readonly SealingKey[]
  /** Makes a newer key; only where the keys stand in a file, which is then on disk. */
  readonly add?: () => SealingKey
}

/** Keys that cannot be used, in one sentence for the person who set them. */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused'
}

const BYTES = 32

export function newKey(): string {
  return randomBytes(BYTES).toString('base64')
}

/**
 * The keys in a text, each 32 bytes in base64, one a line or with commas between, the newest last.
 * @param where what the text is, for the sentence: 'SIGHTLINE_KEY'
 */
export function keyRingOf(text: string, where = 'The key'): KeyRing {
  const keys = read(text, where)
  return ring(() => keys)
}

/** The keys in a file, which is made with one key in it where it may be and is not there yet. */
export function keyFile(path: string, makeIt: boolean): KeyRing {
  if (makeIt) makeFile(path)
  const load = () => read(contents(path), path)
  load()
  return {
    ...ring(load),
    add() {
      // Added at the end in one write: two who add at once lose neither key.
      const key = newKey()
      append(path, `\n${key}\n`)
      return keyOf(Buffer.from(key, 'base64'))
    },
  }
}

function ring(load: () => readonly SealingKey[]): KeyRing {
  let known = load()
  return {
    current: () => newest((known = load())),
    find(id) {
      const found = known.find(key => key.id === id)
      if (found !== undefined) return found
      known = load()
      return known.find(key => key.id === id)
    },
    all: () => (known = load()),
  }
}

function newest(keys: readonly SealingKey[]): SealingKey {
  const last = keys.at(-1)
  if (last === undefined) throw new KeysRefused('There is no key to seal files with.')
  return last
}

function read(text: string, where: string): readonly SealingKey[] {
  const words = text
    .split('\n')
    .filter(line => !line.trimStart().startsWith('#'))
    .flatMap(line => line.split(/[\s,]+/))
    .filter(word => word !== '')
  const keys = new Map<string, SealingKey>()
  for (const word of words) {
    const bytes = Buffer.from(word, 'base64')
    if (bytes.length !== BYTES || !/^[A-Za-z0-9+/_-]{43}=?$/.test(word)) {
      throw new KeysRefused(
        `${where} must hold keys of 32 bytes in base64, the newest last. “npx sightline keys new” writes one.`,
      )
    }
    const key = keyOf(bytes)
    keys.set(key.id, key)
  }
  if (keys.size === 0) throw new KeysRefused(`${where} holds no key.`)
  return [...keys.values()]
}

function keyOf(bytes: Uint8Array): SealingKey {
  const hash = createHash('sha256').update('sightline key id\0').update(bytes)
  return { id: hash.digest('hex').slice(0, 16), bytes }
}

function contents(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new KeysRefused(`The keys in ${path} cannot be read: ${words(error)}.`)
  }
}

/** Written whole under another name and then linked: of two that start together both end with one key. */
function makeFile(path: string): void {
  const mine = `${path}.${process.pid}`
  try {
    append(mine, `${newKey()}\n`)
    linkSync(mine, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EEXIST')
      throw new KeysRefused(`A key cannot be kept in ${path}: ${words(error)}.`)
  } finally {
    rmSync(mine, { force: true })
  }
}

function append(path: string, text: string): void {
  const file = openSync(path, 'a', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
