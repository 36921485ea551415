import { getDocumentProxy } from 'unpdf'
import { type Run, layOut } from './pdf-layout.ts'

/** The text of a PDF page by page, laid out by columns as on paper; or one sentence why not. */
export type PdfText =
  | { readonly kind: 'text'; readonly pages: readonly string[] }
  | { readonly kind: 'refused'; readonly code: PdfRefusal; readonly message: string }

export type PdfRefusal = 'not-a-pdf' | 'encrypted' | 'damaged-pdf' | 'too-long' | 'no-text'

/** Reports have 60 pages and committee packs 1,500; beyond this a file is no document that a person reads. */
const mostPages = 3000

const refused = (code: PdfRefusal, message: string): PdfText => ({ kind: 'refused', code, message })

export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  if (!beginsAsPdf(bytes))
    return refused('not-a-pdf', 'This file is not a PDF, whatever its name says.')
  const opened = await open(bytes)
  if ('kind' in opened) return opened
  const { document, close } = opened
  try {
    if (document.numPages > mostPages)
      return refused(
        'too-long',
        `This PDF has ${document.numPages} pages; the most that is read is ${mostPages}.`,
      )
    const runs: Run[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      runs.push(items.flatMap(runOf))
      page.cleanup()
    }
    if (runs.every(page => page.every(run => run.text.trim() === '')))
      return refused(
        'no-text',
        'This PDF holds pictures of pages and no text. If it was scanned, have its words recognised first.',
      )
    return { kind: 'text', pages: layOut(runs) }
  } catch {
    return refused(
      'damaged-pdf',
      'This PDF is damaged: it could be opened, but a page of it could not be read.',
    )
  } finally {
    await close()
  }
}

/** The mark may follow up to a kilobyte of other bytes, which readers of PDF have always let pass. */
function beginsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes(
    '%PDF-',
  )
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(
  bytes: Uint8Array,
): Promise<{ readonly document: Document; readonly close: () => Promise<void> } | PdfText> {
  try {
    // The library takes over the bytes that it is given, so it gets its own.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
    })
    return { document, close: () => document.loadingTask.destroy() }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException'
      ? refused(
          'encrypted',
          'This PDF asks for a password. Save a copy without one and bring that.',
        )
      : refused('damaged-pdf', 'This PDF is damaged or cut off and could not be opened.')
  }
}

type TextItem = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

function runOf(item: TextItem | object): readonly Run[] {
  if (!('str' in item) || item.str === '') return []
  const [, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform
  // Text set upright only: a rotated stamp or watermark would fall across the lines.
  if (Math.abs(b) > 0.01 || Math.abs(c) > Math.abs(d)) return []
  return [{ text: item.str, x, y, width: item.width, size: Math.abs(d) || item.height }]
}
