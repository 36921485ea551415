import { SaxesParser } from 'saxes'

export interface Leaf {
  readonly name: string
  readonly text: string
}

/**
 * Every value of an XML document: the text of each element that holds no other, and each attribute,
 * read by another parser than ours. Of HTML only the words are compared, because cleaning it is what
 * a reader is for; empty values say nothing, and neither do home addresses, which are not taken.
 */
export function leavesOf(xml: string): readonly Leaf[] {
  const leaves: Leaf[] = []
  const open: { name: string; text: string; isLeaf: boolean }[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const outer = open.at(-1)
    if (outer !== undefined) outer.isLeaf = false
    open.push({ name, text: '', isLeaf: true })
    for (const [key, value] of Object.entries(attributes))
      leaves.push({ name: `${name}@${key}`, text: plain(String(value)) })
  })
  const add = (text: string): void => {
    const inner = open.at(-1)
    if (inner !== undefined) inner.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const closed = open.pop()
    const isPrivate = open.some(({ name }) => name.toLowerCase() === 'homeaddress')
    if (closed?.isLeaf === true && !isPrivate)
      leaves.push({ name: closed.name, text: plain(closed.text) })
  })
  parser.write(xml.replace(/^\uFEFF/, '')).close()
  return leaves.filter(leaf => leaf.text !== '')
}

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
