import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Doc, docOf, headed, listOf, para, tableOf, textOfDoc } from './doc.ts'
import { docOfHtml } from './doc-of-html.ts'
import { exampleDoc } from './example.ts'
import { htmlOf } from './html-of.ts'
import { textOfHtml } from './html-text.ts'

const blocksOf = (markup: string): readonly Block[] => docOfHtml(markup, 'T').blocks
const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '')

describe('HTML as a document', () => {
  it('keeps headings, numbers, emphasis, links and points, and nothing that acts', () => {
    const doc = docOfHtml(
      `<h1>Cabinet</h1><div class="WordSection1"><h3 onclick="x()">Actions</h3>
      <p style="color:red">3.1&nbsp;The <b>plan</b> is <a href="javascript:x()">noted</a>, see
      <a href="https://example.org/a">the <i>paper</i></a>.</p>
      <p>10.30 am start</p><script>alert(1)</script>
      <ol type="a" start="2"><li>one</li><ul><li>in it</li></ul><li><p>two</p><p>more</p></li></ol></div>`,
    )
    expect(doc.title).toBe('Cabinet')
    expect(doc.blocks).toEqual([
      headed(1, 'Actions'),
      para(
        [
          { text: 'The ' },
          { text: 'plan', bold: true },
          { text: ' is noted, see ' },
          { text: 'the ', href: 'https://example.org/a' },
          { text: 'paper', italic: true, href: 'https://example.org/a' },
          { text: '.' },
        ],
        { number: '3.1', anchor: 'p-3-1' },
      ),
      para('10.30 am start'),
      listOf(
        'letters',
        [
          [para('one'), listOf('bullets', ['in it'], 1)],
          [para('two'), para('more')],
        ],
        2,
      ),
    ])
  })

  it('tells a table of facts from one that lays out a page', () => {
    expect(
      blocksOf(
        '<table><thead><tr><th>Line</th><th>£</th></tr></thead><tr><th>A</th><td>1,200</td></tr><tr><th>B</th><td>-3</td></tr></table>',
      ),
    ).toEqual([
      tableOf({
        caption: '',
        header: ['Line', '£'],
        rows: [
          ['A', '1,200'],
          ['B', '-3'],
        ],
        columns: ['text', 'number'],
        rowHeaders: true,
      }),
    ])
    expect(
      blocksOf(
        '<table><tr><td>1.</td><td><h2>Apologies</h2><ul><li>none</li></ul></td></tr></table>',
      ),
    ).toEqual([para('1.'), headed(1, 'Apologies'), listOf('bullets', ['none'], 1)])
  })

  it('gives two paragraphs of one number two places', () => {
    const anchors = blocksOf('<p>4.1 One</p><p>4.1 Other</p>').map(
      each => 'anchor' in each && each.anchor,
    )
    expect(anchors).toEqual(['p-4-1', 'p-4-1-2'])
  })

  it('keeps apart what stands in spans, and lines that were typed', () => {
    expect(blocksOf('<span><span><p>One</p><p>Two</p></span></span><pre>a\n  b</pre>')).toEqual([
      para('One'),
      para('Two'),
      para('a\n  b'),
    ])
  })

  it('reads what is nested without end, and what is broken', () => {
    const deep = blocksOf(`${'<div><span>'.repeat(200_000)}deep <b>words</b>`)
    expect(deep).toEqual([para('deep words')])
    expect(textOfDoc(docOfHtml('<li>a<td>b</table></p><ul>c<h9>d', 'T'))).toMatch(
      /a[^]*b[^]*c[^]*d/,
    )
  })

  it('comes back from its own HTML as it was', () => {
    const again = docOfHtml(htmlOf(exampleDoc, { withTitle: true }).toString())
    expect(again.title).toBe(exampleDoc.title)
    const kinds = (doc: Doc): readonly string[] => doc.blocks.map(block => block.kind)
    expect(kinds(again)).toEqual(kinds(exampleDoc))
    expect(again.blocks).toContainEqual(exampleDoc.blocks[3])
  })

  it('never loses a word that is read, whatever the tags around it', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'b',
      'span',
      'ul',
      'li',
      'table',
      'tr',
      'td',
      'h2',
      'a',
      'blockquote',
      'ol',
      'th',
    )
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.stringMatching(/^ [b-y]{3,8} $/) },
      tag.map(name => `<${name}>`),
      tag.map(name => `</${name}>`),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const markup = pieces.join('')
        const given = pieces.filter(each => !each.startsWith('<')).map(each => each.trim())
        const only = (text: string): readonly string[] =>
          wordsIn(text)
            .filter(word => /^[b-y]{3,8}$/.test(word))
            .toSorted()
        // A table without rows drops the words between its tags, as nothing says where they stand.
        fc.pre(!/<(table|tr)>/.test(markup))
        expect(only(textOfHtml(markup))).toEqual(given.toSorted())
        expect(only(textOfDoc(docOfHtml(markup, '')))).toEqual(given.toSorted())
      }),
    )
  })
})

describe('any document', () => {
  it('says the same as HTML and as text', () => {
    const word = fc.stringMatching(/^[A-Za-z£’é]{1,10}$/)
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map(each => each.join(' '))
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map(text => para(text)),
      words.map(text => headed(1, text)),
      fc.array(words, { minLength: 1, maxLength: 4 }).map(items => listOf('bullets', items)),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), blocks => {
        const doc = docOf('Title', blocks)
        expect(wordsIn(textOfHtml(htmlOf(doc, { withTitle: true }).toString()))).toEqual(
          wordsIn(textOfDoc(doc)),
        )
      }),
    )
  })
})
