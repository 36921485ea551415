import { describe, expect, it } from 'vitest'
import { joined, linesOf } from './lines.ts'
import { listOf } from './list.ts'
import { paragraphsIn } from './recommendations.ts'
import { beginsChapter, endsList } from './sections.ts'

const stops = { ends: endsList, chapter: beginsChapter }
const items = (text: string): readonly string[] =>
  listOf(linesOf(text.split('\f')), stops).items.map(item =>
    [item.number, item.words, ...item.points.map(point => `> ${point}`)].filter(Boolean).join(' '),
  )

describe('lists', () => {
  it('ends where a chapter begins, blank line or not', () => {
    expect(
      items('◼ one.\n◼ two\nThe experiences and progress of children in care: good\n1. x'),
    ).toEqual(['one.', 'two'])
  })

  it('carries an unfinished item over a page, and ends at other text', () => {
    expect(
      items('• one that goes\n\n\f  on here\n\nOther words begin. They are not asked.'),
    ).toEqual(['one that goes on here'])
  })

  it('does not take a year or a number in the text for the next item', () => {
    expect(items('1. see to it by\n16. That is late.\n\n2. next')).toEqual([
      '1 see to it by 16. That is late.',
      '2 next',
    ])
  })

  it('takes dashes under an item for its points', () => {
    expect(items('• plans:\n   – short\n   – kept\n• more')).toEqual([
      'plans: > short > kept',
      'more',
    ])
  })

  it('lets an introduction lead to bullets', () => {
    const text =
      '15. The authority should take the following action.\n\nImmediately:\n\n• act\n\nWithin three months:\n\n• act again'
    const { items: found } = listOf(linesOf([text]), stops)
    expect(found.map(item => [item.group, item.words])).toEqual([
      ['Immediately', 'act'],
      ['Within three months', 'act again'],
    ])
  })

  it('reads paragraphs where there are no signs', () => {
    expect(
      items('Do this, which takes\ntwo lines.\n\nDo that.\n\nThe impact of leaders on it: good'),
    ).toEqual(['Do this, which takes two lines.', 'Do that.'])
  })
})

describe('words over lines', () => {
  it('keeps the hyphens that the words have', () => {
    expect(joined(['early pre-', 'proceedings  work'])).toBe('early pre-proceedings work')
    expect(joined(['16-', 'and 17-year-olds'])).toBe('16- and 17-year-olds')
    expect(joined(['soft\u00ad', 'ened'])).toBe('softened')
    expect(joined(['2017 –', '18'])).toBe('2017 – 18')
  })

  it('finds the paragraphs referred to', () => {
    expect(paragraphsIn('Do it. (Paragraph 30 and 112)')).toEqual([30, 112])
    expect(paragraphsIn('Do it (paras 3, 5–7).')).toEqual([3, 5, 6, 7])
    expect(paragraphsIn('A paragraph is enough.')).toEqual([])
  })
})
