import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  decodePDFRawStream,
} from 'pdf-lib'
import type { Tags } from './catalog.ts'

/**
 * The least structure for pages that have none: each is one paragraph, read in the order in which it
 * was drawn, and a page without words (they stand in `words`, by page) is a picture that says so. In a document with structure what
 * has none is not read at all, so this is more than leaving it as it is.
 * @returns false where what is drawn on a page could not be read; that page is as it was
 */
export function tagPlainly(
  pack: PDFDocument,
  pages: readonly PDFPage[],
  title: string,
  words: readonly string[],
  tags: Tags,
): boolean {
  const section = pack.context.nextRef()
  const paragraphs: PDFRef[] = []
  for (const [at, page] of pages.entries()) {
    if (!markWhole(pack, page)) return false
    const isPicture = (words[at] ?? '').trim() === ''
    const paragraph = pack.context.obj({
      Type: 'StructElem',
      S: isPicture ? 'Figure' : 'P',
      P: section,
      Pg: page.ref,
      K: 0,
    })
    if (isPicture)
      paragraph.set(
        PDFName.of('Alt'),
        PDFHexString.fromText(
          `Page ${at + 1} of “${title}” is a picture, and its words cannot be read here.`,
        ),
      )
    const ref = pack.context.register(paragraph)
    paragraphs.push(ref)
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(tags.next))
    tags.parents.push([tags.next++, pack.context.register(pack.context.obj([ref]))])
  }
  const sect = pack.context.obj({ Type: 'StructElem', S: 'Sect', K: paragraphs })
  sect.set(PDFName.of('T'), PDFHexString.fromText(title))
  pack.context.assign(section, sect)
  tags.kids.push(section)
  return true
}

/** Makes all that is drawn on a page its first mark, in the place of marks that lead nowhere. */
function markWhole(pack: PDFDocument, page: PDFPage): boolean {
  const { context } = pack
  const { node } = page
  const drawn = node.Contents()
  const streams = drawn instanceof PDFArray ? drawn.asArray() : drawn ? [drawn] : []
  const parts: string[] = []
  try {
    for (const each of streams) {
      const stream = context.lookup(each)
      if (!(stream instanceof PDFRawStream)) return false
      parts.push(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    }
  } catch {
    return false
  }
  const content = parts.join('\n').replaceAll('/MCID', '/OldMCID')
  const whole = `/P <</MCID 0>> BDC\n${content}\nEMC\n`
  node.set(
    PDFName.of('Contents'),
    context.register(context.flateStream(Buffer.from(whole, 'latin1'))),
  )
  forgetNamedMarks(node.Resources())
  return true
}

function forgetNamedMarks(resources: PDFDict | undefined): void {
  const named = resources?.lookup(PDFName.of('Properties'))
  if (!(named instanceof PDFDict)) return
  for (const key of named.keys()) {
    const properties = named.lookup(key)
    if (properties instanceof PDFDict) properties.delete(PDFName.of('MCID'))
  }
}
