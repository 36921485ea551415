import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPaper } from './read-paper.ts'

// What a pattern that looks back would choke on: openings without ends, marks, labels, near-numbers.
const pieces = [
  ' ',
  '\t',
  '.',
  '...',
  '-',
  '–',
  '*',
  '**',
  '(',
  ')',
  '[',
  ']',
  '<',
  '<p',
  '</',
  '|',
  '&',
  '&amp;',
  '#',
  '_',
  "'",
  '’',
  '"',
  ',',
  ';',
  ':',
  '/',
  '£',
  '1',
  '1.',
  '1.1 ',
  '(a) ',
  'i) ',
  'a',
  'A',
  'é',
  ' and ',
  ' of ',
  ' to the ',
  'http://',
  '1 May ',
  'May 2',
  '10.00 ',
  '£1m ',
  '9% ',
  'Cllr ',
  'Councillors ',
  'Cllr A Wren, ',
  'Council ',
  'The Council (',
  'Head of ',
  'RESOLVED ',
  'RESOLVED: (a) ',
  'delegated to the Director ',
  'in consultation with the Chair ',
  'declared an interest in ',
  'apologies were received from ',
  'attended ',
  'item 1 ',
  'pages 1 to ',
  'Question 1: ',
  'Response by: ',
  'ACTION: ',
  '(Action: ',
  'Risk: ',
  'Mitigation ',
  'by ',
  'minutes of the meeting of the ',
  'held at ',
]
const heads = [
  '',
  'Ambershire County Council\nMinutes of the meeting of the Cabinet held on 3 March 2025\nPresent: ',
  'AGENDA\n\n1. Apologies\n\nMembership: ',
  'REPORT TITLE: x\nCabinet Date\t3 March 2025\nKey Decision\tYes\nOfficer\tX\nRecommendations\t',
  'Minutes of the Cabinet, 3 March 2025\n\n1. Declarations of interest\n\n',
  'Minutes of the Cabinet, 3 March 2025\n\n1. Questions\n\nRESOLVED ',
]

/** A piece, or a few in turn, over and over in one line or in many, behind a head that leads somewhere. */
const junk = fc.record({
  head: fc.constantFrom(...heads),
  turn: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }),
  end: fc.constantFrom('', 'x', '.', '\n\n2. Minutes\n\nx'),
  lineEvery: fc.constantFrom(0, 1, 20),
})

type Junk = typeof junk extends fc.Arbitrary<infer T> ? T : never

function textOf({ head, turn, end, lineEvery }: Junk): string {
  const one = turn.join('')
  const times = Math.ceil(20_000 / one.length)
  const body =
    lineEvery === 0 ? one.repeat(times) : `${one.repeat(lineEvery)}\n`.repeat(times / lineEvery)
  return head + body + end
}

test('no junk keeps the reader busy, and all of it is kept', () => {
  fc.assert(
    fc.property(junk, turned => {
      const text = textOf(turned)
      const read = readPaper(text)
      const last = text.trimEnd().split('\n').length
      const kept = [
        read.front.place,
        ...read.items.map(item => item.body.place),
        ...read.repeated.map(each => each.place),
        ...read.slides.map(each => each.place),
        ...read.sections.map(each => each.body.place),
      ]
      expect(kept.some(place => place.lastLine >= last - 1)).toBe(true)
    }),
    { numRuns: 40 },
  )
  // A pattern that looks back would take hours: the limit stops it, and measures nothing else.
}, 120_000)

test('an empty text is a paper in which nothing was found', () => {
  const read = readPaper('')
  expect([read.kind, read.date, read.present, read.declarations]).toEqual([null, null, null, null])
  expect(read.items).toEqual([])
})
