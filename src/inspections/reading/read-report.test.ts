import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaSend, focusedVisit, ilacs2023, sif, sif2014, youthJustice } from './invented.ts'
import { pagesOf } from './lines.ts'
import { readReport } from './read-report.ts'
import type { Found, Recommendation, ReportReading } from './reading.ts'

function report(pages: readonly string[]): ReportReading {
  const reading = readReport(pages)
  if (reading.kind !== 'report') throw new Error(reading.message)
  return reading
}

const grades = (reading: ReportReading): Record<string, string> =>
  Object.fromEntries(reading.grades.map(({ value }) => [value.judgement, value.grade]))
const words = (found: readonly Found<Recommendation>[]): readonly string[] =>
  found.map(({ value }) => value.words)

const asked = [
  ['The speed with which children at risk are seen.'],
  ['Plans that children can read, in words of fewer than', 'four syllables.'],
  ['Supervision.'],
]

describe('a report of January 2023', () => {
  const reading = report(ilacs2023(asked))

  it('says whose it is, of when, and under which framework', () => {
    expect(reading.authority?.value).toBe('Ambershire')
    expect(reading.fieldwork?.value).toMatchObject({ start: '2023-02-06', end: '2023-02-17' })
    expect(reading.framework.value).toBe('ilacs-2023')
    expect(reading.visit.value).toBe('full inspection')
    expect(reading.inspectorate).toBe('Ofsted')
  })

  it('pairs labels and grades of several lines, and trusts more what is said twice', () => {
    expect(grades(reading)).toEqual({
      leadership: 'requires-improvement',
      'help-and-protection': 'good',
      'children-in-care': 'requires-improvement',
      'care-leavers': 'outstanding',
      overall: 'requires-improvement',
    })
    const confidence = new Map(reading.grades.map(each => [each.value.judgement, each.confidence]))
    expect(confidence.get('help-and-protection')).toBe('certain')
    expect(confidence.get('leadership')).toBe('likely')
  })

  it('finds the recommendations over a page, whole, with their places', () => {
    expect(words(reading.recommendations)).toEqual(asked.map(lines => lines.join(' ')))
    expect(reading.recommendations.map(found => found.places.map(place => place.page))).toEqual([
      [2],
      [2, 3],
      [3],
    ])
    expect(reading.recommendations[1]?.places).toEqual([
      { page: 2, firstLine: 4, lastLine: 4 },
      { page: 3, firstLine: 1, lastLine: 1 },
    ])
  })

  it('keeps the role of the lead inspector and not the name', () => {
    expect(reading.leadInspectorRole?.value).toBe('His Majesty’s Inspector')
    expect(JSON.stringify(reading)).not.toContain('A Name')
  })

  it('says what it looked for and did not find', () => {
    expect(reading.notFound.map(each => each.what)).toEqual(['the date of publication'])
  })
})

describe('a single inspection of 2016', () => {
  const reading = report(sif)

  it('reads the statement, the table and the board’s effectiveness', () => {
    expect(grades(reading)).toEqual({
      overall: 'requires-improvement',
      'help-and-protection': 'inadequate',
      'children-in-care': 'requires-improvement',
      adoption: 'good',
      'care-leavers': 'outstanding',
      leadership: 'requires-improvement',
      'safeguarding-board': 'good',
    })
    expect(reading.published?.value).toBe('2017-03-03')
    expect(reading.authority?.value).toBe('Ambershire')
  })

  it('keeps numbers, points and paragraphs, and mends hyphens, notes and pages', () => {
    expect(reading.recommendations.map(({ value }) => value)).toEqual([
      {
        number: '1',
        words:
          'Ensure that visits to children are made on the days that were agreed with them, and that pre-proceedings work is prompt. (Paragraphs 30 and 112)',
        points: [],
        paragraphs: [30, 112],
        group: null,
      },
      {
        number: '2',
        words: 'Improve plans so that:',
        points: ['they are short', 'they are read, and kept where the child can find them.'],
        paragraphs: [],
        group: null,
      },
      {
        number: '3',
        words: 'Tell every child what became of what they asked, and keep a note of their answer.',
        points: [],
        paragraphs: [],
        group: null,
      },
    ])
    expect(reading.recommendations[2]?.places.map(place => place.page)).toEqual([3, 4])
  })

  it('keeps what is asked of the board apart', () => {
    expect(words(reading.boardRecommendations)).toEqual(['Meet more often than the moon.'])
  })
})

