import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, parseIsoDay } from '#calendar'
import type { Viewer } from '#people'
import {
  askedLastTime,
  type Board,
  challengeMeasure,
  isIndependent,
  meetingAt,
  meetingsBetween,
  type Question,
  questionState,
} from './board.ts'
import { historyOf, whatChanged } from './history.ts'
import { isEmbargoed, type Inspection, mayReadInspection } from './inspection.ts'
import { earliestEnd, nextReview, whyNotLifted } from './intervention.ts'
import { movesOf } from './moves.ts'
import { markedPages, proposalOf } from './proposal.ts'
import { readReport } from './reading/index.ts'
import { ilacs2023, sif } from './reading/invented.ts'
import { statementDates } from './statement.ts'

const day = (iso: string): number => parseIsoDay(iso) ?? Number.NaN
const viewer = (id: string, role: Viewer['roles'][number]): Viewer => ({
  id,
  name: id,
  authority: 'A',
  roles: [role],
  teams: [],
})

const inspection: Inspection = {
  id: 'i',
  kind: 'full',
  framework: 'ilacs-2018',
  title: 'One',
  theme: null,
  visitNumber: null,
  beganOn: day('2022-01-31'),
  endedOn: day('2022-02-11'),
  teamSize: 6,
  receivedOn: day('2022-04-01'),
  embargoedUntil: null,
  embargoLiftedOn: null,
  readers: [],
  publishedOn: null,
  summary: '',
  statement: 'full',
  letter: null,
  stagesDone: [],
  documentId: null,
  judgements: [],
  points: [],
}

describe('an embargo', () => {
  const until = day('2022-05-09')
  const held = { ...inspection, embargoedUntil: until, readers: ['reader'], publishedOn: until }

  it('lets named readers in and nobody else, whatever their role', () => {
    expect(mayReadInspection(held, viewer('reader', 'clerk'), until - 1)).toBe(true)
    for (const role of ['administrator', 'director', 'adviser', 'board-partner'] as const)
      expect(mayReadInspection(held, viewer('other', role), until - 1)).toBe(false)
    expect(mayReadInspection({ ...held, readers: [''] }, viewer('', 'public'), until - 1)).toBe(
      false,
    )
  })

  it('ends on its day, or when it is lifted', () => {
    expect(isEmbargoed(held, until)).toBe(false)
    expect(isEmbargoed({ ...held, embargoLiftedOn: until - 5 }, until - 5)).toBe(false)
    expect(mayReadInspection(held, viewer('other', 'board-partner'), until)).toBe(true)
  })

  it('or none: what was never published stays within', () => {
    expect(mayReadInspection(inspection, viewer('a', 'team-manager'), until)).toBe(true)
    expect(mayReadInspection(inspection, viewer('a', 'member'), until)).toBe(false)
  })
})

describe('the dates of a statement', () => {
  const any = { boardDates: [], cabinetDates: [], keyDecision: true, callIn: null }

  it('are those of the published example: received 1 April 2022, due 15 July 2022', () => {
    const { dues, route, nothing } = statementDates(inspection, day('2022-04-02'), any)
    expect(nothing).toBeNull()
    expect(dues.map(({ deadline }) => deadline.due)).toEqual([day('2022-05-18'), day('2022-07-15')])
    expect(dues.every(({ deadline }) => deadline.steps.length > 2)).toBe(true)
    expect(route?.verdict).toBe('fits')
  })

  it('have a draft at 20 working days where action has priority', () => {
    const asked = { ...inspection, statement: 'priority' as const }
    const { dues } = statementDates(asked, day('2022-04-02'), any)
    expect(dues).toHaveLength(3)
    expect(dues[0]?.deadline.length).toBe(20)
  })

  it('give way to a letter with its reason, and say when the way no longer fits', () => {
    const letter = { due: day('2022-07-29'), reason: 'the letter of 9 May says so' }
    const told = statementDates({ ...inspection, letter }, day('2022-07-25'), any)
    expect(told.route?.due).toBe(letter.due)
    expect(told.route?.because.join(' ')).toContain('the letter of 9 May says so')
    expect(told.route?.verdict).not.toBe('fits')
  })

  it('say in a sentence why there are none', () => {
    expect(statementDates({ ...inspection, receivedOn: null }, 0, any).nothing).toContain('receipt')
    expect(statementDates({ ...inspection, statement: 'none' }, 0, any).nothing).toContain(
      'No statement',
    )
  })
})

