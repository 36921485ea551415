import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleConstitution, isoDay, isWorkingDay, parseIsoDay, weekdayOf } from '#calendar'
import { docOfText } from '#kit/documents/doc-of-text.ts'
import { lettersAt, moved, numbersOf, runningFrom, standardFor, usualAgenda } from './agenda.ts'
import { attendanceWords, quorumStatement } from './attendance-words.ts'
import { clashesOf, overlaps } from './clashes.ts'
import { agendaDeadline, clearDaysBetween, datesOf, shortNoticeOf } from './dates.ts'
import { mergeEdits, readWas } from './editing.ts'
import { exemptLine, resolutionToExclude } from './exemptions.ts'
import { romanOf } from './front-sheet.ts'
import { pagesOfDoc, startsOf } from './lay-out.ts'
import { labelsIn, numberPages, pagesWords } from './page-labels.ts'
import { clockFrom } from './pages/fields.ts'
import { standardIn, standardText } from './pages/settings.ts'

const day = (iso: string): number => parseIsoDay(iso) ?? Number.NaN
const council = { kind: 'scrutiny', access: 'council' } as const
const aDay = fc.integer({ min: day('2013-01-01'), max: day('2028-12-31') })

describe('by when an agenda is out', () => {
  test.each([
    ['2017-09-18', '2017-09-08'],
    ['2020-01-16', '2020-01-08'],
    ['2022-06-22', '2022-06-14'],
    ['2022-09-27', '2022-09-16'],
    ['2025-01-07', '2024-12-27'],
  ])('the meeting of %s asks for it by %s', (heldOn, due) => {
    expect(isoDay(agendaDeadline(council, day(heldOn)).due)).toBe(due)
    expect(isoDay(agendaDeadline({ kind: 'cabinet', access: 'executive' }, day(heldOn)).due)).toBe(
      due,
    )
  })

  test('a body without a law has its own days', () => {
    const board = { kind: 'improvement board', access: 'none' } as const
    const habits = { agendaDays: 2, papersDays: 1 }
    expect(isoDay(agendaDeadline(board, day('2026-11-25'), habits).due)).toBe('2026-11-20')
  })

  test('published by the last day it is not short, and a day later it is, by one clear day', () => {
    fc.assert(
      fc.property(aDay, heldOn => {
        fc.pre(isWorkingDay(heldOn))
        const { due } = agendaDeadline(council, heldOn)
        expect(shortNoticeOf(council, heldOn, due)).toBeNull()
        expect(shortNoticeOf(council, heldOn, due + 1)?.days).toBeLessThanOrEqual(5)
        expect(clearDaysBetween(due, heldOn)).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  test('four clear days are told with what the law knows instead', () => {
    const short = shortNoticeOf(council, day('2017-09-18'), day('2017-09-11'))
    expect(short).toMatchObject({ days: 4, wanted: 5 })
    expect(short?.grounds.map(({ key }) => key)).toEqual(['shorter notice', 'urgent item'])
    const executive = shortNoticeOf(
      { kind: 'cabinet', access: 'executive' },
      day('2017-09-18'),
      day('2017-09-11'),
    )
    expect(executive?.grounds[0]?.law?.paragraph).toBe('regulation 6(2)(b)')
  })

  test('questions have dates where the constitution lets them be asked, and nowhere else', () => {
    const keys = (kind: 'scrutiny' | 'management') =>
      datesOf({ kind, access: 'council' }, day('2026-12-10'), exampleConstitution).map(
        ({ key }) => key,
      )
    expect(keys('scrutiny')).toContain('public questions')
    expect(keys('management')).toEqual(['papers', 'agenda'])
  })

  test('the executive gives 28 clear days’ notice of what it takes in private', () => {
    const cabinet = { kind: 'cabinet', access: 'executive' } as const
    const dates = datesOf(cabinet, day('2022-06-22'), exampleConstitution, { hasExempt: true })
    const notice = dates.find(({ key }) => key === 'private')
    expect(isoDay(notice?.deadline.due ?? 0)).toBe('2022-05-24')
  })
})

describe('numbers of items', () => {
  const item = (id: string, position: number, number = '', isOut = false) => ({
    id,
    position,
    number,
    publishedAt: isOut ? new Date(0) : null,
  })

  test('before the agenda is out they follow its order', () => {
    const numbers = numbersOf([item('b', 2), item('a', 1), item('c', 3)], 262)
    expect(['a', 'b', 'c'].map(id => numbers.get(id))).toEqual(['262', '263', '264'])
  })

  test('what was published keeps its number, what comes between has a letter', () => {
    const numbers = numbersOf(
      [item('a', 1, '1', true), item('x', 2), item('y', 3), item('b', 4, '2', true), item('z', 5)],
      1,
    )
    expect(['a', 'x', 'y', 'b', 'z'].map(id => numbers.get(id))).toEqual([
      '1',
      '1a',
      '1b',
      '2',
      '3',
    ])
  })

  test('no number is given out twice, whatever came out when', () => {
    const items = fc.array(fc.boolean(), { maxLength: 30 }).map(outs => {
      let number = 0
      return outs.map((isOut, at) => item(`i${at}`, at, isOut ? String(++number) : '', isOut))
    })
    fc.assert(
      fc.property(items, all => {
        const given = [...numbersOf(all, 1).values()]
        expect(new Set(given).size).toBe(all.length)
      }),
    )
  })

  test('running numbers go on after the highest', () => {
    expect(runningFrom([{ number: '261' }, { number: '7a' }])).toBe(262)
    expect(runningFrom([])).toBe(1)
  })

  test('one place up and one down again is where it was', () => {
    expect(moved(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'nobody', 'down')).toEqual(['a', 'b', 'c'])
  })

  test('standard items name the meeting before, or leave its minutes out', () => {
    const usual = usualAgenda('scrutiny', exampleConstitution)
    const titles = standardFor(usual, day('2026-11-09')).map(({ title }) => title)
    expect(titles).toContain('Minutes of the meeting of 9 November 2026')
    expect(standardFor(usual, null).some(({ kind }) => kind === 'minutes')).toBe(false)
    expect(standardIn(standardText(usual))).toEqual(usual)
  })
})

describe('numbers of pages', () => {
  const paper = (
    id: string,
    length: number,
    replaced: { first: string; last: string } | null = null,
  ) => ({
    id,
    length,
    replaced,
  })

  test('they go on through a pack, and a replaced paper’s successor has letters', () => {
    const { labels, last } = numberPages(
      [paper('a', 2), paper('b', 3, { first: '12', last: '14' }), paper('c', 1)],
      77,
      new Set(['12', '13', '14']),
    )
    expect(labels.get('a')).toEqual(['77', '78'])
    expect(labels.get('b')).toEqual(['12a', '12b', '12c'])
    expect(labels.get('c')).toEqual(['79'])
    expect(last).toBe(79)
    expect(pagesWords({ first: '1', last: '8' })).toBe('Pages 1 to 8')
    expect(pagesWords({ first: '12a', last: '12a' })).toBe('Page 12a')
  })

  test('a paper that replaces a replacement goes on with the letters', () => {
    const used = new Set(['12', '12a', '12b'])
    const { labels } = numberPages([paper('d', 2, { first: '12a', last: '12b' })], 80, used)
    expect(labels.get('d')).toEqual(['12c', '12d'])
  })

  test('a range gives back the labels that were given out, and none is given twice', () => {
    const papers = fc.array(
      fc.record({ length: fc.integer({ min: 1, max: 60 }), again: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(papers, fc.integer({ min: 1, max: 500 }), (sizes, first) => {
        const range = { first: String(first), last: String(first) }
        const numbered = numberPages(
          sizes.map(({ length, again }, at) => paper(`p${at}`, length, again ? range : null)),
          first + 1,
          new Set([String(first)]),
        )
        const given = [...numbered.labels.values()]
        expect(new Set(given.flat()).size).toBe(given.flat().length)
        for (const own of given)
          expect(labelsIn({ first: own[0] ?? '', last: own.at(-1) ?? '' })).toEqual(own)
      }),
    )
  })

  test('letters and Roman numerals', () => {
    expect([0, 25, 26].map(lettersAt)).toEqual(['a', 'z', 'aa'])
    expect([1, 4, 9, 14].map(romanOf)).toEqual(['i', 'iv', 'ix', 'xiv'])
  })

  test('each page begins with the first block whose words are on it', () => {
    const doc = docOfText('Report', '3.1 First words.\n\n3.2 Second words.\n\n3.3 Third words.')
    expect(startsOf(doc, ['3.1 First\nwords. 3.2 Sec-\nond words.', '3.3 Third words.'])).toEqual([
      0, 2,
    ])
    // A paragraph over two pages: the next begins on the third.
    expect(
      startsOf(doc, ['3.1 First words. 3.2 Second words.', 'and more of it', '3.3 Third words.']),
    ).toEqual([0, 2, 2])
    expect(pagesOfDoc(doc, [0, 2]).map(blocks => blocks.length)).toEqual([2, 1])
  })
})

describe('two at one form', () => {
  test('what only the other changed comes in, what was typed stays, and both are told', () => {
    const merged = mergeEdits(
      { venue: 'A', title: '', time: '10:00' },
      { venue: 'B', title: 'Theirs', time: '10:00' },
      { venue: 'A', title: 'Mine', time: '11:00' },
    )
    expect(merged.values).toEqual({ venue: 'B', title: 'Mine', time: '11:00' })
    expect(merged.crossings).toEqual([
      { field: 'venue', was: 'A', now: 'B', both: false },
      { field: 'title', was: '', now: 'Theirs', both: true },
    ])
  })

  test('nobody crosses whom nobody crossed, and the same change is none', () => {
    const words = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string())
    fc.assert(
      fc.property(words, words, (was, typed) => {
        expect(mergeEdits(was, was, typed)).toEqual({ values: typed, crossings: [] })
        expect(mergeEdits(was, { ...was, ...typed }, { ...was, ...typed }).crossings).toEqual([])
      }),
    )
  })

  test('line ends of a browser are no change, and what is not ours is not read', () => {
    expect(mergeEdits({ a: 'x\ny' }, { a: 'x\r\ny' }, { a: 'x\r\ny' }).crossings).toEqual([])
    expect([readWas('nonsense'), readWas('[1]'), readWas(undefined)]).toEqual([null, null, null])
    expect(readWas('{"a":"x","b":1}')).toEqual({ a: 'x' })
  })
})

describe('what stands in the way', () => {
  const slot = {
    id: 'new',
    bodyId: 'b1',
    heldOn: day('2027-01-19'),
    startsAt: '10:00',
    endsAt: '11:00',
    venue: 'Room 1',
  }
  const about = { recesses: [], sharing: () => 2, nameOf: () => 'The board' }

  test('people and rooms clash where the times do', () => {
    const other = {
      ...slot,
      id: 'o',
      bodyId: 'b2',
      startsAt: '10:30',
      endsAt: null,
      venue: 'room 1 ',
    }
    expect(clashesOf(slot, [other], about).map(({ kind }) => kind)).toEqual(['people', 'room'])
    expect(clashesOf(slot, [{ ...other, startsAt: '11:00' }], about)).toEqual([])
    expect(
      clashesOf(slot, [{ ...other, bodyId: 'b1', startsAt: '15:00' }], about).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['same body'])
  })

  test('whether two overlap does not depend on which is asked', () => {
    const time = fc.record({
      h: fc.integer({ min: 0, max: 21 }),
      m: fc.integer({ min: 0, max: 59 }),
      ends: fc.boolean(),
    })
    const at = ({ h, m, ends }: { h: number; m: number; ends: boolean }) => {
      const two = (number: number) => String(number).padStart(2, '0')
      return {
        ...slot,
        startsAt: `${two(h)}:${two(m)}`,
        endsAt: ends ? `${two(h + 1)}:${two(m)}` : null,
      }
    }
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(overlaps(at(a), at(b))).toBe(overlaps(at(b), at(a)))
        expect(overlaps(at(a), at(a))).toBe(true)
      }),
    )
  })

  test('a weekend and a holiday are named', () => {
    const [clash] = clashesOf({ ...slot, heldOn: day('2027-03-29') }, [], about)
    expect(clash?.words).toContain('Easter Monday')
    expect(weekdayOf(day('2027-03-29'))).toBe(1)
  })
})

describe('who was there', () => {
  const one = (name: string, more: object = {}) => ({
    name,
    capacity: '',
    organisation: '',
    seat: 'member' as const,
    votes: 'all' as const,
    how: 'present' as const,
    standsInFor: '',
    ...more,
  })

  test('the chair first, substitutes with whom they stand in for, and each as titled', () => {
    const words = attendanceWords([
      one('Councillor Ben'),
      one('Councillor Ada', { seat: 'chair' }),
      one('Councillor Cy', { how: 'substitute', standsInFor: 'Councillor Dee' }),
      one('Councillor Dee', { how: 'apologies' }),
      one('Eve', { seat: 'none', votes: 'none', how: 'in attendance', capacity: 'Director' }),
    ])
    expect(words.lines).toEqual([
      'Present: Councillor Ada (chair); Councillor Ben; Councillor Cy (substitute for Councillor Dee)',
      'Apologies: Councillor Dee',
      'In attendance: Eve, Director',
    ])
  })

  test('those without a full vote do not make a quorum', () => {
    const co = one('Fay', { votes: 'education', seat: 'statutory co-optee' })
    expect(quorumStatement([one('Ben'), co], 2).isQuorate).toBe(false)
    expect(quorumStatement([one('Ben'), one('Ada', { how: 'virtual' }), co], 2).words).toBe(
      'The meeting was quorate: 2 people who may vote were there, and 2 are needed.',
    )
    expect(quorumStatement([], null).isQuorate).toBe(false)
  })
})

test('what is exempt is named by its paragraph, and the resolution by its law', () => {
  const exempt = {
    paragraph: 3,
    confidential: false,
    words: 'A contract.',
    publicInterest: 'Bids.',
  }
  expect(exemptLine(exempt)).toContain('financial or business affairs')
  expect(exemptLine(exempt)).not.toContain('Bids')
  const items = [
    { number: '8', exempt },
    { number: '9', exempt: { ...exempt, paragraph: 1 } },
    { number: '1', exempt: null },
  ]
  const words = resolutionToExclude(items, 'council')
  expect(words).toContain('items 8 and 9')
  expect(words).toContain('paragraphs 1 and 3 of part 1 of Schedule 12A to that Act')
  expect(resolutionToExclude(items, 'executive')).toContain('regulation 4(2) of SI 2012/2089')
})

test('times as people write them', () => {
  expect(['10:00', '10.30', '2pm', '12 am', '9.05 am'].map(clockFrom)).toEqual([
    '10:00',
    '10:30',
    '14:00',
    '00:00',
    '09:05',
  ])
  expect(['10', '25:00', '10:60', 'soon', '13 pm', ''].map(clockFrom)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
