import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from 'pdf-lib'
import { type Problem, problem } from './problems.ts'

const actions: Readonly<Record<string, Problem['code']>> = {
  '/JavaScript': 'pdf-script',
  '/Rendition': 'pdf-embedded',
  '/Launch': 'pdf-launch',
  '/SubmitForm': 'pdf-launch',
  '/ImportData': 'pdf-launch',
  '/GoToE': 'pdf-embedded',
}

const annotations = new Set(['/FileAttachment', '/RichMedia', '/Movie', '/Sound', '/Screen', '/3D'])

/** What in a PDF would act by itself or carries other files, found by looking at each of its objects. */
export async function dangersOfPdf(bytes: Uint8Array): Promise<readonly Problem[]> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const codes = new Set<Problem['code']>()
    for (const [, object] of pdf.context.enumerateIndirectObjects()) look(object, codes)
    return [...codes].map(code => problem(code))
  } catch {
    return [problem('pdf-unproved')]
  }
}

function look(whole: PDFObject, codes: Set<Problem['code']>): void {
  const left: PDFObject[] = [whole]
  for (let object = left.pop(); object !== undefined; object = left.pop()) {
    const dictionary = object instanceof PDFStream ? object.dict : object
    if (dictionary instanceof PDFArray) left.push(...dictionary.asArray())
    if (!(dictionary instanceof PDFDict)) continue
    judge(dictionary, codes)
    left.push(...dictionary.values())
  }
}

function judge(dictionary: PDFDict, codes: Set<Problem['code']>): void {
  const nameIn = (key: string): string => {
    const value = dictionary.get(PDFName.of(key))
    return value instanceof PDFName ? value.toString() : ''
  }
  // A structure element has its type under /S too, so an action is told by what it acts with.
  const code = actions[nameIn('S')]
  if (code !== undefined) codes.add(code)
  if (dictionary.has(PDFName.of('JS')) || dictionary.has(PDFName.of('JavaScript')))
    codes.add('pdf-script')
  if (annotations.has(nameIn('Subtype'))) codes.add('pdf-embedded')
  if (dictionary.has(PDFName.of('EF')) || dictionary.has(PDFName.of('EmbeddedFiles')))
    codes.add('pdf-embedded')
  if (dictionary.has(PDFName.of('XFA'))) codes.add('pdf-script')
}
