import { describe, expect, it } from 'vitest'
import { gradeRank, heldOn } from './framework.ts'
import { frameworkOf, frameworks, judgementFor, ofstedFrameworkOn } from './frameworks.ts'

describe('frameworks', () => {
  it('follow one another without a day between, as Ofsted held them', () => {
    expect(ofstedFrameworkOn('2012-05-01')?.key).toBe('before-sif')
    expect(ofstedFrameworkOn('2017-02-27')?.key).toBe('sif-2013')
    expect(ofstedFrameworkOn('2022-12-31')?.key).toBe('ilacs-2018')
    expect(ofstedFrameworkOn('2023-01-01')?.key).toBe('ilacs-2023')
    expect(ofstedFrameworkOn('2026-03-31')?.key).toBe('ilacs-2023')
    expect(ofstedFrameworkOn('2026-04-27')?.key).toBe('ilacs-2026')
    expect(ofstedFrameworkOn('2001-01-01')).toBeNull()
  })

  it('hold each key once, and name judgements and overall that they have', () => {
    expect(new Set(frameworks.map(each => each.key)).size).toBe(frameworks.length)
    for (const framework of frameworks) {
      const keys = framework.judgements.map(each => each.key)
      expect(new Set(keys).size).toBe(keys.length)
      const named = [framework.overall, ...framework.judgements.map(each => each.within)]
      expect(keys).toEqual(expect.arrayContaining(named.filter(each => each != null)))
    }
  })

  it('have no overall judgement from April 2026', () => {
    expect(frameworkOf('ilacs-2026').overall).toBeNull()
    expect(frameworkOf('ilacs-2026').judgements).toHaveLength(4)
    expect(frameworkOf('ilacs-2023').judgements).toHaveLength(5)
  })

  it('carry one history through: care leavers shared a line from 2018 to 2022', () => {
    expect(judgementFor(frameworkOf('sif-2013'), 'care-leavers')).toEqual({
      key: 'care-leavers',
      shared: false,
    })
    expect(judgementFor(frameworkOf('ilacs-2018'), 'care-leavers')).toEqual({
      key: 'children-in-care',
      shared: true,
    })
    expect(judgementFor(frameworkOf('ilacs-2023'), 'care-leavers')).toEqual({
      key: 'care-leavers',
      shared: false,
    })
    expect(judgementFor(frameworkOf('ilacs-2023'), 'adoption')).toBeNull()
  })

  it('order grades, best first', () => {
    const ilacs = frameworkOf('ilacs-2023')
    expect(gradeRank(ilacs, 'outstanding')).toBe(0)
    expect(gradeRank(ilacs, 'inadequate')).toBe(3)
    expect(gradeRank(ilacs, 'adequate')).toBeNull()
    expect(heldOn(frameworkOf('peer-review'), '1999-01-01')).toBe(true)
  })
})
