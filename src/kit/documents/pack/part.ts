import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from 'pdf-lib'

export type Opened =
  | { readonly kind: 'opened'; readonly pdf: PDFDocument; readonly count: number }
  | { readonly kind: 'refused'; readonly message: string }

const refused = (message: string): Opened => ({ kind: 'refused', message })

/** Opens a PDF whose pages are to be copied; what cannot be is refused in a sentence. */
export async function openPart(bytes: Uint8Array): Promise<Opened> {
  try {
    if (bytes.length === 0) return refused('This file is empty.')
    // Left to itself the library says so by an error that cannot be told from others.
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })
    if (pdf.isEncrypted)
      return refused(
        'This PDF is locked with a password or against changes, so its pages cannot be put in a pack. Save or print a copy without that and bring it.',
      )
    const pages = pdf.getPages()
    if (pages.length === 0) return refused('This PDF has no pages.')
    // A page without a size shows here that the file is damaged, and not when it is put in.
    for (const page of pages) page.getCropBox()
    tame(pdf)
    return { kind: 'opened', pdf, count: pages.length }
  } catch {
    return refused(
      'This PDF is damaged or cut off and its pages could not be read. Save it again and bring that copy.',
    )
  }
}

const carried = new Set(['/FileAttachment', '/RichMedia', '/Movie', '/Sound', '/Screen', '/3D'])
const left = ['AA', 'B', 'AF', 'PieceInfo', 'Metadata', 'Thumb'].map(PDFName.of)

/** Takes from the pages what would act, fetch or carry other files; what is seen stays. */
function tame(pdf: PDFDocument): void {
  const named = namedPlaces(pdf)
  for (const page of pdf.getPages()) {
    for (const key of left) page.node.delete(key)
    const annotations = page.node.Annots()
    if (!annotations) continue
    for (let index = annotations.size() - 1; index >= 0; index--) {
      const annotation = annotations.lookup(index)
      if (!(annotation instanceof PDFDict)) annotations.remove(index)
      else if (carried.has(nameIn(annotation, 'Subtype'))) annotations.remove(index)
      else tameAnnotation(annotation, named)
    }
  }
}

function tameAnnotation(annotation: PDFDict, named: ReadonlyMap<string, PDFObject>): void {
  annotation.delete(PDFName.of('AA'))
  const action = annotation.lookup(PDFName.of('A'))
  annotation.delete(PDFName.of('A'))
  if (action instanceof PDFDict) {
    const kind = nameIn(action, 'S')
    const address = action.lookup(PDFName.of('URI'))
    if (kind === '/GoTo') annotation.set(PDFName.of('Dest'), action.get(PDFName.of('D')) ?? action)
    else if (kind === '/URI' && /^(https?|mailto):/i.test(textOf(address))) {
      const bare = annotation.context.obj({ S: 'URI' })
      bare.set(PDFName.of('URI'), PDFString.of(textOf(address).replaceAll(/[()\\]/g, '\\$&')))
      annotation.set(PDFName.of('A'), bare)
    }
  }
  place(annotation, named)
}

/** A place that is called by a name is written out: the pack has no list of the names of its parts. */
function place(annotation: PDFDict, named: ReadonlyMap<string, PDFObject>): void {
  const key = PDFName.of('Dest')
  const to = annotation.lookup(key)
  if (to === undefined || to instanceof PDFArray) return
  const known = named.get(textOf(to))
  if (known) annotation.set(key, known)
  else annotation.delete(key)
}

function namedPlaces(pdf: PDFDocument): ReadonlyMap<string, PDFObject> {
  const found = new Map<string, PDFObject>()
  const add = (name: string, value: PDFObject | undefined): void => {
    const place = value instanceof PDFDict ? value.lookup(PDFName.of('D')) : value
    if (place instanceof PDFArray) found.set(name, place)
  }
  const old = pdf.catalog.lookup(PDFName.of('Dests'))
  if (old instanceof PDFDict) for (const key of old.keys()) add(key.toString(), old.lookup(key))
  const names = pdf.catalog.lookup(PDFName.of('Names'))
  const tree = names instanceof PDFDict ? names.lookup(PDFName.of('Dests')) : undefined
  if (tree instanceof PDFDict) eachInTree(tree, 'Names', (key, value) => add(textOf(key), value))
  return found
}

/** The pairs of a name or number tree. A tree that holds itself is walked once. */
export function eachInTree(
  root: PDFDict,
  pairs: 'Names' | 'Nums',
  take: (key: PDFObject, value: PDFObject | undefined) => void,
): void {
  const seen = new Set<PDFDict>()
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const own = node.lookup(PDFName.of(pairs))
    if (own instanceof PDFArray)
      for (let at = 0; at + 1 < own.size(); at += 2) take(own.lookup(at) ?? own, own.lookup(at + 1))
    const kids = node.lookup(PDFName.of('Kids'))
    if (kids instanceof PDFArray)
      for (let at = 0; at < kids.size(); at++) {
        const kid = kids.lookup(at)
        if (kid instanceof PDFDict) open.push(kid)
      }
  }
}

function nameIn(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.toString() : ''
}

const textOf = (object: PDFObject | undefined): string =>
  object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : (object?.toString() ?? '')
