import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { isLeftBehind } from '#kit/files/archive.ts'
import type { KeyRing } from '#kit/files/keys.ts'
import { isSealed, sealedLength, SealFault, unseal } from '#kit/files/seal.ts'
import { mostFileBytes } from '#kit/files/text.ts'
import type { Refusal, SourceFile } from './extract.ts'
import { fileRefusal } from './file-refusal.ts'
import { type Problem, problem } from './values.ts'

export interface OpenOptions {
  /** A file above this many bytes is refused. */
  readonly mostBytes?: number
  /** Opens files that were sealed while they waited. */
  readonly keys?: KeyRing
}

export interface Opened {
  readonly files: readonly SourceFile[]
  readonly refusals: readonly Refusal[]
}

/**
 * Reads the files that a person named: a path is a file or a folder, which is read with all folders
 * inside it, without hidden files. What cannot be opened is refused in a sentence, and
 * a file above the limit is refused without being read. Names are as given, within a folder from it.
 * @throws {SealFault} only where files were sealed while they waited
 */
export async function openFiles(
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<Opened> {
  const files: SourceFile[] = []
  const refusals: Refusal[] = []
  for (const path of paths) {
    for (const { at, name } of await filesAt(path)) {
      const opened = await open(at, options)
      if (opened instanceof Uint8Array) files.push({ name, bytes: opened })
      else refusals.push(fileRefusal(name, opened))
    }
  }
  return { files, refusals }
}

interface Found {
  readonly at: string
  readonly name: string
}

async function filesAt(path: string): Promise<readonly Found[]> {
  const alone = [{ at: path, name: basename(path) }]
  try {
    if (!(await stat(path)).isDirectory()) return alone
    // Links to folders are not followed: they can lead round in a circle.
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const found = entries
      .filter(entry => !entry.isDirectory())
      .map(entry => join(entry.parentPath, entry.name))
      .map(at => ({ at, name: relative(path, at).replaceAll('\\', '/') }))
      .filter(({ name }) => !isLeftBehind(name))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    return found.length > 0 ? found : alone
  } catch {
    return alone
  }
}

async function open(
  path: string,
  { mostBytes = mostFileBytes, keys }: OpenOptions,
): Promise<Uint8Array | Problem> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return emptyFolder
    if (!found.isFile()) return notAFile
    if (found.size > (keys === undefined ? mostBytes : sealedLength(mostBytes)))
      return tooLarge(mostBytes)
    const bytes = await readFile(path)
    return keys !== undefined && isSealed(bytes) ? unseal(bytes, keys) : bytes
  } catch (error) {
    // The keys that it was sealed with are not there, which only who runs this can put right.
    if (error instanceof SealFault) throw error
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return gone ? noSuchFile : unreadable
  }
}

/** What is said of a file above the limit, which is never read. */
export function tooLarge(mostBytes: number): Problem {
  const limit = Math.floor(mostBytes / (1024 * 1024))
  return problem('file-too-large', `This file is larger than ${limit} MB, so it was not read.`)
}

const noSuchFile = problem('file-missing', 'There is no file or folder of this name.')
const unreadable = problem('file-unreadable', 'This file could not be opened.')
const notAFile = problem('file-special', 'This is not an ordinary file, so it was not read.')
const emptyFolder = problem('folder-empty', 'There is no file in this folder.')
