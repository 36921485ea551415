import { expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '#calendar'
import {
  allLists,
  assessments,
  careEpisodes,
  careReviews,
  children,
  conferences,
  consolidate,
  contacts,
  enquiries,
  type Fields,
  type History,
  involvements,
  type List,
  type ListName,
  missingEpisodes,
  needEpisodes,
  protectionPlans,
  referrals,
  tableBuilder,
  teams,
  type ValuesOf,
  visits,
} from '#records'
import { childOfRef, childRef, refPattern } from './child-ref.ts'
import { journeyOf } from './journey.ts'
import { lasting, quarterOf } from './steps/words.ts'
import { teamOfChild } from './team-of-child.ts'

const on = (text: string): number => parseIsoDay(text) ?? Number.NaN

function historyOf(...rows: readonly (readonly [List, string, object])[]): History {
  const builders = new Map(allLists.map(list => [list.name as string, tableBuilder<Fields>(list)]))
  for (const [list, child, values] of rows) {
    // as: the row of a test has the fields of its list.
    builders.get(list.name)?.add(child, values as Partial<ValuesOf<Fields>>)
  }
  const asOf = on('2026-03-31')
  return consolidate([
    {
      extract: 'spring',
      asOf,
      tables: new Map(
        [...builders].map(([name, builder]) => [name as ListName, builder.build()] as const),
      ),
      coverage: allLists.map(list => ({ list: list.name, from: on('2020-01-01'), to: asOf })),
    },
  ])
}

const known = historyOf(
  [teams, '', { team: 'T1', name: 'North' }],
  [children, 'A', { bornOn: on('2015-06-01'), sex: 'F', ethnicity: 'WBRI', disabled: false }],
  [contacts, 'A', { receivedOn: on('2024-01-02'), source: '2A' }],
  [referrals, 'A', { referredOn: on('2024-01-03'), source: '6', team: 'T1' }],
  [needEpisodes, 'A', { startedOn: on('2024-01-03'), primaryNeed: 'N1', team: 'T1' }],
  // Easter Monday, 1 April 2024, and Good Friday are not working days.
  [assessments, 'A', { startedOn: on('2024-03-25'), authorisedOn: on('2024-04-05'), childSeen: true }],
  [enquiries, 'A', { startedOn: on('2024-04-08'), endedOn: on('2024-04-12') }],
  [conferences, 'A', { heldOn: on('2024-04-29'), ledToPlan: true }],
  [protectionPlans, 'A', { startedOn: on('2024-04-29'), endedOn: on('2025-01-20'), firstCategory: 'NEG' }],
  [visits, 'A', { visitedOn: on('2024-05-01'), kind: 'protection', seenAlone: true }],
  [visits, 'A', { visitedOn: on('2024-05-20'), kind: 'protection', seenAlone: false }],
  [visits, 'A', { visitedOn: on('2024-07-02'), kind: 'protection' }],
  [careEpisodes, 'A', { startedOn: on('2025-01-20'), startReason: 'S', legalStatus: 'C1', placementType: 'U6' }],
  [careReviews, 'A', { heldOn: on('2025-02-14'), participation: 'PN1' }],
  [missingEpisodes, 'A', { startedOn: on('2025-08-01'), endedOn: on('2025-08-03'), kind: 'M', interviewOffered: true }],
  [children, 'B', {}],
  [involvements, 'B', { startedOn: on('2022-01-01'), endedOn: on('2023-01-01'), team: 'T1' }],
  [needEpisodes, 'B', { startedOn: on('2025-05-05'), endedOn: on('2025-04-05') }],
) // biome-ignore format: a row a line

test('a journey tells what happened in the order of time, each with its extract', () => {
  const { who, steps } = journeyOf(known, 0)
  expect(who).toEqual({
    id: 'A',
    bornOn: on('2015-06-01'),
    sex: 'F',
    ethnicity: 'WBRI',
    disabled: false,
  })
  expect(steps.map(step => `${isoDay(step.on)} ${step.title}`)).toEqual([
    '2024-01-02 Contact from a school',
    '2024-01-03 Referral from the police',
    '2024-01-03 Children’s social care began to support the child',
    '2024-03-25 Assessment began',
    '2024-04-08 Enquiry into whether the child was safe (section 47)',
    '2024-04-29 Child protection conference',
    '2024-04-29 Child protection plan began, because of neglect',
    '2024-05-20 2 visits from April to June 2024',
    '2024-07-02 1 visit from July to September 2024',
    '2025-01-20 Child protection plan ended',
    '2025-01-20 Came into care, under an interim care order',
    '2025-01-20 Lived with foster carers',
    '2025-02-14 Review of the child’s care',
    '2025-08-01 Went missing',
  ])
  expect(new Set(steps.map(step => step.extract))).toEqual(new Set(['spring']))
})

test('an assessment says its working days, without Good Friday and Easter Monday', () => {
  const { steps } = journeyOf(known, 0)
  const says = steps.find(step => step.title === 'Assessment began')?.says
  expect(says).toEqual(['It took 7 working days.', 'The child was seen.'])
})

test('visits are counted a quarter, with how often the child was seen alone', () => {
  const { steps } = journeyOf(known, 0)
  expect(steps.find(step => step.title.startsWith('2 visits'))?.says).toEqual([
    'Visits under the child protection plan.',
    'The child was seen alone in 1 of 2.',
  ])
  expect(steps.find(step => step.title.startsWith('1 visit'))?.says).toHaveLength(1)
})

test('times in need, on a plan and in care are spells; an open one has no end', () => {
  const { need, plan, care } = journeyOf(known, 0)
  expect(need).toEqual([{ from: on('2024-01-03'), to: null }])
  expect(plan).toEqual([{ from: on('2024-04-29'), to: on('2025-01-20') }])
  expect(care).toEqual([{ from: on('2025-01-20'), to: null }])
})

test('what cannot be so is said and not drawn', () => {
  const { doubts, need } = journeyOf(known, 1)
  expect(need).toEqual([])
  expect(doubts.map(each => each.says)).toEqual([
    'There is no date of birth.',
    'There is no ethnicity.',
    'There is no sex.',
    'It ends on 5 April 2025, before it begins on 5 May 2025.',
  ])
  expect(journeyOf(known, 0).doubts).toEqual([])
})

test('the team of a child is that of the latest allocation, or else of the latest row that has one', () => {
  expect(teamOfChild(known, 0)).toBe('North')
  expect(teamOfChild(known, 1)).toBe('North')
  expect(teamOfChild(historyOf([children, 'C', {}]), 0)).toBe('')
})

test('a reference finds its child, names nobody, and is another in another council or installation', () => {
  const ref = childRef('secret', '916', 'A')
  expect(ref).toMatch(refPattern)
  expect(ref).not.toContain('A916')
  expect(childOfRef('secret', '916', known, ref)).toBe(0)
  expect(childOfRef('secret', '916', known, childRef('secret', '916', 'B'))).toBe(1)
  expect(childOfRef('secret', '917', known, ref)).toBeNull()
  expect(childOfRef('other', '916', known, ref)).toBeNull()
})

test.each([
  ['2026-01-01', '2026-01-01', '0 days'],
  ['2026-01-01', '2026-01-02', '1 day'],
  ['2026-01-01', '2026-02-05', '5 weeks'],
  ['2024-04-29', '2025-01-20', '8 months'],
  ['2020-01-31', '2022-01-31', '2 years'],
  ['2020-01-01', '2022-04-01', '2 years and 3 months'],
])('from %s to %s is %s', (from, to, words) => {
  expect(lasting(on(from), on(to))).toBe(words)
})

test('a quarter is three months of a calendar year', () => {
  expect(quarterOf(on('2025-12-31')).words).toBe('October to December 2025')
  expect(quarterOf(on('2026-01-01')).words).toBe('January to March 2026')
})
