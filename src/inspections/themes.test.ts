import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { themePhrases } from './theme-phrases.ts'
import { themesOf } from './themes.ts'

describe('themes', () => {
  it('are told by phrases, whatever their quotes, hyphens and capitals', () => {
    expect(themesOf('The timeliness of STRATEGY meetings.')).toEqual(['strategy-and-protection'])
    expect(themesOf('Life-story work for every child.')).toEqual(['permanence'])
    expect(themesOf('Managers’ oversight')).toEqual(['management-oversight'])
    expect(themesOf('pre‑proceedings')).toEqual(['pre-proceedings'])
    expect(themesOf('Audits that lead to change')).toEqual(['audit-and-quality'])
  })

  it('may be several, the most told first', () => {
    expect(
      themesOf('Supervision, and return home interviews after a child has been missing'),
    ).toEqual(['missing-and-exploitation', 'management-oversight'])
  })

  it('look over a few words in between', () => {
    expect(themesOf('electronic and rather slow system')).toContain('data-and-recording')
  })

  it('do not take part of a word for the word', () => {
    expect(themesOf('Explanations of aircraft and sending postcards')).toEqual([])
    expect(themesOf('')).toEqual([])
  })

  it('stand in the list once each, and each phrase tells its own theme', () => {
    expect(new Set(themePhrases.map(([theme]) => theme)).size).toBe(themePhrases.length)
    for (const [theme, phrases] of themePhrases)
      for (const phrase of phrases)
        expect(
          themesOf(`Improve ${phrase.replaceAll('*', '').replaceAll('..', 'some')} now`),
        ).toContain(theme)
  })

  it('do not depend on what stands around the words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...themePhrases), fc.nat(), ([theme, phrases], pick) => {
        const phrase = (phrases[pick % phrases.length] ?? '')
          .replaceAll('*', '')
          .replaceAll('..', '')
        for (const text of [phrase, `(${phrase})`, `of ${phrase}, and`, phrase.toUpperCase()])
          expect(themesOf(text)).toContain(theme)
      }),
    )
  })
})
