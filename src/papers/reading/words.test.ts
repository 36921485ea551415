import * as fc from 'fast-check'
import { isoDay, longDay, parseIsoDay } from '#calendar'
import { describe, expect, it, test } from 'vitest'
import { councilsIn } from './authority.ts'
import { datesIn, firstDate, isoOf, nearestYear } from './dates.ts'
import { decisionVerb, delegationIn } from './delegation.ts'
import { linesOf } from './lines.ts'
import { amountsIn } from './money.ts'
import { markOf, numbersOf, paragraphOf } from './numbering.ts'
import { peopleOf, personOf } from './people.ts'
import { sentencesOf } from './sentences.ts'
import { timesIn } from './times.ts'

const nowhere = { firstLine: 1, lastLine: 1, start: 0, end: 0 }
const named = (text: string) =>
  peopleOf(text, nowhere).map(person => [person.name, person.capacity])

describe('dates', () => {
  test.each([
    ['Monday, 3rd March 2025', '2025-03-03'],
    ['MONDAY 18 SEPTEMBER 2017', '2017-09-18'],
    ['22 nd June 2022', '2022-06-22'],
    ['3.3.2025', '2025-03-03'],
    ['03/03/25', '2025-03-03'],
    ['2025-03-03', '2025-03-03'],
    ['March 3, 2025', '2025-03-03'],
    ['the 3rd day of March 2025', '2025-03-03'],
    ['30 February 2025', null],
    ['paragraph 1.2.10', null],
    ['3 may be late', null],
    ['https://example.org/18-Sep-2017/x', null],
  ])('%s', (text, date) => expect(firstDate(text)).toBe(date))

  it('shares month and year with the days before', () => {
    expect(datesIn('on 15 and 29 January 2020').map(isoOf)).toEqual(['2020-01-15', '2020-01-29'])
  })

  it('takes the nearest year where none is printed', () => {
    const [may] = datesIn('by 3 May')
    expect(may === undefined ? null : nearestYear(may, '2017-01-27')).toBe('2017-05-03')
    const [december] = datesIn('since 12 December')
    expect(december === undefined ? null : nearestYear(december, '2017-01-27')).toBe('2016-12-12')
  })

  it('reads every day as it is written out', () => {
    const day = fc.integer({
      min: parseIsoDay('1990-01-01') ?? 0,
      max: parseIsoDay('2049-12-31') ?? 0,
    })
    fc.assert(
      fc.property(day, each => {
        expect(firstDate(`held on ${longDay(each)} at 10.00 am`)).toBe(isoDay(each))
      }),
    )
  })
})

test.each([
  ['10.00 a.m.', '10:00'],
  ['8.15pm', '20:15'],
  ['4:30 PM', '16:30'],
  ['2pm', '14:00'],
  ['20.15 hrs', '20:15'],
  ['1400 hours', '14:00'],
  ['12.05 am', '00:05'],
  ['noon', '12:00'],
  ['£10.50', undefined],
  ['4.75%', undefined],
])('time %s', (text, time) => expect(timesIn(text)[0]?.time).toBe(time))

describe('people', () => {
  it('gives a title said once to each', () => {
    expect(named('Councillors A Wren (Chair), B Swift and C. Teal')).toEqual([
      ['Councillor A Wren', null],
      ['Councillor B Swift', null],
      ['Councillor C. Teal', null],
    ])
  })

  it('keeps commas and "and" of a post together', () => {
    expect(
      named(
        'Jo Reed, Director of Children, Families and Communities, Sam Lee – Head of Audit and Risk',
      ),
    ).toEqual([
      ['Jo Reed', 'Director of Children, Families and Communities'],
      ['Sam Lee', 'Head of Audit and Risk'],
    ])
  })

  it('keeps honours with the name and takes a post for no name', () => {
    expect(personOf('Cllr Mel Jackdaw MBE (Vice-Chairman)', nowhere)).toMatchObject({
      name: 'Cllr Mel Jackdaw MBE',
      chairs: 'vice-chair',
      capacity: null,
    })
    expect(personOf('Head of Early Help', nowhere)).toMatchObject({
      name: null,
      capacity: 'Head of Early Help',
    })
    expect(personOf('Clare Young', nowhere)?.name).toBe('Clare Young')
  })
})

