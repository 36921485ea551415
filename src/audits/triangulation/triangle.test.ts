import { check, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import {
  besideCounty,
  caseloadBeside,
  chanceOf,
  disagreeing,
  type TeamSeen,
  together,
  unsaid,
} from './triangle.ts'

const county = { numerator: 300, denominator: 1000 }
const share = (numerator: number, denominator: number, good: 'high' | 'low' = 'high') =>
  besideCounty('A share', { numerator, denominator }, county, good)

test('a view is said only with ten or more and the county outside the interval', () => {
  // 12 of 40: between 17 % and 47 %.
  expect(share(12, 40)).toMatchObject({ view: 'unsaid', county: 0.3 })
  expect(share(30, 40)?.view).toBe('good')
  expect(share(30, 40, 'low')?.view).toBe('poor')
  expect(share(2, 40)?.view).toBe('poor')
  expect(share(9, 9)?.view).toBe('unsaid')
  expect(share(10, 10)?.view).toBe('good')
  expect(share(0, 0)).toBeNull()
})

test('caseloads are held beside the share of workers', () => {
  const whole = { numerator: 1700, denominator: 100 }
  expect(caseloadBeside({ numerator: 170, denominator: 10 }, whole)?.view).toBe('unsaid')
  expect(caseloadBeside({ numerator: 260, denominator: 10 }, whole)).toMatchObject({
    view: 'poor',
    share: 26,
    county: 17,
  })
  expect(caseloadBeside({ numerator: 90, denominator: 10 }, whole)?.view).toBe('good')
  expect(caseloadBeside({ numerator: 4, denominator: 0 }, whole)).toBeNull()
})

test('figures that contradict each other say nothing together', () => {
  expect(together([share(30, 40), share(12, 40), null], '').view).toBe('good')
  expect(together([share(30, 40), share(2, 40)], '')).toMatchObject({
    view: 'unsaid',
    words: 'Some are above the county and some below.',
  })
  expect(together([null], 'None')).toEqual(unsaid('None'))
  expect(together([share(1, 4)], '').words).toBe('Fewer than 10.')
})

test('good timeliness with poor audits is a disagreement, and what cannot be said is none', () => {
  const teams: readonly TeamSeen[] = [
    { team: 'Agreed', views: { audits: together([share(30, 40)], '') } },
    {
      team: 'Apart',
      views: {
        audits: together([share(2, 40)], ''),
        timeliness: together([share(30, 40)], ''),
        use: unsaid(''),
      },
    },
  ]
  expect(disagreeing(teams)).toEqual([{ team: 'Apart', good: ['timeliness'], poor: ['audits'] }])
  expect(chanceOf(teams)).toEqual({ judged: 3, said: 3, byChance: 0 })
})

test('no figure is good for high and for low alike', () => {
  const parts = tuple(integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 }))
  const opposite = property(parts, ([counted, rest]) => {
    const [high, low] = [share(counted, counted + rest), share(counted, counted + rest, 'low')]
    const turned = { good: 'poor', poor: 'good', unsaid: 'unsaid' } as const
    return high === null ? low === null : low?.view === turned[high.view]
  })
  expect(check(opposite).failed).toBe(false)
})
