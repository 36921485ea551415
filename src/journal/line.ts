import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from './canonical.ts'

/**
 * What was done, to be written down. No name and no identifier of a child goes into any part of it:
 * the journal outlives the records that it speaks of.
 */
export type Change = {
  /** The id of the person, or of the part of Sightline, that did it. */
  readonly actor: string
  /** As in `extract.loaded`: the kind of thing, and what happened to it, in the past tense. */
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly detail?: { readonly [key: string]: Json | undefined }
}

export type Line = {
  readonly authority: string
  /** From 1, with no gap. */
  readonly seq: number
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly detail: Json
  readonly previousHash: string
  readonly hash: string
}

/** What the first line of a chain has for the hash of the line before it. */
export const BEGINNING = '0'.repeat(64)

/** SHA-256, in hexadecimal, of everything in the line and so of everything before it. */
export function hashOf(line: Omit<Line, 'hash'>): string {
  const text = canonicalJson({
    authority: line.authority,
    seq: line.seq,
    at: line.at.toISOString(),
    actor: line.actor,
    action: line.action,
    subjectKind: line.subjectKind,
    subjectId: line.subjectId,
    detail: line.detail,
    previousHash: line.previousHash,
  })
  return createHash('sha256').update(text).digest('hex')
}
