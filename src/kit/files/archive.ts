import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { describeBytes, mostFileBytes } from './text.ts'

/** A file's bytes under the name it had. The name is shown and never used as a path. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ArchiveRefusal {
  readonly name: string
  readonly code: keyof typeof SENTENCES
  readonly message: string
}

export interface Expanded {
  readonly files: readonly NamedBytes[]
  readonly refusals: readonly ArchiveRefusal[]
}

/** What one archive may unpack to. */
export interface ArchiveLimits {
  /** Bytes of all its files together. */
  readonly bytes: number
  /** Bytes out for each byte in, looked at only above `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
  readonly entries: number
  /** Archives inside archives that are opened too: 1 is a gzip in a zip. */
  readonly depth: number
}

export const archiveLimits: ArchiveLimits = {
  bytes: mostFileBytes,
  ratio: 200,
  ratioFrom: 16 * 1024 * 1024,
  entries: 2_000,
  depth: 1,
}

const SENTENCES = {
  'archive-cut-short': 'This compressed file was cut short or is damaged. Send it again.',
  'archive-locked': 'This file is protected by a password. Remove the password and try again.',
  'archive-too-large':
    'This compressed file unpacks to far more than a return holds, so it was not read.',
  'archive-too-many':
    'This compressed file holds more files than a return has, so it was not read.',
  'archive-too-deep':
    'This is a compressed file inside compressed files. Unpack it first and send what is in it.',
  'archive-method': 'This file was compressed in a way that cannot be read. Make the zip again.',
  'archive-empty': 'This compressed file has nothing in it.',
} as const

/**
 * The files in a zip or gzip; a file that is neither comes back as it is, and so does a workbook or
 * document, which is a zip inside. Never throws for bad input: what cannot be unpacked is refused,
 * and what stands beside it in the archive is still read.
 */
export async function expand(file: NamedBytes, limits = archiveLimits): Promise<Expanded> {
  const kind = describeBytes(file.bytes)
  if (kind !== 'a zip' && kind !== 'a gzip file') return { files: [file], refusals: [] }
  if (limits.depth < 0) return refused(file.name, 'archive-too-deep')
  const inside = kind === 'a zip' ? await unzip(file, limits) : await ungzip(file, limits)
  const deeper = { ...limits, depth: limits.depth - 1 }
  const parts: Expanded[] = [{ files: [], refusals: inside.refusals }]
  for (const each of inside.files) parts.push(await expand(each, deeper))
  return {
    files: parts.flatMap(part => part.files),
    refusals: parts.flatMap(part => part.refusals),
  }
}

async function ungzip(file: NamedBytes, limits: ArchiveLimits): Promise<Expanded> {
  try {
    const bytes = await promisify(gunzip)(file.bytes, {
      maxOutputLength: mostFrom(file.bytes.length, limits),
    })
    return { files: [{ name: file.name.replace(/\.gz$/i, ''), bytes }], refusals: [] }
  } catch (error) {
    // node:zlib says by this code, and by nothing else, that there was more than was allowed.
    const tooLarge = error instanceof RangeError && 'code' in error
    return refused(file.name, tooLarge ? 'archive-too-large' : 'archive-cut-short')
  }
}

async function unzip(file: NamedBytes, limits: ArchiveLimits): Promise<Expanded> {
  let zip: ZipFile | undefined
  try {
    zip = await openZip(file.bytes)
    const entries = await entriesOf(zip)
    const refusal = refusalOfAll(entries, file.bytes.length, limits)
    return refusal === null ? await unpackAll(zip, entries, file.name) : refused(file.name, refusal)
  } catch {
    return refused(file.name, 'archive-cut-short')
  } finally {
    zip?.close()
  }
}

interface Named {
  readonly name: string
  readonly entry: Entry
}

async function unpackAll(
  zip: ZipFile,
  entries: readonly Named[],
  archive: string,
): Promise<Expanded> {
  const files: NamedBytes[] = []
  const refusals: ArchiveRefusal[] = []
  const refuse = (name: string, code: ArchiveRefusal['code']): void => {
    refusals.push({ name, code, message: SENTENCES[code] })
  }
  for (const { name, entry } of entries) {
    const shown = `${archive}/${name}`
    if ((entry.generalPurposeBitFlag & 1) === 1) refuse(shown, 'archive-locked')
    else if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      refuse(shown, 'archive-method')
    else {
      try {
        files.push({ name: shown, bytes: await unpack(zip, entry) })
      } catch {
        refuse(shown, 'archive-cut-short')
      }
    }
  }
  return { files, refusals }
}

/** Judged from the list of contents; unpacking stops where an entry is larger than it says there. */
function refusalOfAll(
  entries: readonly Named[],
  packed: number,
  limits: ArchiveLimits,
): ArchiveRefusal['code'] | null {
  if (entries.length === 0) return 'archive-empty'
  if (entries.length > limits.entries) return 'archive-too-many'
  const unpacked = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  return unpacked > mostFrom(packed, limits) ? 'archive-too-large' : null
}

function mostFrom(packed: number, limits: ArchiveLimits): number {
  return Math.min(limits.bytes, Math.max(limits.ratioFrom, packed * limits.ratio))
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Names are decoded below: left to itself yauzl refuses a whole archive for one odd name.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(whole, options, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })
}

/** The files, without folders and what systems leave behind (.DS_Store, __MACOSX, Thumbs.db). */
function entriesOf(zip: ZipFile): Promise<Named[]> {
  const entries: Named[] = []
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      // With decodeStrings off the name is the bytes as they stand, which the types do not say.
      const raw = entry.fileName as unknown as Buffer
      const name = harmlessName(raw.toString(isUtf8(raw) ? 'utf8' : 'latin1'))
      if (name !== '' && !isLeftBehind(name)) entries.push({ name, entry })
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
  return buffer(stream)
}

/** A name without drive, root, '..' or control characters; '' for a folder. */
function harmlessName(name: string): string {
  const steps = name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
  if (steps.at(-1) === '') return ''
  return steps
    .map(step => step.replaceAll(/\p{Cc}/gu, ''))
    .filter(step => step !== '' && step !== '.' && step !== '..')
    .join('/')
}

/** Files that a system puts beside a person's own, and hidden ones. */
export function isLeftBehind(name: string): boolean {
  return /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i.test(name)
}

function refused(name: string, code: ArchiveRefusal['code']): Expanded {
  return { files: [], refusals: [{ name, code, message: SENTENCES[code] }] }
}
