import {
  PDFDocument,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  type PDFRef,
  StandardFonts,
} from 'pdf-lib'
import { pdfText } from '../files/pdf-text.ts'
import type { Doc } from './doc.ts'
import {
  type Tags,
  dropKeys,
  moveKeys,
  setOutline,
  setPageLabels,
  setTags,
  takeTags,
} from './pack/catalog.ts'
import { takeForeignTags } from './pack/foreign-tags.ts'
import { numberParts, rangeWords } from './pack/labels.ts'
import { openPart } from './pack/part.ts'
import { tagPlainly } from './pack/plain-tags.ts'
import { stamp } from './pack/stamp.ts'
import { pdfOf } from './pdf-of.ts'

export type PackPart = {
  readonly title: string
  readonly content: Uint8Array | Doc
  /** The number of its first page; it goes on from the part before where it is left out. */
  readonly firstPage?: number | undefined
  /** The last number it may use, of a paper that takes another's place: pages beyond are 12a, 12b. */
  readonly lastPage?: number | undefined
  /** What its pages are called, one each, where numbers do not go on through it: 'i', '12a'. */
  readonly labels?: readonly string[] | undefined
}

export type PackOptions = {
  readonly title: string
  /** The moment that the file says it was made: the same parts and moment give the same bytes. */
  readonly date: Date
  /** The number of the first page: 1, or for a supplement the one after what is published. */
  readonly firstPage?: number | undefined
  /** The address against which '/path' links of documents are read. */
  readonly base?: string | undefined
}

export type PartPages = {
  readonly title: string
  /** What its pages are called, in order: '12', '12a'. */
  readonly labels: readonly string[]
  /** 'Pages 9 to 12b'. */
  readonly words: string
  /** Which page of the file is its first, from 1: what '#page=' in a link counts. */
  readonly filePage: number
}

export type Pack =
  | {
      readonly kind: 'pack'
      readonly bytes: Uint8Array
      readonly parts: readonly PartPages[]
      /** The number that a supplement begins with. */
      readonly nextPage: number
      /** Whether it can be read by its structure. */
      readonly tagged: boolean
      /** By their place, the parts that came without a structure and have one paragraph a page. */
      readonly plain: readonly number[]
    }
  | {
      readonly kind: 'refused'
      /** A sentence for each part that cannot be put in, by its place among the parts, from 0. */
      readonly problems: readonly PackProblem[]
    }

export type PackProblem = {
  readonly part: number
  readonly title: string
  readonly message: string
}

type Open = { readonly part: PackPart; readonly pdf: PDFDocument; readonly count: number }

/**
 * One PDF of papers behind each other, each page stamped with the number it has in the pack, with an
 * outline and page labels. Pages that were made elsewhere look as they did, without scripts, attached
 * files and what acts by itself. Their structure comes along where they have one; a part without one
 * is read paragraph by page, in the order in which it was drawn.
 */
