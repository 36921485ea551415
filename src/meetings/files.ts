import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { textOfDocument } from '#kit/documents/text-of-document.ts'
import { invalid } from '#kit/http/errors.ts'
import type { FileFacts } from './store/index.ts'

/** As many bytes as a paper may have. */
export const MOST_BYTES = 50_000_000

const mediaTypes = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  pdf: 'application/pdf',
  text: 'text/plain',
} as const

/** A file as it is kept: its bytes, and what was learned by reading them. */
export type BroughtFile = FileFacts & { readonly bytes: Uint8Array }

/**
 * Reads a file on its way in. One that is too large is let go at the limit and not held in memory.
 * @throws invalid, for the field of the form, where it holds no document
 */
export async function bringFile(
  name: string,
  content: Readable,
  field = 'file',
): Promise<BroughtFile> {
  const bytes = await buffer(content)
  const shown = name.split(/[/\\]/).at(-1)?.slice(0, 200) ?? ''
  const read = await textOfDocument(bytes, shown, { mostBytes: MOST_BYTES })
  if (read.kind === null)
    throw invalid([{ field, message: read.problems[0]?.message ?? 'This file holds no document.' }])
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: shown,
    mediaType: mediaTypes[read.kind],
    size: bytes.length,
    // PostgreSQL keeps no character zero in a text.
    words: read.text.replaceAll('\u0000', ''),
    barred: read.mayPublish ? null : read.because,
    bytes,
  }
}
