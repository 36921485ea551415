import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type XmlElement, readXml, xmlStart } from './xml.ts'

const reading = (text: string | Uint8Array, whole: readonly string[] = []) => {
  const elements: XmlElement[] = []
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const refusal = readXml(bytes, {
    whole: new Set(whole),
    onElement: element => elements.push(element),
  })
  return { elements, refusal }
}

describe('reading XML', () => {
  it('hands over each element of a name whole, with its line', () => {
    const { elements, refusal } = reading(
      '<?xml version="1.0"?>\n<all>\n <x:one a="1">\n  <two> five &amp; six </two><!-- no -->\n </x:one>\n <one/>\n</all>',
      ['one'],
    )
    expect(refusal).toBeNull()
    expect(elements).toEqual([
      {
        name: 'one',
        line: 3,
        text: '',
        children: [{ name: 'two', line: 4, text: 'five & six', children: [] }],
      },
      { name: 'one', line: 6, text: '', children: [] },
    ])
  })

  it.each([
    ['a tag closed that is not open', '<a>\n<b></a>', 'xml-tags', 2],
    ['a document that stops', '<a>\n<b>text', 'xml-cut-short', 2],
    ['a document that stops in a tag', '<a>\n<b', 'xml-cut-short', 2],
    ['an ampersand by itself', '<a>\n\nfish & chips</a>', 'xml-character', 3],
    ['text after the end', '<a></a>\nmore', 'xml-broken', 2],
    ['nothing', '', 'xml-empty', 1],
    ['only space', ' \n ', 'xml-empty', 1],
    ['no element', '<?xml version="1.0"?>', 'xml-cut-short', 1],
  ])('refuses %s, with its line', (_what, text, code, line) => {
    expect(reading(text).refusal).toMatchObject({ code, line })
  })

  it('refuses a document that declares entities, without expanding any', () => {
    const lines = Array.from(
      { length: 30 },
      (_, place) => `<!ENTITY l${place + 1} "&l${place};&l${place};">`,
    )
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "lol">${lines.join('')}]><a>&l30;</a>`
    expect(reading(bomb).refusal).toMatchObject({ code: 'xml-doctype', line: 1 })
    const outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    expect(reading(outside).refusal?.code).toBe('xml-doctype')
  })

  it('refuses what is nested too deep or too large', () => {
    expect(reading('<a>'.repeat(100_000)).refusal?.code).toBe('xml-too-deep')
    const wide = `<a>${'<b/>'.repeat(200_001)}</a>`
    expect(reading(wide, ['a']).refusal?.code).toBe('xml-too-large')
    expect(reading(wide, ['b']).refusal).toBeNull()
    const long = `<a>${'long '.repeat(30_000)}</a>`
    expect(reading(long, ['a']).refusal?.code).toBe('xml-too-large')
    const longData = `<a><![CDATA[${'long '.repeat(30_000)}]]></a>`
    expect(reading(longData, ['a']).refusal?.code).toBe('xml-too-large')
  })

  it.each([
    ['UTF-8', Buffer.from('<a>Zoë</a>')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF<a>Zoë</a>')],
    [
      'UTF-16 with a mark',
      Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>Zoë</a>', 'utf16le'),
    ],
    ['UTF-16, big end first', Buffer.from('\uFEFF<a>Zoë</a>', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('<a>Zoë and some more</a>', 'utf16le')],
    [
      'what says ISO-8859-1',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Zoë</a>', 'latin1'),
    ],
    [
      'Windows-1252 that says UTF-8',
      Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>Zoë</a>', 'latin1'),
    ],
  ])('reads %s', (_what, bytes) => {
    const { elements, refusal } = reading(bytes, ['a'])
    expect(refusal).toBeNull()
    expect(elements[0]?.text.slice(0, 3)).toBe('Zoë')
  })

  it('keeps a letter whole that stands across two pieces', () => {
    const text = `<a><b>${'é'.repeat(40_000)}</b>`.repeat(1)
    const filler = `<!--${'x'.repeat((1 << 20) - 10_001)}-->`
    const { elements } = reading(`${filler}${text}</a>`, ['b'])
    expect(elements[0]?.text).toBe('é'.repeat(40_000))
  })

  it('gives back any tree it is given', () => {
    const node = (children: fc.Arbitrary<XmlElement[]>): fc.Arbitrary<XmlElement> =>
      fc.record({
        name: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/),
        line: fc.constant(1),
        text: fc.string({ unit: 'grapheme-ascii' }).map(text => text.trim()),
        children,
      })
    const leaf = node(fc.constant([]))
    const tree = node(fc.array(node(fc.array(leaf, { maxLength: 3 })), { maxLength: 3 }))
    fc.assert(
      fc.property(tree, made => {
        const { elements, refusal } = reading(`<root-of-all>${written(made)}</root-of-all>`, [
          made.name,
        ])
        expect(refusal).toBeNull()
        expect(elements).toEqual([plain(made)])
      }),
    )
  })

  it('never throws, and refuses every document that was cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        const { refusal } = reading(bytes)
        expect(refusal?.message ?? 'Read.').toMatch(/^[A-Z].*\.$/)
      }),
    )
    const document = '<?xml version="1.0"?><a b="c"><d>ef &amp; <![CDATA[g]]></d><!-- h --><i/></a>'
    fc.assert(
      fc.property(fc.nat(document.length - 1), length => {
        expect(reading(document.slice(0, length)).refusal).not.toBeNull()
      }),
    )
  })
})

describe('the start of a document', () => {
  it('says the first elements and their text', () => {
    const start = xmlStart(Buffer.from('<m:A><Header> <Year>2026</Year></Header><B><C><D>'), 4)
    expect(start).toEqual([
      { name: 'A', text: '' },
      { name: 'Header', text: '' },
      { name: 'Year', text: '2026' },
      { name: 'B', text: '' },
    ])
  })

  it('is empty for what is not XML', () => {
    expect(xmlStart(Buffer.from('Child ID,Date of birth'))).toEqual([])
    expect(xmlStart(new Uint8Array())).toEqual([])
  })
})

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const written = ({ name, text, children }: XmlElement): string =>
  `<${name}>${children.length > 0 ? children.map(written).join('') : escaped(text)}</${name}>`

const plain = (element: XmlElement): XmlElement => ({
  ...element,
  text: element.children.length > 0 ? '' : element.text,
  children: element.children.map(plain),
})
