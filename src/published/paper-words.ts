import type { Trx } from '#kit/db/index.ts'
import { type Block, type Doc, docOf, textOfDoc } from '#kit/documents/doc.ts'
import { pagesOfDoc, type PublishedPaper } from '#meetings'
import { publishedPaper } from '#meetings'

/** A paper as the public page shows it, page by page. */
export interface PaperPage {
  /** As printed: '12', '12a'; null where it is in no pack. */
  readonly label: string | null
  readonly anchor: string
  readonly content:
    | { readonly kind: 'blocks'; readonly doc: Doc }
    /** Of a PDF its words: nothing that somebody brought is shown as a page of ours. */
    | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
}

/** The pages of a paper that anybody may read; null where there is none. */
export async function pagesOfPaper(
  trx: Trx,
  meetingId: string,
  paperId: string,
): Promise<{ readonly paper: PublishedPaper; readonly pages: readonly PaperPage[] } | null> {
  const paper = await publishedPaper(trx, meetingId, paperId)
  return paper === null ? null : { paper, pages: pagesIn(paper) }
}

function pagesIn({ content, shown, labels, starts }: PublishedPaper): readonly PaperPage[] {
  const named = (at: number): Pick<PaperPage, 'label' | 'anchor'> => {
    const label = labels[at] ?? null
    return { label, anchor: `page-${label ?? at + 1}` }
  }
  if (content.kind === 'pdf')
    return (shown.file?.words ?? '').split('\f').map((text, at) => ({
      ...named(at),
      content: { kind: 'text', paragraphs: paragraphsIn(text) },
    }))
  const doc = anchored(content.doc)
  const pages = starts.length === 0 ? [doc.blocks] : pagesOfDoc(doc, starts)
  return pages.map((blocks, at) => ({
    ...named(at),
    content: { kind: 'blocks', doc: docOf(doc.title, blocks) },
  }))
}

const paragraphsIn = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map(each => each.trim())
    .filter(each => each !== '')

/** Every heading and paragraph can be linked to: by its place where the paper names it not. */
function anchored(doc: Doc): Doc {
  return {
    ...doc,
    blocks: doc.blocks.map((block, at) =>
      block.kind === 'heading' || block.kind === 'paragraph'
        ? { ...block, anchor: block.anchor ?? `b-${at + 1}` }
        : block,
    ),
  }
}

/** The words of a page, each with the anchor that it stands at or below. */
export function wordsOnPage({
  anchor,
  content,
}: PaperPage): readonly { readonly anchor: string; readonly words: string }[] {
  if (content.kind === 'text') return content.paragraphs.map(words => ({ anchor, words }))
  let last = anchor
  return content.doc.blocks.flatMap(block => {
    last = anchorOf(block) ?? last
    const words = textOfDoc(docOf('', [block])).trim()
    return words === '' ? [] : [{ anchor: last, words }]
  })
}

const anchorOf = (block: Block): string | undefined =>
  block.kind === 'heading' || block.kind === 'paragraph' ? block.anchor : undefined
