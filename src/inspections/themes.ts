import type { Theme } from '#findings'
import { themePhrases } from './theme-phrases.ts'

const rules = themePhrases.map(([theme, phrases]) => ({
  theme,
  shape: new RegExp(
    String.raw`(?<![a-z0-9])(?:${phrases.map(shapeOf).join('|')})(?![a-z0-9])`,
    'g',
  ),
}))

/**
 * What a text is about, by its words: those that most different words tell first; of equals in the
 * order of the list. A text may have several themes, and a person may change them.
 */
export function themesOf(text: string): readonly Theme[] {
  const words = flat(text)
  return rules
    .map(({ theme, shape }) => ({
      theme,
      told: new Set([...words.matchAll(shape)].map(match => match[0])).size,
    }))
    .filter(({ told }) => told > 0)
    .toSorted((a, b) => b.told - a.told)
    .map(({ theme }) => theme)
}

/** Letters and digits alone, with typographic quotes made plain and hyphens opened. */
const flat = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‘’ʼ]/g, "'")
    .toLowerCase()
    .replaceAll(/[^a-z0-9']+/g, ' ')
    .trim()

function shapeOf(phrase: string): string {
  return phrase
    .split(' ')
    .map(word =>
      word === '..' ? "(?:[a-z0-9']+ ){0,5}" : `${word.replaceAll('*', "[a-z']*")}(?: |$)`,
    )
    .join('')
    .replace(/\(\?: \|\$\)$/, '')
}
