import { themes } from './theme-list.ts'
import type { ThemeKey } from './theme.ts'

export * from './theme-list.ts'
export * from './theme.ts'

export type ThemeFound = {
  readonly theme: ThemeKey
  /** The words of the text that told it, in lower case. */
  readonly told: readonly string[]
}

const rules = themes.map(theme => ({
  theme: theme.key,
  shape: new RegExp(
    String.raw`(?<![a-z0-9])(?:${theme.told.map(shapeOf).join('|')})(?![a-z0-9])`,
    'g',
  ),
}))

/** The themes of a text, those told by most different words first; of equals in the order of the list. */
export function themesOf(text: string): readonly ThemeFound[] {
  const words = flat(text)
  return rules
    .map(({ theme, shape }) => ({
      theme,
      told: [...new Set([...words.matchAll(shape)].map(match => match[0]))],
    }))
    .filter(found => found.told.length > 0)
    .toSorted((a, b) => b.told.length - a.told.length)
}

export function themeName(key: ThemeKey): string {
  return themes.find(theme => theme.key === key)?.name ?? key
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
