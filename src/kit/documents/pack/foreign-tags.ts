import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import type { Tags } from './catalog.ts'
import { standardRole } from './roles.ts'

// A tree beyond these is no document that somebody reads.
const MOST_DEPTH = 100
const MOST_ELEMENTS = 200_000
const MOST_MARKS = 100_000

type Walk = {
  readonly pack: PDFDocument
  readonly copier: PDFObjectCopier
  readonly roles: PDFDict | undefined
  /** The pages of the part, each as it is copied. */
  readonly pages: ReadonlyMap<PDFRef, PDFRef>
  readonly annotations: ReadonlySet<PDFRef>
  readonly seen: Set<PDFDict>
  /** By page, the element of each mark. */
  readonly marks: Map<PDFRef, Map<number, PDFRef>>
  readonly links: [PDFRef, PDFRef][]
}

class NotTaken extends Error {}

/**
 * Takes over the structure of a PDF that was tagged elsewhere. Every element is written anew with
 * what a reader needs (its role, its language, what stands in for a picture, the head cells of a
 * table): what else a tree can carry, such as attached files, stays behind.
 * @returns whether there was a structure that could be taken whole; nothing is changed where not
 */
export function takeForeignTags(
  part: PDFDocument,
  pack: PDFDocument,
  copier: PDFObjectCopier,
  tags: Tags,
): boolean {
  const root = part.catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict)) return false
  const roles = root.lookup(PDFName.of('RoleMap'))
  const walk: Walk = {
    pack,
    copier,
    roles: roles instanceof PDFDict ? roles : undefined,
    pages: new Map(part.getPages().map(({ ref }) => [ref, copier.copy(ref)])),
    annotations: new Set(part.getPages().flatMap(({ node }) => refsIn(node.Annots()))),
    seen: new Set(),
    marks: new Map(),
    links: [],
  }
  try {
    const kids = kidsOf(root).flatMap(kid => elementOf(kid, null, null, walk, 0) ?? [])
    if (walk.marks.size === 0) return false
    giveKeys(walk, tags)
    tags.kids.push(...kids)
    return true
  } catch (error) {
    if (error instanceof NotTaken) return false
    throw error
  }
}

/** The keys by which pages and links find their elements, behind those of the parts before. */
function giveKeys({ pack, marks, links }: Walk, tags: Tags): void {
  for (const [page, own] of marks) {
    const elements = pack.context.obj([])
    const last = Math.max(...own.keys())
    for (let mark = 0; mark <= last; mark++) elements.push(own.get(mark) ?? pack.context.obj(null))
    pack.context.lookup(page, PDFDict).set(PDFName.of('StructParents'), PDFNumber.of(tags.next))
    tags.parents.push([tags.next++, pack.context.register(elements)])
  }
  for (const [annotation, element] of links) {
    const dictionary = pack.context.lookup(annotation)
    if (!(dictionary instanceof PDFDict)) continue
    dictionary.set(PDFName.of('StructParent'), PDFNumber.of(tags.next))
    tags.parents.push([tags.next++, element])
  }
}

function elementOf(
  from: PDFObject | undefined,
  parent: PDFRef | null,
  around: PDFRef | null,
  walk: Walk,
  depth: number,
): PDFRef | null {
  if (!(from instanceof PDFDict)) return null
  if (walk.seen.has(from)) return null
  walk.seen.add(from)
  if (depth > MOST_DEPTH || walk.seen.size > MOST_ELEMENTS) throw new NotTaken()
  const { context } = walk.pack
  const own = context.nextRef()
  const page = pageOf(from) ?? around
  const to = context.obj({ Type: 'StructElem' })
  to.set(PDFName.of('S'), PDFName.of(standardRole(from, walk.roles)))
  if (parent !== null) to.set(PDFName.of('P'), parent)
  for (const key of ['Alt', 'ActualText', 'E', 'Lang', 'T']) {
    const words = from.lookup(PDFName.of(key))
    if (words instanceof PDFString || words instanceof PDFHexString)
      to.set(PDFName.of(key), PDFHexString.fromText(words.decodeText()))
  }
  const attributes = attributesOf(from, walk)
  if (attributes !== null) to.set(PDFName.of('A'), attributes)
  const shown = page === null ? undefined : walk.pages.get(page)
  if (shown !== undefined) to.set(PDFName.of('Pg'), shown)
  const kids = context.obj([])
  for (const kid of kidsOf(from)) {
    const taken = kidOf(kid, own, page, walk, depth)
    if (taken !== null) kids.push(taken)
  }
  to.set(PDFName.of('K'), kids)
  context.assign(own, to)
  return own
}

