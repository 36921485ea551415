/**
 * The age at which somebody can read a text with ease, by the formula of Flesch and Kincaid (1975):
 * school years and five. An estimate from the length of words and sentences; what a text says it
 * does not know. Null for a text of fewer than five words.
 */
export function readingAge(text: string): number | null {
  const words = wordsOf(text)
  if (words.length < 5) return null
  const sentences = Math.max(
    1,
    text.split(/[.!?]+(?:\s|$)/).filter(each => /\p{L}/u.test(each)).length,
  )
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const schoolYear = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
  return Math.max(5, Math.round(schoolYear + 5))
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}[\p{L}’']*/gu) ?? []

/** Groups of vowels, without a silent e at the end; at least one. */
export function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  const stem = /[^aeiouyl]e$/.test(plain) ? plain.slice(0, -1) : plain
  return Math.max(1, stem.match(/[aeiouy]+/g)?.length ?? 0)
}

/** A word that families would not use, and what they would say. */
export interface Jargon {
  readonly words: string
  readonly instead: string
}

/** A beginning: each council adds its own words. */
export const jargon: readonly Jargon[] = [
  { words: 'LAC', instead: 'child in care' },
  { words: 'looked after child', instead: 'child in care' },
  { words: 'placement', instead: 'home' },
  { words: 'contact', instead: 'family time' },
  { words: 'respite', instead: 'a break' },
  { words: 'siblings', instead: 'brothers and sisters' },
  { words: 'absconded', instead: 'ran away' },
  { words: 'challenging behaviour', instead: 'what they do when they are upset' },
  { words: 'hard to reach', instead: 'people whom we have not reached' },
  { words: 'non-engagement', instead: 'has not wanted to talk to us' },
  { words: 'failed to engage', instead: 'has not wanted to talk to us' },
  { words: 'disguised compliance', instead: 'what we saw and what we were told did not agree' },
  { words: 'presenting as', instead: 'seems' },
  { words: 'dysregulated', instead: 'upset' },
  { words: 'peers', instead: 'friends' },
  { words: 'transition', instead: 'change' },
  { words: 'statutory visit', instead: 'visit' },
  { words: 'care experienced', instead: 'who has been in care' },
  { words: 'unit', instead: 'home' },
  { words: 'case', instead: 'child' },
  { words: 'service user', instead: 'person' },
  { words: 'significant harm', instead: 'being badly hurt' },
  { words: 'domestic incident', instead: 'violence at home' },
  { words: 'subject to', instead: 'on' },
  { words: 'NFA', instead: 'nothing more was done' },
  { words: 'DNA', instead: 'was not brought' },
  { words: 'permanency', instead: 'a home that lasts' },
  { words: 'step down', instead: 'less help, because things are better' },
  { words: 'pathway plan', instead: 'plan for when you leave care' },
  { words: 'intervention', instead: 'help' },
  { words: 'multi-agency', instead: 'of people from several services' },
  { words: 'professionals', instead: 'the people who work with you' },
  { words: 'core group', instead: 'the people who meet about the plan' },
  { words: 'strategy meeting', instead: 'a meeting about how to keep you safe' },
  { words: 'section 47', instead: 'looking into whether you are safe' },
  { words: 'missing episode', instead: 'time when nobody knew where you were' },
  { words: 'supervised contact', instead: 'family time with a worker there' },
  { words: 'caregiver', instead: 'the person who looks after you' },
  { words: 'IRO', instead: 'the person who runs your review' },
  { words: 'PEP', instead: 'plan for school' },
  { words: 'CIN', instead: 'getting help from a social worker' },
  { words: 'CP', instead: 'keeping you safe' },
  { words: 'NEET', instead: 'not at school, in training or in work' },
]

/** A word of the list in a text: where it begins and ends, and what could be said instead. */
export interface Marked extends Jargon {
  readonly start: number
  readonly end: number
}

/** Words of the list that everybody says, and not of a child. */
const sayings = /\bin (?:(?:any|that|this|either) )?case\b|\bcontact (?:us|me|them)\b/giu

/** Words that families would not use, in the order of the text; the longer one where two overlap. */
export function jargonIn(text: string, list: readonly Jargon[] = jargon): readonly Marked[] {
  const longestFirst = list.toSorted((a, b) => b.words.length - a.words.length)
  const found: Marked[] = []
  const everyday = [...text.matchAll(sayings)].map(({ index, 0: said }) => ({
    start: index,
    end: index + said.length,
  }))
  for (const each of longestFirst) {
    // ‘placements’ as well as ‘placement’, and ‘sibling’ as well as ‘siblings’.
    // Abbreviations count in capitals alone: ‘dna’ in a word of its own is something else.
    const isShort = each.words === each.words.toUpperCase()
    const flags = isShort ? 'gu' : 'giu'
    const stem = isShort ? each.words : each.words.replace(/(?<=\p{L}{3})s$/u, '')
    const escaped = stem.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
    const whole = new RegExp(`(?<![\\p{L}-])${escaped}s?(?![\\p{L}-])`, flags)
    for (const match of text.matchAll(whole)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (![...found, ...everyday].some(other => start < other.end && other.start < end))
        found.push({ ...each, start, end })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
