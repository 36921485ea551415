import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { arbitraryPublished } from '../../conformance/published/arbitrary.ts'
import { atomEntries, atomFeed } from './atom.ts'
import { elementsOf, readTree, textOf, type XmlNode } from './xml-tree.ts'

const feed = {
  title: 'Papers & <decisions>',
  self: 'https://council.example/feed.atom?of=papers&page=1',
  page: 'https://council.example/papers',
  author: 'Council',
  tag: { host: 'council.example', since: '2026-01-01' },
  fallback: 'https://council.example/papers',
}
const all = ['papers', 'decisions', 'minutes', 'actions'] as const

/** Throws where it is not well-formed. */
function strictly(xml: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.write(xml).close()
  const { root } = readTree(xml)
  if (root === null) throw new Error('empty')
  return root
}

const within = (node: XmlNode, name: string): readonly XmlNode[] =>
  elementsOf(node).filter(each => each.name === name)
const textIn = (node: XmlNode, name: string): string => within(node, name).map(textOf).join('|')
/** What a reader shows of text that is sent as HTML. */
const shown = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

test('every feed and entry has what RFC 4287 asks for, whatever the words', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      const entries = atomEntries(published, all, feed)
      const root = strictly(atomFeed(entries, feed))
      expect(root.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom')
      expect(textIn(root, 'id')).toBe(feed.self)
      expect(textIn(root, 'title')).toBe(feed.title)
      expect(elementsOf(root).filter(each => each.name === 'author')).toHaveLength(1)
      const self = within(root, 'link').find(each => each.attributes['rel'] === 'self')
      expect(self?.attributes['href']).toBe(feed.self)
      const found = within(root, 'entry')
      expect(found).toHaveLength(entries.length)
      expect(new Set(found.map(each => textIn(each, 'id'))).size).toBe(entries.length)
      const byId = new Map(entries.map(each => [each.id, each]))
      for (const entry of found) {
        const made = byId.get(textIn(entry, 'id'))
        expect(shown(textIn(entry, 'title')).trim()).toBe(made?.title)
        expect(textIn(entry, 'updated')).toBe(made?.modifiedAt.toISOString())
        expect(within(entry, 'link')).toHaveLength(1)
      }
      const updated = found.map(each => textIn(each, 'updated'))
      expect(updated).toEqual(updated.toSorted().toReversed())
    }),
    { numRuns: 150 },
  )
})

test('ids do not change with the words, the address or the file', () => {
  fc.assert(
    fc.property(arbitraryPublished(), published => {
      const renamed = {
        ...published,
        decisions: published.decisions.map(each => ({ ...each, title: 'Another', url: null })),
      }
      expect(atomEntries(renamed, ['decisions'], feed).map(each => each.id)).toEqual(
        atomEntries(published, ['decisions'], feed).map(each => each.id),
      )
    }),
    { numRuns: 30 },
  )
})

test('a feed of nothing is a feed', () => {
  const root = strictly(atomFeed([], feed))
  expect(textIn(root, 'updated')).toBe('1970-01-01T00:00:00.000Z')
})
