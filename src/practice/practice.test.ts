import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ac2Of, agreementOf, agreementWithIntervals, kappaOf, type Pair } from './agreement.ts'
import { gradeFrom, worstOf } from './grade.ts'
import { differenceInterval, exactInterval, wilsonInterval } from './interval.ts'
import { jargonIn, readingAge, syllablesOf } from './reading-age.ts'
import {
  type Candidate,
  coverageBy,
  draw,
  populationText,
  replacement,
  shareOut,
} from './sampling.ts'
import { severityOf } from './severity.ts'

/** 100 pregnancies by two abstractors: the example of Gwet’s package irrCAC, cont3x3abstractors. */
const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]

test('weighted kappa and AC2 are those that irrCAC publishes for its example', () => {
  // kappa2.table(cont3x3abstractors, weights = quadratic.weights(1:3))
  expect(kappaOf(abstractors)).toBeCloseTo(0.8921569, 7)
  // gwet.ac1.table(…, weights = quadratic.weights(1:3)), three decimals in its tests
  expect(ac2Of(abstractors)).toBeCloseTo(0.94, 3)
})

test('perfect agreement is 1, and one category alone leaves kappa unsaid', () => {
  const same: readonly Pair[] = [
    [0, 0],
    [1, 1],
    [2, 2],
  ]
  expect(agreementOf(same, 4)).toMatchObject({ exact: 1, adjacent: 1, kappa: 1 })
  expect(agreementOf([[1, 1]], 4).kappa).toBeNull()
  expect(agreementOf([], 4).exact).toBeNull()
})

test('agreement does not depend on who is first, and lies between its ends', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 40 }), pairs => {
      const one = agreementOf(pairs, 4)
      const other = agreementOf(
        pairs.map(([a, b]): Pair => [b, a]),
        4,
      )
      expect(other.ac2 ?? 0).toBeCloseTo(one.ac2 ?? 0, 10)
      expect(other.kappa ?? 0).toBeCloseTo(one.kappa ?? 0, 10)
      expect(one.adjacent ?? 0).toBeGreaterThanOrEqual(one.exact ?? 1)
      expect(one.kappa ?? 0).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

test('an interval holds its measure, and the same seed gives the same one', () => {
  const pairs: Pair[] = abstractors.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): Pair => [a, b])),
  )
  const once = agreementWithIntervals(pairs, 3, { seed: 7 })
  expect(agreementWithIntervals(pairs, 3, { seed: 7 })).toEqual(once)
  expect(once.intervals.ac2?.low).toBeLessThan(0.94)
  expect(once.intervals.ac2?.high).toBeGreaterThan(0.94)
  // irrCAC gives 0.905 to 0.976 by its formula; the bootstrap comes close to it.
  expect(once.intervals.ac2?.low).toBeCloseTo(0.905, 1)
  expect(once.intervals.ac2?.high).toBeCloseTo(0.976, 1)
})

test('40 audits with 30 % inadequate say 17 to 47 %', () => {
  const interval = exactInterval(12, 40)
  expect(Math.round((interval?.low ?? 0) * 100)).toBe(17)
  expect(Math.round((interval?.high ?? 0) * 100)).toBe(47)
  expect(exactInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.3085, 4) })
  expect(exactInterval(0, 0)).toBeNull()
})

test('differences are those of Newcombe’s paper (1998, table II, method 10)', () => {
  // (a) 56/70 less 48/80: 0.0524 to 0.3339. (b) 9/10 less 3/10: 0.1705 to 0.8090.
  const a = differenceInterval(
    { numerator: 48, denominator: 80 },
    { numerator: 56, denominator: 70 },
  )
  expect([a?.low, a?.high]).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)])
  const b = differenceInterval({ numerator: 3, denominator: 10 }, { numerator: 9, denominator: 10 })
  expect([b?.low, b?.high]).toEqual([expect.closeTo(0.1705, 4), expect.closeTo(0.809, 4)])
})

test('Wilson’s interval of 15 of 148 is 0.0624 to 0.1605 (Newcombe 1998, table I)', () => {
  const interval = wilsonInterval({ numerator: 15, denominator: 148 })
  expect([interval?.low, interval?.high]).toEqual([
    expect.closeTo(0.0624, 4),
    expect.closeTo(0.1605, 4),
  ])
})

const candidate = (n: number): Candidate => ({
  child: `child-${String(n).padStart(3, '0')}`,
  team: `team ${n % 3}`,
  worker: `worker ${n % 7}`,
  plan: n % 4 === 0 ? 'protection' : 'in need',
  themes: n % 5 === 0 ? ['neglect'] : [],
  risk: (n % 10) + 1,
})
const population = Array.from({ length: 120 }, (_, n) => candidate(n))
const methods = [
  { kind: 'random' },
  { kind: 'stratified' },
  { kind: 'risk-weighted' },
  { kind: 'themed', theme: 'neglect' },
] as const

