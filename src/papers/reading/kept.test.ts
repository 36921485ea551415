import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as minutes from './invented-minutes.ts'
import * as pages from './invented-pages.ts'
import * as papers from './invented-papers.ts'
import { readPaper } from './read-paper.ts'

const everyPaper = { ...minutes, ...pages, ...papers }

describe('whatever the paper', () => {
  test.each(Object.entries(everyPaper))('no written line of %s is lost', (_, text) => {
    expect(unread(text)).toEqual([])
  })

  it('keeps every line of papers cut and shuffled', () => {
    fc.assert(
      fc.property(shuffled, text => {
        expect(unread(text)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('finds everything inside the text', () => {
    fc.assert(
      fc.property(shuffled, text => {
        for (const { start, end, firstLine, lastLine } of placesIn(readPaper(text))) {
          expect([
            start >= 0,
            start <= end,
            end <= text.length,
            firstLine <= lastLine,
          ]).not.toContain(false)
        }
      }),
      { numRuns: 200 },
    )
  })
})

const lines = Object.values(everyPaper).flatMap(text => text.split('\n'))
const shuffled = fc
  .array(
    fc.oneof(
      fc.constantFrom(...lines),
      fc
        .string({ unit: 'grapheme', maxLength: 40 })
        .map(text => text.replaceAll(/[\r\f\u2028\u2029]/gu, ' ')),
    ),
    { maxLength: 60 },
  )
  .map(some => some.join('\n'))

/** Written lines of a text that stand neither before the items, nor in one, nor among what was repeated. */
function unread(text: string): readonly string[] {
  const read = readPaper(text)
  const kept = [
    read.front.place,
    ...read.items.map(item => item.body.place),
    ...read.repeated.map(each => each.place),
  ]
  const attached = [
    ...read.slides.map(slide => slide.place),
    ...read.sections.flatMap(section => [section.place, section.body.place]),
  ]
  return text.split('\n').filter((line, index) => {
    const number = index + 1
    return (
      line.trim() !== '' &&
      ![...kept, ...attached].some(place => number >= place.firstLine && number <= place.lastLine)
    )
  })
}

type AnyPlace = {
  readonly firstLine: number
  readonly lastLine: number
  readonly start: number
  readonly end: number
}

function placesIn(value: unknown): readonly AnyPlace[] {
  if (typeof value !== 'object' || value === null) return []
  if ('firstLine' in value && 'start' in value) return [value as AnyPlace]
  return Object.values(value).flatMap(placesIn)
}