export async function packOf(parts: readonly PackPart[], options: PackOptions): Promise<Pack> {
  const { open, problems } = await openAll(parts, options)
  if (problems.length > 0) return { kind: 'refused', problems }
  if (open.length === 0)
    return { kind: 'refused', problems: [{ part: 0, title: '', message: 'A pack needs a paper.' }] }
  const numbered = numberParts(
    open.map(({ part, count }) => ({ ...part, count })),
    options.firstPage,
  )
  if (numbered.kind === 'clash') {
    const { part, message } = numbered
    return { kind: 'refused', problems: [{ part, title: parts[part]?.title ?? '', message }] }
  }
  const pack = await startPack(options)
  const pages: PDFRef[] = []
  let tagged = true
  const plain: number[] = []
  const tags: Tags = { kids: [], parents: [], next: 0 }
  const font = await pack.embedFont(StandardFonts.Helvetica)
  const ranges: PartPages[] = []
  for (const [index, { part, pdf }] of open.entries()) {
    const labels = numbered.labels[index] ?? []
    ranges.push({
      title: part.title,
      labels,
      words: rangeWords(labels),
      filePage: pages.length + 1,
    })
    try {
      const before = tags.next
      const own: PDFPage[] = []
      const copier = PDFObjectCopier.for(pdf.context, pack.context)
      for (const ref of copyPages(pdf, copier)) {
        const leaf = pack.context.lookup(ref)
        if (!(leaf instanceof PDFPageLeaf)) throw new TypeError('A page is no page')
        const page = PDFPage.of(leaf, ref, pack)
        pack.addPage(page)
        pages.push(ref)
        own.push(page)
        if (isBytes(part.content)) dropKeys(page.node)
        else moveKeys(page.node, before)
      }
      if (!isBytes(part.content)) takeTags(pdf, copier, tags)
      else if (!takeForeignTags(pdf, pack, copier, tags)) {
        plain.push(index)
        const words = await wordsOf(part.content)
        tagged = tagPlainly(pack, own, part.title, words, tags) && tagged
      }
      // After the tags: what a stamp says is no part of what the page says.
      const room = isBytes(part.content) ? 'below' : 'in the margin'
      for (const [at, page] of own.entries()) stamp(page, `Page ${labels[at] ?? ''}`, font, room)
    } catch {
      const message =
        'The pages of this PDF could not be copied. Print it to a new PDF and bring that.'
      return { kind: 'refused', problems: [{ part: index, title: part.title, message }] }
    }
  }
  setOutline(pack, outlineOf(ranges, pages))
  setPageLabels(
    pack,
    ranges.flatMap(range => range.labels),
  )
  if (tagged) setTags(pack, tags, plain.length > 0)
  else for (const { node } of pack.getPages()) dropKeys(node)
  const bytes = await pack.save({ addDefaultPage: false, updateFieldAppearances: false })
  return { kind: 'pack', bytes, parts: ranges, nextPage: numbered.next, tagged, plain }
}

/** How many pages a part has, before its numbers are given; or the sentence why it cannot be one. */
export async function pagesIn(
  bytes: Uint8Array,
): Promise<
  | { readonly kind: 'pages'; readonly count: number }
  | { readonly kind: 'refused'; readonly message: string }
> {
  const opened = await openPart(bytes)
  return opened.kind === 'opened' ? { kind: 'pages', count: opened.count } : opened
}

const isBytes = (content: PackPart['content']): content is Uint8Array =>
  content instanceof Uint8Array

async function openAll(
  parts: readonly PackPart[],
  { date, base }: PackOptions,
): Promise<{ readonly open: readonly Open[]; readonly problems: readonly PackProblem[] }> {
  const open: Open[] = []
  const problems: PackProblem[] = []
  for (const [index, part] of parts.entries()) {
    const { content } = part
    const bytes = isBytes(content) ? content : await pdfOf(content, { date, base, pageWords: null })
    const opened = await openPart(bytes)
    if (opened.kind === 'opened') open.push({ part, pdf: opened.pdf, count: opened.count })
    else problems.push({ part: index, title: part.title, message: opened.message })
  }
  return { open, problems }
}

async function startPack({ title, date }: PackOptions): Promise<PDFDocument> {
  const pack = await PDFDocument.create({ updateMetadata: false })
  pack.setTitle(title, { showInWindowTitleBar: true })
  pack.setLanguage('en-GB')
  pack.setProducer('Sightline')
  pack.setCreator('Sightline')
  pack.setCreationDate(date)
  pack.setModificationDate(date)
  return pack
}

/** What each page says; nothing where it cannot be read. */
async function wordsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const text = await pdfText(bytes)
  return text.kind === 'refused' ? [] : text.pages
}

/** By reference and by one copier, so that links within a part lead to the pages as they are copied. */
const copyPages = (pdf: PDFDocument, copier: PDFObjectCopier): readonly PDFRef[] =>
  pdf.getPages().map(page => copier.copy(page.ref))

const outlineOf = (ranges: readonly PartPages[], pages: readonly PDFRef[]) =>
  ranges.flatMap(({ title, words, filePage }) => {
    const page = pages[filePage - 1]
    return page ? [{ title: `${title} (${words})`, page }] : []
  })
