import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { teamLines } from './of-teams.ts'
import type { TeamCount } from './put-right.ts'

const count = (asOf: string, team: string, times: number): TeamCount => ({
  extract: asOf,
  asOf: parseIsoDay(asOf) ?? 0,
  team,
  effect: 'value-refused',
  code: 'date-impossible',
  count: times,
})

test('an extract in which nothing of a team was refused counts as none, and not as a gap', () => {
  const lines = teamLines([
    count('2026-01-31', 'North', 3),
    count('2026-02-28', 'South', 1),
    count('2026-03-31', 'North', 2),
    count('2026-03-31', 'North', 5),
  ])
  const north = lines.find(each => each.team === 'North')
  expect(north?.now).toBe(7)
  expect(north?.reading.points.map(point => point.value)).toEqual([3, 0, 7])
  expect(lines.map(each => each.team)).toEqual(['North', 'South'])
})

test('a team that has had nothing to put right for two extracts has no line', () => {
  const lines = teamLines([
    count('2026-01-31', 'North', 3),
    count('2026-02-28', 'South', 1),
    count('2026-03-31', 'South', 1),
  ])
  expect(lines.map(each => each.team)).toEqual(['South'])
})

test('without any extract there are no lines', () => {
  expect(teamLines([])).toEqual([])
})
