import { createHash } from 'node:crypto'
import { expand } from '#kit/files/archive.ts'
import { mostFileBytes } from '#kit/files/text.ts'
import type { ExtractReader, ReadExtract, ReadOptions, Refusal, SourceFile } from './extract.ts'
import { fileRefusal } from './file-refusal.ts'
import { extractId } from './frozen.ts'
import { tooLarge } from './open.ts'
import { unclaimed } from './unclaimed.ts'
import { problem } from './values.ts'

/** An extract as it was read, with the identifier that its files give it. */
export interface ReceivedExtract {
  readonly id: string
  readonly extract: ReadExtract
}

export interface Received {
  readonly extracts: readonly ReceivedExtract[]
  /** The identifiers of returns that were loaded before, which were not read again. */
  readonly alreadyThere: readonly string[]
  /** What belongs to no extract: files that nobody could read. An extract holds its own. */
  readonly refusals: readonly Refusal[]
}

export interface ReceiveOptions extends ReadOptions {
  /** Told of a fault of ours, so that it is logged; the person is told in a refusal. */
  readonly fault?: (error: unknown) => void
  /** Whether the return of this identifier was loaded before: then it is not read again. */
  readonly isThere?: (id: string) => Promise<boolean>
}

/**
 * The door by which files come in. Unpacks archives, tells each file's kind by what is in it and
 * never by its name, hands the files of each return to their reader, and says one sentence about
 * every file that nobody can read. Never throws.
 */
export async function receive(
  files: readonly SourceFile[],
  readers: readonly ExtractReader[],
  options: ReceiveOptions = {},
): Promise<Received> {
  const refusals: Refusal[] = []
  const extracts: ReceivedExtract[] = []
  const alreadyThere: string[] = []
  const single = await unpacked(files, refusals)
  const returns = sorted(single, readers, refusals, options)
  for (const [place, each] of returns.entries()) {
    const id = extractId(each.files)
    if (await options.isThere?.(id)) {
      alreadyThere.push(id)
      continue
    }
    const read = await readReturn(each, part(options, place, returns.length))
    refusals.push(...read.refusals)
    if (read.extract !== null) extracts.push({ id, extract: read.extract })
  }
  return { extracts, alreadyThere, refusals }
}

/** The files out of their archives, each once. */
async function unpacked(files: readonly SourceFile[], refusals: Refusal[]): Promise<SourceFile[]> {
  const seen = new Set<string>()
  const single: SourceFile[] = []
  for (const file of files) {
    if (file.bytes.length > mostFileBytes) {
      refusals.push(fileRefusal(file.name, tooLarge(mostFileBytes)))
      continue
    }
    const inside = await expand(file)
    refusals.push(...inside.refusals.map(each => fileRefusal(each.name, each)))
    for (const each of inside.files) {
      const hash = createHash('sha256').update(each.bytes).digest('base64')
      // Several empty files are not one file sent twice.
      if (each.bytes.length > 0 && seen.has(hash)) refusals.push(fileRefusal(each.name, repeated))
      else single.push(each)
      seen.add(hash)
    }
  }
  return single
}

interface Return {
  readonly reader: ExtractReader
  readonly files: readonly SourceFile[]
}

/** The files by reader and return; each that no reader claims is refused. */
function sorted(
  files: readonly SourceFile[],
  readers: readonly ExtractReader[],
  refusals: Refusal[],
  options: ReceiveOptions,
): readonly Return[] {
  const claimed = new Map<ExtractReader, SourceFile[]>()
  for (const file of files) {
    const reader = safely(() => readers.find(each => each.claims(file)), options)
    if (reader === undefined) refusals.push(unclaimed(file))
    else claimed.set(reader, [...(claimed.get(reader) ?? []), file])
  }
  return [...claimed].flatMap(([reader, theirs]) => {
    const groups = safely(() => reader.group(theirs), options) ?? [theirs]
    return groups.map(group => ({ reader, files: group }))
  })
}

async function readReturn(
  { reader, files }: Return,
  options: ReceiveOptions,
): Promise<{ extract: ReadExtract | null; refusals: readonly Refusal[] }> {
  try {
    const { extract, refusals } = await reader.read(files, options)
    const inExtract = new Set(extract?.refusals)
    const others = refusals.filter(each => !inExtract.has(each))
    const unsaid = extract === null && others.length === 0 ? files : []
    return {
      extract,
      refusals: [...others, ...unsaid.map(each => fileRefusal(each.name, nothing))],
    }
  } catch (error) {
    options.fault?.(error)
    return { extract: null, refusals: files.map(each => fileRefusal(each.name, ourFault)) }
  }
}

function safely<T>(work: () => T, options: ReceiveOptions): T | undefined {
  try {
    return work()
  } catch (error) {
    options.fault?.(error)
    return undefined
  }
}

/** The options for one return of several: its progress is a part of the whole. */
function part(options: ReceiveOptions, place: number, of: number): ReceiveOptions {
  const { progress } = options
  if (progress === undefined) return options
  return { ...options, progress: (share, words) => progress((place + share) / of, words) }
}

const repeated = problem('file-repeated', 'The same file was given twice; it was read once.')
const nothing = problem('file-nothing', 'Nothing in this file could be read.')
const ourFault = problem(
  'file-our-fault',
  'This file could not be read because of a fault in Sightline; nothing of it was taken.',
)
