import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import { assessments, careEpisodes, involvements, missingEpisodes, protectionPlans } from '#records'
import { record } from '../../indicators/fixture.ts'
import { populationOn, riskOf } from './population.ts'
import { compare, coverageOf, methodInWords, type Sample, sampleFrom } from './sample.ts'

const on = dayOf(2026, 3, 31) ?? 0
const history = record()
  .child('on a plan')
  .had(involvements, { startedOn: '2026-01-05', team: 'N', worker: 'W1' })
  .had(protectionPlans, { startedOn: '2026-02-01', latestCategory: 'NEG', earlierPlans: 1 })
  .had(missingEpisodes, { startedOn: '2025-12-01', kind: 'M' })
  .child('in care elsewhere', { bornOn: '2025-10-01', disabled: true })
  .had(careEpisodes, { startedOn: '2026-01-05', team: 'S', worker: 'W2', outsideArea: true })
  .child('allocated')
  .had(involvements, { startedOn: '2026-01-05', team: 'N', worker: 'W1' })
  .had(assessments, { startedOn: '2025-12-05', authorisedOn: '2026-01-20', factors: '3B 24A' })
  .child('closed')
  .had(involvements, { startedOn: '2025-01-05', endedOn: '2026-03-31', team: 'N', worker: 'W1' })
  .child('to come')
  .had(involvements, { startedOn: '2026-04-01', team: 'N', worker: 'W1' })
  .history()
const population = populationOn(history, on, id => `ref of ${id}`)

test('the population is who is open at the end of the day, with team, worker, plan and themes', () => {
  expect(population.toSorted((a, b) => (a.child < b.child ? -1 : 1))).toEqual([
    {
      child: 'ref of allocated',
      team: 'N',
      worker: 'W1',
      plan: 'other',
      themes: ['domestic abuse', 'exploitation'],
      risk: 3,
    },
    {
      child: 'ref of in care elsewhere',
      team: 'S',
      worker: 'W2',
      plan: 'care',
      themes: ['baby', 'disability', 'outside the area'],
      risk: 3,
    },
    {
      child: 'ref of on a plan',
      team: 'N',
      worker: 'W1',
      plan: 'protection',
      themes: ['again on a plan', 'missing', 'neglect'],
      risk: riskOf('protection', ['again on a plan', 'missing', 'neglect']),
    },
  ])
})

const drawn = { method: { kind: 'random' }, size: 2, seed: 5 } as const
const first = sampleFrom(population, drawn)
const sample: Sample = {
  ...drawn,
  id: 'one',
  title: 'March',
  toolKey: 'whole-case-file',
  asOf: on,
  extracts: ['x'],
  extractId: 'x',
  drawnAt: new Date(0),
  drawnBy: 'The quality lead',
  populationSha256: first.populationSha256,
  populationSize: first.populationSize,
}

test('drawn again it is the same, in whatever order the records come', () => {
  expect(compare(sample, first.children, population.toReversed())).toEqual({ kind: 'same' })
  expect(first.populationSha256).toMatch(/^[0-9a-f]{64}$/)
})

test('a changed population shows, and so does a changed sample', () => {
  const moved = population.map((each, n) => (n === 0 ? { ...each, worker: 'W9' } : each))
  expect(compare(sample, first.children, moved).kind).toBe('other population')
  const swapped = first.children.map((each, n) => (n === 0 ? { ...each, childRef: 'other' } : each))
  expect(compare(sample, swapped, population)).toEqual({ kind: 'other children', places: [1] })
})

test('who was never audited comes first, by team, plan and theme', () => {
  const coverage = coverageOf(population, new Set(['ref of in care elsewhere']))
  expect(coverage.teams.map(each => [each.name, each.audited])).toEqual([
    ['N', 0],
    ['S', 1],
  ])
  expect(coverage.themes.at(-1)?.audited).toBe(1)
  expect(coverage).toMatchObject({ children: 3, audited: 1 })
  expect(methodInWords({ kind: 'themed', theme: 'neglect' })).toBe('By theme: neglect')
})