describe('one history', () => {
  const grade = (judgement: string, words: 'good' | 'inadequate') => ({
    judgement,
    grade: words,
    words,
  })

  it('runs through grids, and says where they changed and what was judged together', () => {
    const history = historyOf([
      {
        ...inspection,
        id: 'b',
        judgements: [grade('children-in-care', 'good'), grade('overall', 'good')],
      },
      {
        ...inspection,
        id: 'a',
        framework: 'sif-2013',
        endedOn: day('2017-03-23'),
        judgements: [grade('care-leavers', 'inadequate'), grade('overall', 'inadequate')],
      },
      { ...inspection, id: 'c', kind: 'monitoring', endedOn: day('2018-03-01') },
      {
        ...inspection,
        id: 'd',
        kind: 'mock',
        framework: 'mock-inspection',
        judgements: [grade('leadership', 'good')],
      },
    ])
    const leavers = history.lines.find(({ strand }) => strand === 'care-leavers')
    expect(leavers?.marks.map(({ grade: each, shared }) => [each, shared])).toEqual([
      ['inadequate', false],
      ['good', true],
    ])
    expect(history.lines[0]?.marks.map(({ place }) => Math.round(place * 3))).toEqual([3, 1])
    expect(history.changes).toHaveLength(1)
    expect(history.changes[0]?.says).toContain(
      'no longer judged on its own: adoption, care leavers',
    )
    expect(history.visits.map(({ inspectionId }) => inspectionId)).toEqual(['c', 'd'])
  })

  it('says that April 2026 has no overall judgement', () => {
    expect(whatChanged('ilacs-2023', 'ilacs-2026')).toContain(
      'no longer judged on its own: overall',
    )
  })
})

describe('the calendar of a board', () => {
  const board: Board = {
    id: 'b',
    name: 'Board',
    chair: 'Independent chair',
    chairOrganisation: '',
    firstOn: day('2025-11-13'),
    weeks: 6,
    endedOn: null,
    members: [{ post: 'Director', organisation: 'The county council' }],
    moved: [],
  }

  it('goes from Christmas Day to the next working day and comes back to its weeks', () => {
    expect([0, 1, 2].map(nth => meetingAt(board, nth).on)).toEqual([
      day('2025-11-13'),
      day('2025-12-29'),
      day('2026-02-05'),
    ])
    expect(meetingAt(board, 1).because).toContain('Christmas Day')
  })

  it('never meets on a day that nobody works, and misses no meeting', () => {
    assert(
      property(
        integer({ min: day('2013-01-01'), max: day('2026-01-01') }),
        integer({ min: 1, max: 26 }),
        (firstOn, weeks) => {
          const meetings = meetingsBetween({ ...board, firstOn, weeks }, firstOn, firstOn + 730)
          expect(meetings.every(({ on }) => isWorkingDay(on))).toBe(true)
          const numbers = meetings.map(({ nth }) => nth)
          expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
          for (const { nth, on } of meetings) {
            const late = on - (firstOn + nth * weeks * 7)
            expect(late).toBeGreaterThanOrEqual(0)
            expect(late).toBeLessThanOrEqual(6)
          }
        },
      ),
    )
  })

  it('calls a chair independent who works for nobody at the table', () => {
    expect(isIndependent(board)).toBe(true)
    expect(isIndependent({ ...board, chairOrganisation: ' the County Council' })).toBe(false)
  })
})