test('a sample can be drawn again, in whatever order the population comes', () => {
  for (const method of methods) {
    const drawn = draw(population, { method, size: 20, seed: 11 })
    expect(draw(population.toReversed(), { method, size: 20, seed: 11 })).toEqual(drawn)
    expect(new Set(drawn.map(each => each.child)).size).toBe(20)
  }
  expect(populationText(population)).toBe(populationText(population.toReversed()))
})

test('strata have their share, and each has one where there are places enough', () => {
  const drawn = draw(population, { method: { kind: 'stratified' }, size: 24, seed: 3 })
  const strata = new Set(population.map(each => `${each.team} ${each.plan}`))
  expect(new Set(drawn.map(each => `${each.team} ${each.plan}`))).toEqual(strata)
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 100 }),
      (sizes, places) => {
        const given = shareOut(sizes, places)
        const all = sizes.reduce((a, b) => a + b, 0)
        expect(given.reduce((a, b) => a + b, 0)).toBe(Math.min(all, places))
        expect(given.every((count, i) => count >= 0 && count <= (sizes[i] ?? 0))).toBe(true)
      },
    ),
  )
})

test('more risk is drawn more often', () => {
  const means = Array.from({ length: 40 }, (_, seed) => {
    const drawn = draw(population, { method: { kind: 'risk-weighted' }, size: 20, seed })
    return drawn.reduce((sum, each) => sum + each.risk, 0) / drawn.length
  })
  expect(means.reduce((a, b) => a + b, 0) / means.length).toBeGreaterThan(6)
})

test('a child who cannot be audited is replaced by the next of the same draw', () => {
  const drawn = { method: { kind: 'random' }, size: 5, seed: 2 } as const
  const sample = draw(population, drawn)
  const next = replacement(population, drawn, new Set(sample.map(each => each.child)))
  expect(next).toEqual(draw(population, { ...drawn, size: 6 })[5])
  expect(replacement([], drawn, new Set())).toBeNull()
})

test('the least audited come first in the map of who was reached', () => {
  const reach = coverageBy(population, new Set(['child-000', 'child-003']), each => each.team)
  expect(reach.at(-1)).toEqual({ name: 'team 0', children: 40, audited: 2 })
})

test('severity is what is left when the work is the same', () => {
  const given = Array.from({ length: 12 }, (_, n) => n).flatMap(work => [
    { auditor: 'strict', work: `w${work}`, rank: (work % 3) + 1 },
    { auditor: 'mild', work: `w${work}`, rank: work % 3 },
  ])
  const alone = { auditor: 'alone', work: 'other', rank: 3 }
  const severity = severityOf([...given, alone])
  expect(severity.map(each => [each.auditor, each.severity])).toEqual([
    ['mild', expect.closeTo(-0.5, 6)],
    ['strict', expect.closeTo(0.5, 6)],
  ])
})

test('grades are read as people write them, and anything else is none', () => {
  expect(
    ['Good', 'RI', 'requires improvement to be good', 'INADEQUATE', 'O'].map(gradeFrom),
  ).toEqual(['good', 'requires improvement', 'requires improvement', 'inadequate', 'outstanding'])
  expect(gradeFrom('quite good')).toBeNull()
  expect(worstOf(['good', 'inadequate', 'outstanding'])).toBe('inadequate')
})

test('a text for families is told from one for the file', () => {
  const plain = 'You told us that you miss your brother. We will ask if you can see him each week.'
  const file =
    'The multi-disciplinary assessment identified significant developmental considerations necessitating comprehensive intervention.'
  expect(readingAge(plain)).toBeLessThan(11)
  expect(readingAge(file)).toBeGreaterThan(18)
  expect(readingAge('Too short')).toBeNull()
  expect(['cat', 'table', 'family', 'home'].map(syllablesOf)).toEqual([1, 2, 3, 1])
})

test('words that families would not use are marked where they stand', () => {
  const text = 'The LAC had contact with siblings. A case is open, and dna is in cells.'
  expect(jargonIn(text).map(each => text.slice(each.start, each.end))).toEqual([
    'LAC',
    'contact',
    'siblings',
    'case',
  ])
  const more =
    'Two placements, with a sibling. Contact us in case of need, and your PEPs with peers.'
  expect(jargonIn(more).map(({ words }) => words)).toEqual([
    'placement',
    'siblings',
    'PEP',
    'peers',
  ])
})

test('where all agree the interval is exact, and no draw makes it none', () => {
  const pairs = Array.from({ length: 55 }, (_, k): readonly [number, number] => [k % 4, k % 4])
  const { exact, adjacent } = agreementWithIntervals(pairs, 4).intervals
  // Clopper and Pearson where all are alike: from 0.025 to the power of 1/55, to 1.
  expect(exact?.low).toBeCloseTo(0.9351, 4)
  expect(exact?.high).toBe(1)
  expect(adjacent).toEqual(exact)
})