/** A mark upon a page, a link, or a further element. */
function kidOf(
  kid: PDFObject,
  own: PDFRef,
  around: PDFRef | null,
  walk: Walk,
  depth: number,
): PDFObject | null {
  if (kid instanceof PDFNumber) return mark(kid.asNumber(), around, around, own, walk)
  if (!(kid instanceof PDFDict)) return null
  const kind = kid.lookup(PDFName.of('Type'))
  if (kind === PDFName.of('MCR')) {
    // The words stand in a picture that several pages may show; its marks are not those of a page.
    if (kid.has(PDFName.of('Stm'))) throw new NotTaken()
    const number = kid.lookup(PDFName.of('MCID'))
    if (!(number instanceof PDFNumber)) return null
    return mark(number.asNumber(), pageOf(kid) ?? around, around, own, walk)
  }
  if (kind === PDFName.of('OBJR')) {
    const object = kid.get(PDFName.of('Obj'))
    if (!(object instanceof PDFRef) || !walk.annotations.has(object)) return null
    const annotation = walk.copier.copy(object)
    walk.links.push([annotation, own])
    const reference = walk.pack.context.obj({ Type: 'OBJR', Obj: annotation })
    const page = walk.pages.get(pageOf(kid) ?? around ?? object)
    if (page !== undefined) reference.set(PDFName.of('Pg'), page)
    return reference
  }
  return elementOf(kid, own, around, walk, depth + 1)
}

function mark(
  number: number,
  on: PDFRef | null,
  around: PDFRef | null,
  own: PDFRef,
  { marks, pages, pack }: Walk,
): PDFObject | null {
  const page = on === null ? undefined : pages.get(on)
  if (page === undefined) return null
  if (!Number.isInteger(number) || number < 0 || number > MOST_MARKS) throw new NotTaken()
  const known = marks.get(page) ?? new Map<number, PDFRef>()
  marks.set(page, known.set(number, own))
  return on === around
    ? PDFNumber.of(number)
    : pack.context.obj({ Type: 'MCR', Pg: page, MCID: number })
}

const told: Readonly<Record<string, readonly string[]>> = {
  '/Table': ['Scope', 'RowSpan', 'ColSpan', 'Summary'],
  '/List': ['ListNumbering'],
}

/** Which cells are heads of what, and how a list is numbered. */
function attributesOf(from: PDFDict, { pack }: Walk): PDFDict | null {
  const given = from.lookup(PDFName.of('A'))
  const all = given instanceof PDFArray ? lookedUp(given) : [given]
  for (const each of all) {
    if (!(each instanceof PDFDict)) continue
    const owner = each.lookup(PDFName.of('O'))
    if (!(owner instanceof PDFName)) continue
    const keys = told[owner.toString()]
    if (keys === undefined) continue
    const kept = pack.context.obj({})
    kept.set(PDFName.of('O'), owner)
    for (const key of keys) {
      const value = each.lookup(PDFName.of(key))
      if (value instanceof PDFName || value instanceof PDFNumber) kept.set(PDFName.of(key), value)
    }
    return kept
  }
  return null
}

function kidsOf(element: PDFDict): readonly PDFObject[] {
  const kids = element.lookup(PDFName.of('K'))
  return kids instanceof PDFArray ? lookedUp(kids) : kids === undefined ? [] : [kids]
}

function lookedUp(array: PDFArray): readonly PDFObject[] {
  return Array.from({ length: array.size() }, (_, at) => array.lookup(at)).filter(
    each => each !== undefined,
  )
}

const refsIn = (array: PDFArray | undefined): readonly PDFRef[] =>
  (array?.asArray() ?? []).filter(each => each instanceof PDFRef)

function pageOf(element: PDFDict): PDFRef | null {
  const page = element.get(PDFName.of('Pg'))
  return page instanceof PDFRef ? page : null
}
