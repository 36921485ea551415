import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { themeName, themes, themesOf } from './themes.ts'

const keys = (text: string): readonly string[] => themesOf(text).map(found => found.theme)

describe('themes', () => {
  it('are told by phrases, whatever their quotes, hyphens and capitals', () => {
    expect(keys('The timeliness of STRATEGY meetings.')).toEqual(['child-protection'])
    expect(keys('Life-story work for every child.')).toEqual(['life-story'])
    expect(keys('Managers’ oversight')).toEqual(['management-oversight'])
    expect(keys('pre‑proceedings')).toEqual(['pre-proceedings'])
    expect(keys('Audits that lead to change')).toEqual(['audit'])
  })

  it('may be several, the most told first, each with the words that told it', () => {
    expect(
      themesOf('Return home interviews after a child has been missing, and supervision'),
    ).toEqual([
      { theme: 'missing-and-exploitation', told: ['return home interviews', 'missing'] },
      { theme: 'supervision', told: ['supervision'] },
    ])
  })

  it('look over a few words in between', () => {
    expect(keys('the quality of all day to day support')).toContain('practice')
    expect(keys('electronic and rather slow system')).toContain('data')
  })

  it('do not take part of a word for the word', () => {
    expect(keys('Explanations of aircraft and sending postcards')).toEqual([])
    expect(keys('')).toEqual([])
  })

  it('have names, each theme once, and each phrase tells its own theme', () => {
    expect(new Set(themes.map(theme => theme.key)).size).toBe(themes.length)
    for (const theme of themes) {
      expect(themeName(theme.key)).toBe(theme.name)
      for (const phrase of theme.told)
        expect(
          keys(`Improve ${phrase.replaceAll('*', '').replaceAll('..', 'some')} now`),
        ).toContain(theme.key)
    }
  })

  it('do not depend on what stands around the words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...themes), fc.nat(), (theme, pick) => {
        const phrase = (theme.told[pick % theme.told.length] ?? '')
          .replaceAll('*', '')
          .replaceAll('..', '')
        for (const text of [phrase, `(${phrase})`, `of ${phrase}, and`, phrase.toUpperCase()])
          expect(keys(text)).toContain(theme.key)
      }),
    )
  })
})
