import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headed, listOf, para, tableOf, textOfDoc } from './doc.ts'
import { blocksOfText, docOfText } from './doc-of-text.ts'

describe('what is typed in a box', () => {
  it('becomes headings, paragraphs with their numbers, points, tables and what stands apart', () => {
    const typed = `# Actions
A paragraph
on two short lines, see https://example.org/a(1).

3.1 The first, which costs
£5.
3.2 The second.

- one
- two
  a) in it
  b) in it too
- three
  goes on

4. four
5. five

Table 1: Cost
Line\tCost
A\t£1,200
B\t(3)

> Set apart.
2.5 million was spent.`
    expect(blocksOfText(typed)).toEqual([
      headed(1, 'Actions'),
      para([
        { text: 'A paragraph\non two short lines, see ' },
        { text: 'https://example.org/a(1', href: 'https://example.org/a(1' },
        { text: ').' },
      ]),
      para('The first, which costs\n£5.', { number: '3.1', anchor: 'p-3-1' }),
      para('The second.', { number: '3.2', anchor: 'p-3-2' }),
      listOf(
        'bullets',
        [
          [para('one')],
          [para('two'), listOf('letters', [[para('in it')], [para('in it too')]], 1)],
          [para([{ text: 'three' }, { text: ' goes on' }])],
        ],
        1,
      ),
      listOf('numbers', ['four', 'five'], 4),
      tableOf({
        caption: 'Table 1: Cost',
        header: ['Line', 'Cost'],
        rows: [
          ['A', '£1,200'],
          ['B', '(3)'],
        ],
        columns: ['text', 'number'],
      }),
      { kind: 'note', blocks: [para('Set apart.')] },
      para('2.5 million was spent.'),
    ])
  })

  it('runs lines on that mail or a PDF has broken', () => {
    const line = 'These words are as long as a line of a mail that breaks its lines for you'
    expect(blocksOfText(`${line}\nand go on.`)).toEqual([para(`${line} and go on.`)])
  })

  it('begins a list where the numbers begin, and another where they begin again', () => {
    expect(blocksOfText('3. c\n4. d\n\n1. a')).toEqual([
      listOf('numbers', ['c', 'd'], 3),
      listOf('numbers', ['a'], 1),
    ])
  })

  it('loses no word and changes no order', () => {
    const start = fc.constantFrom(
      '',
      '',
      '- ',
      '  - ',
      '# ',
      '1. ',
      '2) ',
      'a) ',
      '   (b) ',
      '3.1 ',
      '> ',
      '\t',
      '* ',
      '4.2.1 ',
    )
    const text = fc.stringMatching(/^[A-Za-z£’.\t-]{1,8}( [a-z]{1,8}){0,6}$/)
    const line = fc.oneof(
      fc.tuple(start, text).map(each => each.join('')),
      fc.constant(''),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), lines => {
        const typed = lines.join('\n')
        const words = (from: string): readonly string[] => from.match(/[A-Za-z£’]{2,}/g) ?? []
        expect(words(textOfDoc(docOfText('', typed)))).toEqual(words(typed))
      }),
      { numRuns: 500 },
    )
  })
})
