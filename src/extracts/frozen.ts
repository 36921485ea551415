import type { Day } from '#calendar'
import { sha256Of } from '#kit/files/vault.ts'
import type { Coverage, ExtractKind, ListReport, Refusal, SourceFile } from './extract.ts'

/** An extract that was kept: what it is, and the frozen files in which its rows stand. */
export interface FrozenExtract {
  /** The SHA-256 of the files it was read from. */
  readonly id: string
  readonly kind: ExtractKind
  readonly title: string
  readonly asOf: Day
  readonly asOfBecause: string
  readonly files: readonly string[]
  readonly coverage: readonly Coverage[]
  readonly reports: readonly ListReport[]
  readonly refused: readonly RefusalCount[]
  readonly refusalsSha256: string
  readonly lists: readonly FrozenList[]
  readonly loadedAt: Date
  readonly loadedBy: string
}

export interface FrozenList {
  readonly list: string
  readonly sha256: string
  readonly rows: number
  readonly bytes: number
}

/** How often one kind of refusal came up in one column of one list. */
export interface RefusalCount {
  readonly effect: Refusal['effect']
  readonly sourceList: string
  readonly column: string | null
  readonly code: string
  readonly message: string
  readonly count: number
}

/** What a person calls an extract by: the first characters of its hash. */
export function shortId(id: string): string {
  return id.slice(0, 8)
}

/** The same for the same files, however they were named, ordered or packed. */
export function extractId(files: readonly SourceFile[]): string {
  const hashes = files.map(file => sha256Of(file.bytes)).sort()
  return sha256Of(new TextEncoder().encode(hashes.join('\n')))
}

export function countRefusals(refusals: readonly Refusal[]): readonly RefusalCount[] {
  const counts = new Map<string, RefusalCount>()
  for (const { effect, sourceList, column, code, message, standsFor = 1 } of refusals) {
    const key = [effect, sourceList, column, code].join('\u0000')
    const before = counts.get(key)
    const count = (before?.count ?? 0) + standsFor
    const words = before?.message ?? message
    counts.set(key, { effect, sourceList, column, code, message: words, count })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

export function refusalsToBytes(refusals: readonly Refusal[]): Uint8Array {
  return new TextEncoder().encode(refusals.map(each => JSON.stringify(each)).join('\n'))
}

export function refusalsFromBytes(bytes: Uint8Array): readonly Refusal[] {
  const text = new TextDecoder().decode(bytes)
  // Written by the function above, and its hash was checked on the way here.
  return text === '' ? [] : text.split('\n').map(line => JSON.parse(line) as Refusal)
}
