import { expect, test } from 'vitest'
import { closureOf, disagreements, effectOf } from './loop.ts'

test('a loop is closed when somebody else verified it and the same was audited again', () => {
  const closure = closureOf([
    { foundOn: 0, verifiedOn: 20, againOn: 60 },
    { foundOn: 0, verifiedOn: 90, againOn: 60 },
    { foundOn: 0, verifiedOn: 10, againOn: null },
    { foundOn: 0, verifiedOn: null, againOn: 30 },
  ])
  expect(closure).toMatchObject({ found: 4, closed: 2, days: 60 })
  expect(closure.interval?.low).toBeGreaterThan(0)
  expect(closureOf([])).toEqual({ found: 0, closed: 0, interval: null, days: null })
})

test('the effect of looking again has its interval, and few pairs claim nothing', () => {
  const effect = effectOf([
    { before: 'inadequate', after: 'good' },
    { before: 'good', after: 'good' },
    { before: 'good', after: 'requires improvement' },
  ])
  expect(effect).toMatchObject({ pairs: 3, better: 1, same: 1, worse: 1, enough: false })
  expect(effect.good?.difference).toBeCloseTo(0, 10)
  expect(effect.good?.low).toBeLessThan(0)
  expect(effectOf([]).good).toBeNull()
})

test('nine pairs are not enough and ten are', () => {
  const pairs = Array.from({ length: 10 }, () => ({ before: 'good', after: 'good' }) as const)
  expect(effectOf(pairs.slice(1)).enough).toBe(false)
  expect(effectOf(pairs).enough).toBe(true)
})

test('good timeliness beside poor quality is what is shown first', () => {
  const found = disagreements([
    { team: 'Agreed', views: { audits: 'good', timeliness: 'good', supervision: 'unsaid' } },
    { team: 'One', views: { audits: 'poor', timeliness: 'good', supervision: 'good' } },
    { team: 'Two', views: { audits: 'poor', complaints: 'poor', timeliness: 'good', use: 'good' } },
  ])
  expect(found.map(each => each.team)).toEqual(['Two', 'One'])
  expect(found[1]).toEqual({ team: 'One', good: ['timeliness', 'supervision'], poor: ['audits'] })
})
