import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { involvements, needEpisodes, teams } from '#records'
import { indicator, openAtMonthEnd } from './definition.ts'
import { evaluate } from './evaluate.ts'
import { monthNamed, record } from './fixture.ts'
import { teamNamesOf, whyNotRename, withTeamNames } from './team-names.ts'

const rename = (was: string, now: string, from = 0) => ({ was, now, from })

describe('names', () => {
  test('lead through every change to the name of now', () => {
    const names = teamNamesOf([rename('A', 'B', 1), rename('B', 'C', 2), rename('X', 'C', 3)])
    expect(names.nameNow('A')).toBe('C')
    expect(names.nameNow('other')).toBe('other')
    expect(names.before('C').map(each => each.was)).toEqual(['X', 'B', 'A'])
    expect(names.before('B')).toEqual([])
  })

  test('of a circle go on for ever in nobody’s page, and are refused where they are entered', () => {
    expect(teamNamesOf([rename('A', 'B'), rename('B', 'A')]).nameNow('A')).toBe('B')
    const names = teamNamesOf([rename('A', 'B')])
    expect(whyNotRename(names, rename('B', 'A'))).toBe('B is itself what A became.')
    expect(whyNotRename(names, rename('A', 'C'))).toMatch(/already known/)
    expect(whyNotRename(names, rename('D', 'D'))).toMatch(/the same/)
    expect(whyNotRename(names, rename('C', 'A'))).toBeNull()
  })

  test('whatever is entered one after another, names come to an end and the end has no other name', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 12 }), pairs => {
        let taken = teamNamesOf([])
        for (const [was, now] of pairs) {
          const one = rename(was, now)
          if (whyNotRename(taken, one) === null) taken = teamNamesOf([...taken.renames, one])
        }
        for (const each of ['A', 'B', 'C', 'D', 'E']) {
          const end = taken.nameNow(each)
          expect(taken.renames.some(({ was }) => was === end)).toBe(false)
        }
      }),
    )
  })
})

const inNeed = indicator('T1', {
  name: 'Children in need',
  family: 'Test',
  words: { everyone: 'children in need at the end of the month' },
  source: [],
  of: needEpisodes,
  when: openAtMonthEnd,
  eachChildOnce: true,
  good: 'neutral',
})

test('two teams that became one are one from the beginning, and nobody counts twice', () => {
  const made = record()
    .child('')
    .had(teams, { team: 'T1', name: 'Old one', locality: 'East' })
    .had(teams, { team: 'T2', name: 'Old two', locality: 'West' })
    .had(teams, { team: 'T3', name: 'New', locality: 'South' })
    .child('a')
    .had(needEpisodes, { startedOn: '2026-01-05', team: 'T1' })
    .child('b')
    .had(needEpisodes, { startedOn: '2026-01-05', team: 'T2' })
    .child('c')
    .had(needEpisodes, { startedOn: '2026-01-05', team: 'T3' })
    .had(involvements, { startedOn: '2026-01-05', team: 'T3', worker: 'w' })
  const month = monthNamed('2026-03')
  const slices = (history: ReturnType<typeof made.history>) =>
    Object.fromEntries(
      (
        evaluate(history, [inNeed], { from: month, to: month, population: new Map() })[0]?.series ??
        []
      )
        .filter(({ slice }) => ['county', 'team', 'locality'].includes(slice.dimension))
        .map(({ slice, numerators }) => [slice.name || slice.dimension, numerators[0]]),
    )
  expect(slices(made.history())).toEqual({
    county: 3,
    'Old one': 1,
    'Old two': 1,
    New: 1,
    East: 1,
    West: 1,
    South: 1,
  })
  const names = teamNamesOf([rename('Old one', 'New'), rename('Old two', 'New')])
  expect(slices(withTeamNames(made.history(), names))).toEqual({ county: 3, New: 3, South: 3 })
  expect(withTeamNames(made.history(), teamNamesOf([]))).toBe(made.history())
})