describe('a single inspection of 2015', () => {
  const reading = report(sif2014)

  it('carries numbers through headings, and ends at the strengths', () => {
    expect(reading.recommendations.map(({ value }) => [value.number, value.group])).toEqual([
      ['9', 'Priority and immediate action: Leadership, management and governance'],
      ['10', 'Areas for improvement: Leadership, management and governance'],
      ['11', 'Care leavers'],
    ])
    expect(words(reading.strengths)).toEqual(['The boats are counted very well.'])
  })

  it('pairs grades above and below their labels, and numbers that are wrong', () => {
    expect(grades(reading)).toMatchObject({
      overall: 'good',
      'help-and-protection': 'requires-improvement',
      leadership: 'outstanding',
    })
    expect(reading.fieldwork?.value).toMatchObject({ start: '2015-06-01', end: '2015-06-25' })
  })
})

describe('a report from April 2026', () => {
  it('has no overall judgement, and nothing is missed for it', () => {
    const pages = ilacs2023(asked).map(page =>
      page
        .split('\n')
        .filter(line => !line.includes('Overall effectiveness'))
        .join('\n')
        .replaceAll('6 to 17 February 2023', '11 to 15 May 2026'),
    )
    const reading = report(pages)
    expect(reading.framework.value).toBe('ilacs-2026')
    expect(Object.keys(grades(reading))).toEqual([
      'leadership',
      'help-and-protection',
      'children-in-care',
      'care-leavers',
    ])
    expect(reading.notFound.map(each => each.what)).toEqual(['the date of publication'])
  })
})

describe('what does not agree', () => {
  it('is said, and the grade is for a person to check', () => {
    const pages = ilacs2023(asked).map(page =>
      page.replace('care leavers: outstanding', 'care leavers: good'),
    )
    const reading = report(pages)
    const leavers = reading.grades.find(each => each.value.judgement === 'care-leavers')
    expect(leavers?.value.grade).toBe('outstanding')
    expect(leavers?.confidence).toBe('check')
    expect(reading.doubts).toHaveLength(1)
  })

  it('is a date after which the framework had ended, or a number left out', () => {
    const late = ilacs2023(asked).map(page => page.replaceAll('February 2023', 'February 2027'))
    expect(report(late).doubts.join()).toContain('ILACS 2023')
    const gap = sif.map(page => page.replace('3.    Tell', '4.    Tell'))
    expect(report(gap).doubts.join()).toContain('2 is followed by 4')
  })
})

describe('other visits and inspectorates', () => {
  it('reads a monitoring visit, whose letter tells of the inspection before', () => {
    const reading = report([
      [
        '3 June 2019',
        '',
        'Dear Director',
        '',
        'Monitoring visit of Ambershire children’s services',
        '',
        'This letter summarises the findings of the monitoring visit to Ambershire children’s',
        'services on 7 and 8 May 2019. It was the second since the inspection of services for',
        'children in need of help and protection, which found them inadequate.',
        '',
        'Areas covered by the visit',
      ].join('\n'),
    ])
    expect(reading.visit.value).toBe('monitoring visit')
    expect(reading.authority?.value).toBe('Ambershire')
    expect(reading.fieldwork?.value).toMatchObject({ start: '2019-05-07', end: '2019-05-08' })
    expect(reading.grades).toEqual([])
    expect(reading.notFound.map(each => each.what)).toContain('recommendations')
  })

  it('reads a joint targeted area inspection, which has no grades', () => {
    const reading = report([
      [
        'Joint targeted area inspection of Ambershire',
        '',
        'Inspection dates: 4 to 8 March 2024',
        '',
        'What needs to improve?',
        '',
        '◼ Who rings whom, and when.',
        '',
        'Next steps',
      ].join('\n'),
    ])
    expect(reading.framework.value).toBe('jtai')
    expect(reading.authority?.value).toBe('Ambershire')
    expect(words(reading.recommendations)).toEqual(['Who rings whom, and when.'])
  })

  it('reads a focused visit', () => {
    const reading = report(focusedVisit)
    expect(reading.visit.value).toBe('focused visit')
    expect(reading.authority?.value).toBe('Ambershire')
    expect(reading.fieldwork?.value).toMatchObject({ start: '2019-02-12', end: '2019-02-13' })
    expect(reading.published?.value).toBe('2019-03-14')
    expect(words(reading.recommendations)).toEqual([
      'The speed of answers to those who ring.',
      'Thresholds.',
    ])
  })

  it('reads the ratings of youth justice, whose names differ by their numbers', () => {
    const reading = report(youthJustice)
    expect(reading.framework.value).toBe('hmip-youth-2018')
    expect(reading.authority?.value).toBe('Ambershire')
    expect(grades(reading)).toEqual({
      overall: 'good',
      '1.1': 'good',
      '1.2': 'outstanding',
      '2.1': 'requires-improvement',
      '3.1': 'inadequate',
    })
    expect(reading.recommendations.map(({ value }) => [value.number, value.group])).toEqual([
      ['1', 'The Ambershire Youth Justice Service should'],
      ['2', 'The Ambershire Youth Justice Service should'],
    ])
  })

  it('reads the outcome of an area SEND inspection, and what has no bullets', () => {
    const reading = report(areaSend)
    expect(grades(reading)).toEqual({ overall: 'inconsistent' })
    expect(reading.authority?.value).toBe('Ambershire')
    expect(words(reading.recommendations)).toEqual([
      'Leaders should write plans that say who does what and by when.',
      'Health partners should shorten the wait for an assessment.',
    ])
  })
})

