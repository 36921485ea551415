import { expect, test } from 'vitest'
import { careEpisodes } from '#records'
import { childrenInCare } from './definitions/ca01-children-in-care.ts'
import { evaluate } from './evaluate.ts'
import { membersOf } from './explain.ts'
import { monthNamed, record } from './fixture.ts'
import { usualStandards } from './local-standards.ts'

const made = record()
  .child('fostered')
  .had(careEpisodes, { startedOn: '2025-01-06', startReason: 'S', placementType: 'U6' })
  .child('moved')
  .had(careEpisodes, {
    startedOn: '2025-01-06',
    endedOn: '2026-03-02',
    startReason: 'S',
    endReason: 'X1',
    placementType: 'U6',
  })
  .had(careEpisodes, { startedOn: '2026-03-02', startReason: 'P', placementType: 'K2' })
  .child('away for a night')
  .had(careEpisodes, {
    startedOn: '2025-01-06',
    endedOn: '2026-03-31',
    startReason: 'S',
    endReason: 'X1',
    placementType: 'K2',
  })
  .had(careEpisodes, { startedOn: '2026-03-31', startReason: 'T', placementType: 'T1' })
  .child('nobody wrote it down')
  .had(careEpisodes, { startedOn: '2025-01-06', startReason: 'S' })

const month = monthNamed('2026-03')

test('a child in care counts where they live at the end of the month, a night away left aside', () => {
  const [figures] = evaluate(made.history(), [childrenInCare], {
    from: month,
    to: month,
    population: new Map(),
  })
  const placed = (figures?.series ?? []).filter(({ slice }) => slice.dimension === 'placement')
  expect(placed.map(({ slice, numerators }) => [slice.name, numerators[0]])).toEqual([
    ['Foster care', 1],
    ['Children’s home', 2],
    ['Not recorded', 1],
  ])
  // CA01 is not counted by provider.
  expect(figures?.series.some(({ slice }) => slice.dimension === 'provider')).toBe(false)
})

test('the children behind the part are those that were counted', () => {
  const slice = { dimension: 'placement', name: 'Children’s home' } as const
  const members = membersOf(made.history(), childrenInCare, month, slice, usualStandards)
  expect(members.map(({ child }) => child)).toEqual(['moved', 'away for a night'])
})
