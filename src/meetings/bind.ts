import { createHash } from 'node:crypto'
import { type PackPart, packOf } from '#kit/documents/pack-of.ts'
import type { Trx } from '#kit/db/index.ts'
import { invalid } from '#kit/http/index.ts'
import { lettersAt } from './agenda.ts'
import { PackContents } from './contents.ts'
import { frontSheet, romanOf } from './front-sheet.ts'
import { contentOf, layOut } from './lay-out.ts'
import type { Pack } from './meeting.ts'
import { labelsIn } from './page-labels.ts'
import {
  bindingOf,
  type FileFacts,
  fileBytes,
  filesFacts,
  keepBinding,
  keepFile,
} from './store/index.ts'

/**
 * The bound pages of a pack: its front sheet, then each paper under the pages that it was given.
 * @throws invalid where the pages of a file cannot be put in
 */
export async function bind(
  trx: Trx,
  pack: Pick<Pack, 'title' | 'restricted' | 'publishedAt' | 'nth'>,
  contents: PackContents,
): Promise<Uint8Array> {
  const files = await filesFacts(
    trx,
    contents.papers.flatMap(({ fileSha }) => fileSha ?? []),
  )
  const front = frontSheet(contents, pack.title, pack.restricted)
  const date = pack.publishedAt
  const laid = await layOut({ kind: 'doc', doc: front }, date)
  const length = 'message' in laid ? 1 : laid.length
  const parts: PackPart[] = [
    {
      title: pack.nth === 0 && !pack.restricted ? 'Agenda' : pack.title,
      content: front,
      labels: Array.from({ length }, (_, at) => romanOf(at + 1)),
    },
  ]
  for (const paper of contents.papers) {
    if (paper.pages === null) continue
    const content = await contentOf(trx, paper, files)
    const now = await layOut(content, date)
    const pages = 'message' in now ? paper.length : now.length
    parts.push({
      title: paper.title,
      content: content.kind === 'doc' ? content.doc : content.bytes,
      labels: fitted(labelsIn(paper.pages), pages),
    })
  }
  const bound = await packOf(parts, { title: `${front.title}: ${pack.title}`, date })
  if (bound.kind === 'refused')
    throw invalid(
      bound.problems.map(({ title, message }) => ({
        field: 'papers',
        message: `“${title}”: ${message}`,
      })),
    )
  return bound.bytes
}

/** The labels that were given out; a page more than there are has the last with a letter. */
function fitted(labels: readonly string[], pages: number): readonly string[] {
  const last = labels.at(-1) ?? ''
  return Array.from(
    { length: pages },
    (_, at) => labels[at] ?? `${last}${lettersAt(at - labels.length)}`,
  )
}

export function packFile(
  bytes: Uint8Array,
  name: string,
): FileFacts & { readonly bytes: Uint8Array } {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name,
    mediaType: 'application/pdf',
    size: bytes.length,
    words: '',
    bytes,
  }
}

/** The bound pages of a pack that was published; what was never bound is bound now, and kept. */
export async function boundPages(
  trx: Trx,
  authority: string,
  pack: Pack,
  by: { readonly actor: string; readonly at: Date },
): Promise<Uint8Array> {
  const known = pack.fileSha ?? (await bindingOf(trx, pack.id))
  const kept = known === null ? null : await fileBytes(trx, known)
  if (kept !== null) return kept
  const bytes = await bind(trx, pack, PackContents.parse(pack.contents))
  const file = packFile(bytes, 'pack.pdf')
  await keepFile(trx, authority, file, by)
  await keepBinding(trx, authority, { packId: pack.id, fileSha: file.sha256, at: by.at })
  return bytes
}