describe('challenge', () => {
  const question: Question = {
    id: 'q',
    askedOn: 100,
    askedBy: 'Chair',
    organisation: '',
    words: 'Why?',
    owner: null,
    dueOn: 142,
    answer: null,
    answeredOn: null,
    followedWords: null,
    followedOn: null,
    effect: null,
    effectWords: null,
  }
  const answered = { ...question, answer: 'So.', answeredOn: 141 }
  const done = { ...answered, followedOn: 180, followedWords: 'Seen.', effect: 'changed' as const }

  it('is not over with an answer, nor with an effect that nobody knows', () => {
    expect(questionState(question, 142)).toBe('open')
    expect(questionState(question, 143)).toBe('late')
    expect(questionState(answered, 200)).toBe('answered')
    expect(questionState({ ...done, effect: 'not-known' }, 200)).toBe('followed up')
    expect(questionState(done, 200)).toBe('done')
  })

  it('is counted by what came of it', () => {
    expect(challengeMeasure([question, answered, done], 200)).toEqual({
      asked: 3,
      answered: 2,
      followed: 1,
      changed: 1,
      assured: 0,
      late: 1,
    })
    const asked = askedLastTime(
      [question, { ...done, askedOn: 50 }, { ...answered, askedOn: 50 }],
      100,
      200,
    )
    expect([asked.last.length, asked.earlier.length]).toEqual([1, 1])
  })
})

describe('an intervention', () => {
  const support = {
    kind: 'support' as const,
    issuedOn: day('2022-09-14'),
    minimumMonths: 12,
    reviewMonths: 6,
    liftedOn: null,
    reviews: [{ id: 'r', heldOn: day('2023-03-20'), words: '' }],
  }

  it('of support and supervision stands for twelve months', () => {
    expect(earliestEnd(support)).toBe(day('2023-09-14'))
    expect(whyNotLifted(support, day('2023-09-13'))).toBe('too-early')
    expect(whyNotLifted(support, day('2023-09-14'))).toBeNull()
    expect(whyNotLifted(support, day('2022-09-13'))).toBe('before-issue')
  })

  it('is reviewed six months after the last review', () => {
    expect(nextReview(support)).toBe(day('2023-09-20'))
    expect(nextReview({ ...support, liftedOn: 1 })).toBeNull()
  })
})

describe('a proposal', () => {
  it('holds every recommendation that was read, and marks the lines that each came from', () => {
    const pages = ilacs2023([['Short visits.'], ['Long plans that', 'run over a line.']])
    const reading = readReport(pages)
    if (reading.kind === 'not read') throw new Error(reading.message)
    const { values, points } = proposalOf(reading)
    expect(values).toMatchObject({
      kind: 'full',
      framework: 'ilacs-2023',
      beganOn: '6 February 2023',
      endedOn: '17 February 2023',
      statement: 'full',
      'grade-care-leavers': 'outstanding',
    })
    expect(points.map(({ words, page }) => [words, page])).toEqual([
      ['Short visits.', '2'],
      ['Long plans that run over a line.', '2'],
    ])
    const marked = markedPages(pages, reading).flatMap(({ number, lines }) =>
      lines
        .filter(({ marks }) => marks.includes('Recommendation 2'))
        .map(({ text }) => [number, text.trim()]),
    )
    expect(marked).toEqual([
      [2, '◼ Long plans that'],
      [3, 'run over a line.'],
    ])
  })

  it('keeps paragraph numbers and the board’s recommendations apart', () => {
    const reading = readReport(sif)
    if (reading.kind === 'not read') throw new Error(reading.message)
    const { points } = proposalOf(reading)
    expect(points[0]).toMatchObject({ number: '1', paragraphs: '30, 112', kind: 'recommendation' })
    expect(points.some(({ kind }) => kind === 'board')).toBe(true)
  })
})

it('finds who moved from inadequate to good, the quickest first', () => {
  const report = (id: string, about: string, on: number, overall: string) => ({
    id,
    about,
    inspectedOn: on,
    overall,
  })
  const moves = movesOf([
    report('1', 'Slowshire', 0, 'inadequate'),
    report('2', 'Slowshire', 900, 'requires-improvement'),
    report('3', 'Slowshire', 2000, 'good'),
    report('4', 'Quickshire', 0, 'inadequate'),
    report('5', 'quickshire', 700, 'outstanding'),
    report('6', 'Fallshire', 0, 'good'),
    report('7', 'Fallshire', 700, 'inadequate'),
  ])
  expect(moves.map(({ about, to }) => [about, to.id])).toEqual([
    ['Quickshire', '5'],
    ['Slowshire', '3'],
  ])
})