test.each([
  ['Leader of Ambershire County Council', 'Ambershire County Council'],
  ['THE ISLE OF REED COUNCIL', 'Isle of Reed Council'],
  ['Bath and North Amber Council', 'Bath and North Amber Council'],
  ['the County Council', undefined],
  ['at the Full Council meeting', undefined],
])('council in %s', (text, council) => expect(councilsIn(text)[0]?.name).toBe(council))

test.each([
  ['£1.175m', 1_175_000],
  ['£11 million', 11_000_000],
  ['£2,460,000', 2_460_000],
  ['800k', 800_000],
  ['£0.07', 0.07],
])('amount %s', (text, gbp) => expect(amountsIn(text)[0]?.gbp).toBe(gbp))

test.each([
  ['That the report be noted', 'note'],
  ['Approves the plan', 'approve'],
  ['the Committee agrees to refer it', 'agree'],
  ['to recommend to Cabinet that it be reviewed', 'recommend'],
  ['authority be delegated to the Director', 'delegate'],
  ['the weather was fine', null],
])('verb of %s', (text, verb) => expect(decisionVerb(text)).toBe(verb))

test.each([
  [
    'Authorise the Interim Director of Care, in consultation with the Leader, to make minor changes.',
    'Interim Director of Care',
    'Leader',
  ],
  ['gives delegated authority to the Head of Audit to sign', 'Head of Audit', null],
  [
    'the Chief Executive, after consultation with the Leader, be authorised to sign',
    'Chief Executive',
    'Leader',
  ],
  ['the report be noted', null, null],
])('delegation in %s', (text, to, inConsultationWith) =>
  expect(delegationIn(text)).toEqual({ to, inConsultationWith }),
)

describe('numbers', () => {
  const line = (text: string) => linesOf(text)[0] ?? expect.unreachable()

  test.each([
    ['5.   TITLE', '5', 'TITLE'],
    ['Agenda item 5 – Title', '5', 'Title'],
    ['Minute No. 34/22 Title', '34/22', 'Title'],
    ['CYP/15/24 Title', 'CYP/15/24', 'Title'],
    ['5a. Title', '5a', 'Title'],
    ['5\tTitle', '5', 'Title'],
  ])('%s', (text, number, rest) => expect(numbersOf(line(text))[0]).toMatchObject({ number, rest }))

  it('tells paragraphs from times and amounts', () => {
    expect(paragraphOf(line('3.5 Members agreed'))).toEqual({
      number: '3.5',
      text: 'Members agreed',
    })
    for (const text of ['10.00 am', '2.5 million', '4.5% of children'])
      expect(paragraphOf(line(text))).toBeNull()
  })

  it('takes the sign of a part and no abbreviation', () => {
    expect(markOf('(iv) that')).toMatchObject({ mark: 'iv', kind: 'roman' })
    expect(markOf('1) that')).toMatchObject({ mark: '1', kind: 'number' })
    for (const text of ['i.e. that', 'e.g. this', 'and so on']) expect(markOf(text)).toBeNull()
  })
})

test('sentences end at stops, not at initials, titles or times', () => {
  expect(sentencesOf('Cllr. A. Wren came at 10.00 a.m. She said so. “Did she?” Yes.')).toEqual([
    'Cllr. A. Wren came at 10.00 a.m. She said so.',
    '“Did she?”',
    'Yes.',
  ])
})

test('lines keep their places whatever breaks them', () => {
  const text = 'a\r\nb\n\nc\fd\re'
  fc.assert(
    fc.property(fc.constantFrom(text, `${text}${text}`), each =>
      linesOf(each).every(line => each.slice(line.start, line.end).trim() === line.text),
    ),
  )
  expect(linesOf(text).map(line => [line.number, line.text, line.page])).toEqual([
    [1, 'a', 1],
    [2, 'b', 1],
    [3, '', 1],
    [4, 'c', 1],
    [4, 'd', 2],
    [5, 'e', 2],
  ])
})
