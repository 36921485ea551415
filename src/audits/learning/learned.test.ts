import { expect, test } from 'vitest'
import { reachOf, trendInWords } from './learned.ts'

test('a trend is called one only where its interval is without 0', () => {
  expect(trendInWords({ trend: null })).toBe('Fewer than 10: no trend is claimed')
  expect(trendInWords({ trend: { difference: 0.2, low: 0.05, high: 0.31 } })).toBe(
    'In more audits than the year before: +5 to +31 percentage points',
  )
  expect(trendInWords({ trend: { difference: 0.1, low: -0.05, high: 0.2 } })).toBe(
    'No change shown: −5 to +20 percentage points',
  )
  expect(trendInWords({ trend: { difference: -0.2, low: -0.3, high: -0.1 } })).toContain('fewer')
})

test('who has read is counted by team, as they were when they read it', () => {
  const colleagues = [
    { id: 'a', teams: ['South'] },
    { id: 'b', teams: ['North', 'South'] },
  ]
  const readings = [
    { personId: 'a', teams: ['North'] },
    { personId: 'gone', teams: ['South'] },
  ]
  expect(reachOf(readings, colleagues)).toEqual([
    { team: 'North', read: 1, people: 2 },
    { team: 'South', read: 1, people: 2 },
  ])
})
