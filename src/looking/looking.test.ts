import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { rankCorrelation, ranks } from './correlation.ts'
import { demoColleagues, demoLooking } from './demo.ts'
import { type Colleague, kindOf } from './looking.ts'
import { nudgeInWords, nudgesOn } from './nudges.ts'
import { mayOpen, reasonInWords } from './opening.ts'
import { correlationInWords, improvementOf, levelOf, standing, useAndPerformance } from './use.ts'

const today = parseIsoDay('2026-11-21') ?? 0

describe('who may open a record', () => {
  const none: readonly { readonly reason: 'audit' | null }[] = []
  const given = [{ reason: 'audit' as const }]
  test.each([
    ['who sees no child', 'none', ['North'], 'North', none, 'refuse'],
    ['of their own team', { teams: ['North'] }, ['North'], 'North', none, 'open'],
    ['of another team', { teams: ['North'] }, ['North'], 'South', given, 'refuse'],
    ['of no team', { teams: ['North'] }, ['North'], '', none, 'refuse'],
    ['of any team, not asked today', 'all', [], 'South', none, 'ask-reason'],
    ['of any team, opened without a reason', 'all', [], 'South', [{ reason: null }], 'ask-reason'],
    ['of any team, reason given today', 'all', [], 'South', given, 'open'],
    ['of no team, reason given today', 'all', [], '', given, 'open'],
    ['who sees all, of their own team', 'all', ['South'], 'South', none, 'open'],
  ] as const)('%s', (_, sight, ownTeams, team, openings, answer) => {
    expect(mayOpen({ sight, ownTeams }, team, openings)).toBe(answer)
  })
})

test('a reason is said in the words that were given', () => {
  expect(reasonInWords({ reason: null, words: '' })).toBe('A child of your own team')
  expect(reasonInWords({ reason: 'audit', words: '' })).toBe('I am auditing this record')
  expect(reasonInWords({ reason: 'other', words: 'A court asked' })).toBe('A court asked')
})

test.each([
  ['/', 'overview'],
  ['/indicators/:code', 'indicators'],
  ['/indicators/:code/children/:month', 'children'],
  ['/localities/:name', 'teams'],
  ['/children/:ref', 'record'],
  ['/me/looking', 'looking'],
  ['/about', 'other'],
])('%s is of the kind %s', (route, kind) => {
  expect(kindOf(route)).toBe(kind)
})

describe('rank correlation', () => {
  test('a published example: IQ and hours of television, rho = −29/165 (Wikipedia, Spearman)', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    const found = rankCorrelation(iq.map((x, place) => ({ x, y: hours[place] ?? 0 })))
    expect(found?.rho).toBeCloseTo(-29 / 165, 10)
    expect(found?.lower).toBeLessThan(-0.5)
    expect(found?.upper).toBeGreaterThan(0.4)
  })

  test('equal values share the mean of their places', () => {
    expect(ranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1])
  })

  test('with fewer than ten pairs, or nothing that varies, there is none', () => {
    const pairs = Array.from({ length: 9 }, (_, place) => ({ x: place, y: place }))
    expect(rankCorrelation(pairs)).toBeNull()
    expect(rankCorrelation([...pairs, { x: 9, y: 9 }])?.rho).toBe(1)
    expect(rankCorrelation(Array.from({ length: 12 }, (_, x) => ({ x, y: 4 })))).toBeNull()
  })

  test('it lies within its interval, which lies between -1 and 1, whichever way round', () => {
    const pair = fc.record({
      x: fc.integer({ min: 0, max: 30 }),
      y: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(pair, { minLength: 10, maxLength: 60 }), pairs => {
        const found = rankCorrelation(pairs)
        if (found === null) return
        const { rho, lower, upper } = found
        expect(lower).toBeGreaterThanOrEqual(-1)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThan(upper)
        expect(lower <= rho && rho <= upper).toBe(true)
        const other = rankCorrelation(pairs.map(({ x, y }) => ({ x, y: -y })))
        expect(other?.rho).toBeCloseTo(-rho, 10)
      }),
    )
  })
})

test('a team’s share is of three months together, and of no fewer than five children', () => {
  const month = (numerator: number | null, denominator: number | null) => ({
    numerator,
    denominator,
  })
  expect(levelOf([month(0, 50), month(1, 2), month(3, 4), month(null, null)])).toBeCloseTo(66.67, 1)
  expect(levelOf([month(1, 2), month(1, 2)])).toBeNull()
  const year = Array.from({ length: 15 }, (_, place) => month(place < 3 ? 5 : 8, 10))
  expect(improvementOf(year)).toBe(30)
  expect(improvementOf(year.slice(1))).toBe(30)
  expect(improvementOf(year.slice(3))).toBeNull()
})

test('where a team stands is its place among the teams that have the same figure', () => {
  const figures = new Map([
    ['A', new Map([['North', 90], ['South', 50], ['West', 70]])],
    ['B', new Map([['North', 10], ['East', 20]])],
  ]) // biome-ignore format: a figure a line
  expect(standing(figures)).toEqual(
    new Map([
      ['North', 0.5],
      ['South', 0],
      ['West', 0.5],
      ['East', 1],
    ]),
  )
})

