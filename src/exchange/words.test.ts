import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsFromText, wordsOf } from './words.ts'

test('what Word wrote comes out as paragraphs without classes', () => {
  const found = wordsOf(`<div class="WordSection1">
<p class="MsoNormal"><span style="">To approve as a correct record
the minutes of the meeting held on 25&nbsp;November 2025.</span><o:p></o:p></p>
<p class="MsoNormal">&nbsp;</p></div>`)
  expect(found).toEqual({
    html: '<p>To approve as a correct record the minutes of the meeting held on 25 November 2025.</p>',
    text: 'To approve as a correct record the minutes of the meeting held on 25 November 2025.',
  })
})

test('lists, tables and headings keep their shape', () => {
  const found = wordsOf(
    '<h3>Resolved</h3>that<ol><li>the report be <b>noted</b>; and</li><li><p>it come back.</p></li></ol>' +
      '<ul><li>one</li></ul><table><tr><td>For</td><td>5</td></tr><tr><td></td><td>2</td></tr></table>',
  )
  expect(found.html).toBe(
    '<h3>Resolved</h3><p>that</p><ol><li>the report be <strong>noted</strong>; and</li>' +
      '<li><p>it come back.</p></li></ol><ul><li>one</li></ul>' +
      '<table><tr><td>For</td><td>5</td></tr><tr><td></td><td>2</td></tr></table>',
  )
  expect(found.text.split('\n')).toEqual([
    'Resolved',
    'that',
    '1. the report be noted; and',
    '2. it come back.',
    '• one',
    'For | 5',
    '| 2',
  ])
})

test('nothing that runs or leads elsewhere is left', () => {
  const found = wordsOf(
    '<p onclick="x()">a<script>alert(1)</script><style>p{}</style><img src=x onerror=y>' +
      '<a href="javascript:x()">b</a> <a href="https://example.org/?a=1&amp;b=2">c</a></p><iframe src=z></iframe>',
  )
  expect(found.html).toBe('<p>ab <a href="https://example.org/?a=1&amp;b=2">c</a></p>')
})

test('the bullet of a font for symbols becomes a bullet', () => {
  expect(wordsOf('<p>·<span>&nbsp;&nbsp; </span>first</p>').text).toBe('• first')
})

test('plain text becomes paragraphs', () => {
  expect(wordsFromText('One <two>\nthree\n\nfour').html).toBe(
    '<p>One &lt;two&gt;<br>three</p><p>four</p>',
  )
})

const tag = fc.constantFrom(
  'p',
  'div',
  'b',
  'i',
  'a',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'h2',
  'br',
  'blockquote',
)
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('&nbsp;', '&amp;', '&lt;b&gt;', '· x', ' ', '<', '&#8217;'),
  tag.map(name => `<${name}>`),
  tag.map(name => `</${name}>`),
)

test('the clean form of the clean form is the same, and has only known tags', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
      const once = wordsOf(pieces.join(''))
      expect(wordsOf(once.html)).toEqual(once)
      expect(
        once.html.replace(/<\/?(p|strong|em|a|ul|ol|li|table|tr|td|h2|br|blockquote)>/g, ''),
      ).not.toMatch(/[<>]/)
    }),
    { numRuns: 1000 },
  )
})