describe('what is no report', () => {
  const code = (text: string): string => {
    const reading = readReport(pagesOf(text))
    return reading.kind === 'report' ? 'report' : reading.code
  }
  const filling = 'The canal was calm and the heron stood where it always stands. '.repeat(8)

  it('is answered with a sentence', () => {
    expect(code('')).toBe('no-text')
    expect(code('\f\f  \n\f')).toBe('no-text')
    expect(code('Page 1 of 2')).toBe('no-text')
    expect(code(`School report\nInspection of Amber Primary School\n${filling}`)).toBe(
      'another-inspectorate',
    )
    expect(code(`Care Quality Commission\nAmber Hospital\n${filling}`)).toBe('another-inspectorate')
    expect(code(`Dear Director\n\nPlease find enclosed what we promised.\n${filling}`)).toBe(
      'covering-letter',
    )
    expect(
      code(`Dear Director\n\nInspection of Ambershire’s children’s services\n\n${filling}`),
    ).toBe('covering-letter')
    expect(code(`Recipe for soup\n${filling}`)).toBe('not-a-report')
    expect(code(`Cabinet, 3 May 2023\n${ilacs2023(asked).join('\f')}`)).toBe('not-a-report')
  })
})

describe('whatever is asked', () => {
  const word = fc.constantFrom(
    'children',
    'visits',
    'plans',
    'well-being',
    'oversight',
    'of',
    'the',
    'schools,',
  )
  const line = fc.array(word, { minLength: 3, maxLength: 9 }).map(all => all.join(' '))
  const item = fc.tuple(fc.array(line, { maxLength: 3 }), line).map(([lines, last]) => {
    const all = [...lines, last.replace(/,$/, '')]
    return all.map((each, at) => (at === 0 ? `The ${each}` : each))
  })

  it('is found in order and in full', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), items => {
        const dotted = items.map(lines =>
          lines.map((each, at) => (at === lines.length - 1 ? `${each}.` : each)),
        )
        expect(words(report(ilacs2023(dotted)).recommendations)).toEqual(
          dotted.map(lines => lines.join(' ')),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('never throws, and gives places that exist', () => {
    const piece = fc.constantFrom(
      'Inspection of Amber local authority children’s services',
      'What needs to improve?',
      'Recommendations',
      '◼ x',
      '1. y',
      '999. z',
      '   ',
      '',
      'Overall effectiveness      Good',
      'The experiences and progress of children in care   good',
      'Dear',
      '31 February 2020',
      '(Paragraph 3–2)',
      '2',
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), { maxLength: 5 }),
        lines => {
          const pages = lines.map(each => each.join('\n').replaceAll('\f', ''))
          const reading = readReport(pages)
          if (reading.kind !== 'report') return
          for (const { places } of [...reading.recommendations, ...reading.grades])
            for (const place of places) {
              const rows = pages[place.page - 1]?.split('\n').length ?? 0
              expect(place.firstLine).toBeGreaterThan(0)
              expect(place.lastLine).toBeLessThanOrEqual(rows)
            }
        },
      ),
      { numRuns: 200 },
    )
  })
})