test('use is pages for each person and week; a team without a figure is not compared', () => {
  const staff = ['a', 'b', 'c'].map(id => person(id, 'practitioner', 'North'))
  const found = useAndPerformance(
    { from: today - 83, to: today },
    [{ team: 'North', views: 72, people: 2 }],
    [...staff, person('d', 'practitioner', 'South')],
    new Map([['North', 80]]),
  )
  expect(found.points).toEqual([
    { team: 'North', use: 2, pages: 72, people: 3, performance: 80 },
    { team: 'South', use: 0, pages: 0, people: 1, performance: null },
  ])
  expect(found.correlation).toBeNull()
  expect(correlationInWords(null, 1)).toContain('fewer than 10')
})

test('what the coefficient says never goes beyond its interval', () => {
  const say = (lower: number, upper: number) =>
    correlationInWords({ rho: 0.2, lower, upper, pairs: 20 }, 20)
  expect(say(0.1, 0.3)).toMatch(/^Teams that look more tend to do better/)
  expect(say(-0.1, 0.5)).toMatch(/^There is no clear link/)
  expect(say(-0.5, -0.1)).toMatch(/^Teams that look more tend to do less well/)
})

function person(id: string, role: Colleague['roles'][number], team: string): Colleague {
  return { id, name: id, roles: [role], teams: [team] }
}

describe('nudges', () => {
  const colleagues = [
    person('m', 'team-manager', 'North'),
    person('n', 'team-manager', 'South'),
    person('p', 'practitioner', 'West'),
  ]
  const known = {
    colleagues,
    lastLooks: new Map([
      ['North', today - 13],
      ['South', today - 14],
    ]),
    recordedSince: today - 200,
    conversations: [],
  }
  test('a manager is nudged on the fourteenth day, and not before', () => {
    expect(nudgesOn(today, known).map(each => each.team)).toEqual(['South'])
    expect(nudgesOn(today + 1, known).map(each => each.team)).toEqual(['South', 'North'])
    const [nudge] = nudgesOn(today, known)
    expect(nudge && nudgeInWords(nudge)).toContain('since 7 November 2026, 14 days ago')
  })
  test('nothing is said of a time in which looking was not recorded', () => {
    expect(nudgesOn(today, { ...known, lastLooks: new Map(), recordedSince: null })).toEqual([])
    const young = { ...known, lastLooks: new Map(), recordedSince: today - 13 }
    expect(nudgesOn(today, young)).toEqual([])
    const [first] = nudgesOn(today + 1, young)
    expect(first && nudgeInWords(first)).toContain('in the 14 days since this is recorded')
  })
  test('a conversation counts from the day since when nobody has looked', () => {
    const held = (days: number) => ({
      team: 'South',
      heldOn: today - days,
      with: 'n',
      agreed: 'Something',
      recordedBy: 'd',
      recordedAt: new Date(0),
    })
    const of = (days: number) => nudgesOn(today, { ...known, conversations: [held(days)] })[0]
    expect(of(2)?.conversation?.heldOn).toBe(today - 2)
    expect(of(30)?.conversation).toBeNull()
  })
})

describe('the looking of the demonstration', () => {
  const teams = Array.from({ length: 20 }, (_, place) => ({
    name: `Team ${place}`,
    does: place / 20,
  }))
  const made = demoLooking(7, teams, today)

  test('is the same for the same seed', () => {
    expect(demoLooking(7, teams, today)).toEqual(made)
    expect(demoLooking(8, teams, today).views).not.toEqual(made.views)
  })

  test('is on weekdays before today, by people of the team', () => {
    const people = new Map(
      demoColleagues(teams.map(each => each.name)).map(each => [each.id, each]),
    )
    for (const { viewer, at, teams: own } of made.views) {
      expect([0, 6]).not.toContain(at.getUTCDay())
      expect(at.getTime()).toBeLessThan(today * 86_400_000)
      expect(people.get(viewer)?.teams).toEqual(own)
    }
  })

  test('leaves three teams to be nudged, and one conversation', () => {
    const lastLooks = new Map<string, number>()
    for (const { teams: own, at } of made.views)
      for (const team of own)
        lastLooks.set(
          team,
          Math.max(lastLooks.get(team) ?? 0, Math.floor(at.getTime() / 86_400_000)),
        )
    const { colleagues, conversations } = made
    const known = { colleagues, lastLooks, recordedSince: today - 180, conversations }
    const nudges = nudgesOn(today, known)
    expect(nudges.map(each => each.team).toSorted()).toEqual(['Team 0', 'Team 1', 'Team 2'])
    expect(nudges.filter(each => each.conversation !== null)).toHaveLength(1)
  })

  test('goes with performance, and not by much', () => {
    const rhos = [1, 2, 3, 4, 5, 6].map(seed => {
      const { views, colleagues } = demoLooking(seed, teams, today)
      const uses = teams.map(({ name }) => ({
        team: name,
        views: views.filter(view => view.teams.includes(name)).length,
        people: 1,
      }))
      const does = new Map(teams.map(each => [each.name, each.does]))
      const found = useAndPerformance({ from: today - 180, to: today }, uses, colleagues, does)
      return found.correlation?.rho ?? 0
    })
    const mean = rhos.reduce((sum, rho) => sum + rho, 0) / rhos.length
    expect(mean).toBeGreaterThan(0.2)
    expect(mean).toBeLessThan(0.95)
  })
})
