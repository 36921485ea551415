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
} from 'pdf-lib'
import { eachInTree } from './part.ts'

export type Entry = { readonly title: string; readonly page: PDFRef }

/** An entry of the outline for each part. */
export function setOutline(pack: PDFDocument, entries: readonly Entry[]): void {
  const { context } = pack
  const root = context.nextRef()
  const refs = entries.map(() => context.nextRef())
  for (const [index, { title, page }] of entries.entries()) {
    const item = context.obj({ Parent: root, Dest: [page, 'Fit'] })
    item.set(PDFName.of('Title'), PDFHexString.fromText(title))
    const [before, after, own] = [refs[index - 1], refs[index + 1], refs[index]]
    if (before) item.set(PDFName.of('Prev'), before)
    if (after) item.set(PDFName.of('Next'), after)
    if (own) context.assign(own, item)
  }
  const [first, last] = [refs[0], refs.at(-1)]
  if (!first || !last) return
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }),
  )
  pack.catalog.set(PDFName.of('Outlines'), root)
  pack.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** The names of pages, so that a reader's "go to page" goes to the page that is called so. */
export function setPageLabels(pack: PDFDocument, labels: readonly string[]): void {
  const { context } = pack
  const runs = context.obj([])
  let before = ''
  for (const [index, label] of labels.entries()) {
    const number = Number(label)
    if (String(number - 1) !== before || index === 0) {
      const style = Number.isNaN(number) ? context.obj({}) : context.obj({ S: 'D', St: number })
      if (Number.isNaN(number)) style.set(PDFName.of('P'), PDFHexString.fromText(label))
      runs.push(PDFNumber.of(index))
      runs.push(style)
    }
    before = label
  }
  pack.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: runs }))
}

/** The structure of all parts, as one tree. */
export type Tags = {
  readonly kids: PDFRef[]
  readonly parents: [number, PDFObject][]
  next: number
}

/** Takes the tags of a part along: its elements, and which of them its pages and links belong to. */
export function takeTags(part: PDFDocument, copier: PDFObjectCopier, tags: Tags): void {
  const root = part.catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict)) return
  const kids = root.lookup(PDFName.of('K'))
  const parents = root.lookup(PDFName.of('ParentTree'))
  if (!(kids instanceof PDFArray) || !(parents instanceof PDFDict)) return
  for (let at = 0; at < kids.size(); at++) {
    const kid = kids.lookup(at)
    const ref = kids.get(at)
    if (!(kid instanceof PDFDict) || !(ref instanceof PDFRef)) continue
    kid.delete(PDFName.of('P'))
    tags.kids.push(copier.copy(ref))
  }
  const from = tags.next
  eachInTree(parents, 'Nums', (key, value) => {
    if (!(key instanceof PDFNumber) || value === undefined) return
    tags.parents.push([from + key.asNumber(), reference(part, copier, value)])
    tags.next = Math.max(tags.next, from + key.asNumber() + 1)
  })
}

// A tree of numbers gives its values looked up, and an element must be the same one everywhere.
function reference(part: PDFDocument, copier: PDFObjectCopier, value: PDFObject): PDFObject {
  const ref = part.context.getObjectRef(value)
  return copier.copy(ref ?? value)
}

/** Moves the keys of a page, and of its links, behind those of the parts before it. */
export function moveKeys(page: PDFDict, by: number): void {
  const move = (dictionary: PDFDict, key: string): void => {
    const value = dictionary.lookup(PDFName.of(key))
    if (value instanceof PDFNumber)
      dictionary.set(PDFName.of(key), PDFNumber.of(value.asNumber() + by))
  }
  move(page, 'StructParents')
  for (const annotation of annotationsOf(page)) move(annotation, 'StructParent')
}

/** Without the tree that they belong to, keys would lead to elements of another part. */
export function dropKeys(page: PDFDict): void {
  page.delete(PDFName.of('StructParents'))
  for (const annotation of annotationsOf(page)) annotation.delete(PDFName.of('StructParent'))
}

function annotationsOf(page: PDFDict): readonly PDFDict[] {
  const all = page.lookup(PDFName.of('Annots'))
  if (!(all instanceof PDFArray)) return []
  return Array.from({ length: all.size() }, (_, at) => all.lookup(at)).filter(
    each => each instanceof PDFDict,
  )
}

/** @param isGuessed whether a part of it was made from nothing but the order of drawing */
export function setTags(
  pack: PDFDocument,
  { kids, parents, next }: Tags,
  isGuessed: boolean,
): void {
  const { context } = pack
  const root = context.nextRef()
  for (const kid of kids) context.lookup(kid, PDFDict).set(PDFName.of('P'), root)
  const numbers = context.obj([])
  for (const [key, value] of parents.toSorted(([a], [b]) => a - b)) {
    numbers.push(PDFNumber.of(key))
    numbers.push(value)
  }
  const tree = context.obj({ Type: 'StructTreeRoot', K: kids, ParentTreeNextKey: next })
  tree.set(PDFName.of('ParentTree'), context.register(context.obj({ Nums: numbers })))
  context.assign(root, tree)
  pack.catalog.set(PDFName.of('StructTreeRoot'), root)
  pack.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true, Suspects: isGuessed }))
}
