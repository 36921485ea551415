import { expect, test } from 'vitest'
import type { SeriesPoint } from '#signals'
import { buildIssue, type Counted, type CountedLine } from '../issue/build.ts'
import type { Issue } from '../issue/contents.ts'
import { publishedFigures } from '../api/issues.ts'
import {
  factsOf,
  indicatorShown,
  indicatorsShown,
  rowsOfIssue,
  sentenceShown,
  signalShown,
} from './figures.view.ts'

const months = Array.from({ length: 15 }, (_, place) => {
  const month = place + 1
  return month <= 12 ? `2025-${String(month).padStart(2, '0')}` : `2026-0${month - 12}`
})

const line = (
  name: string,
  pairOf: (place: number) => readonly [yes: number, no: number],
): CountedLine => ({
  name,
  points: months.map((period, place): SeriesPoint => {
    const [yes, no] = pairOf(place)
    return { period, numerator: yes, denominator: yes + no, value: (yes / (yes + no)) * 100 }
  }),
})

/** A county of which some numbers are kept back; `hidden` is what they are and nobody may know. */
function issueOf(hidden: number): Issue {
  const small = hidden
  const counted: Counted = {
    code: 'AS01',
    name: 'Assessments in time',
    family: 'Assessment',
    unit: 'percentage',
    measure: '',
    good: 'high',
    means: 'Of the assessments, the share in time.',
    caution: '',
    version: 1,
    extracts: ['An extract'],
    // In the third month the whole county has few: its chart has a gap there.
    county: line('', place => (place === 2 ? [small, 60 - small] : [70, 30])),
    breakdowns: [
      {
        by: 'locality',
        parts: [
          line('North', place => (place === 2 ? [1, 30 - 1] : [small, 23 - small])),
          line('South', place => (place === 2 ? [small - 1, 31 - small] : [27 - small, small])),
          line('West', place => (place === 2 ? [0, 0] : [43, 7])),
        ],
      },
    ],
  }
  const { contents } = buildIssue('Nowhere', months, [counted], [])
  return {
    number: 1,
    title: 'Figures',
    corrects: null,
    reason: '',
    preparedBy: 'Analyst',
    approvedBy: 'Director',
    publishedAt: new Date('2026-04-20T10:00:00Z'),
    contents,
  }
}

/** Everything that anybody gets of an issue, in every form. */
function everything(issue: Issue): string {
  const { contents } = issue
  const pages = contents.indicators.map(each => [
    indicatorShown(contents, each).toString(),
    sentenceShown(signalShown(contents, each), each),
    JSON.stringify(rowsOfIssue(contents, each)),
  ])
  return [
    factsOf(issue, null).toString(),
    indicatorsShown(contents, code => code).toString(),
    ...pages.flat(),
    JSON.stringify(publishedFigures(issue)),
    JSON.stringify(contents),
  ].join('\n')
}

test.each([3, 4, 5])(
  'nothing that anybody gets depends on a number that is kept back: 2 or %i',
  hidden => {
    expect(everything(issueOf(hidden))).toBe(everything(issueOf(2)))
  },
)

test('it does depend on what is shown', () => {
  const issue = issueOf(2)
  const shown = everything(issue)
  expect(shown).toContain('100')
  expect(rowsOfIssue(issue.contents, issue.contents.indicators[0] ?? fail())[2]).toEqual(
    expect.arrayContaining(['2025-03', 'c', 60, 'c']),
  )
  expect(shown.match(/chart__dot/g)?.length).toBe((months.length - 1) * 2)
})

function fail(): never {
  throw new Error('There is no indicator.')
}
