import { masked, privateWordsIn } from '#findings'

/**
 * A text as young reviewers read it: whatever may say who somebody is is left out, also where whoever
 * wrote it has said that it may be kept, and so are the names given, such as those of teams and
 * colleagues. It errs on the side of leaving out: here nobody is there to ask.
 */
export function redacted(text: string, names: readonly string[]): string {
  let clean = masked(text).replaceAll(date, '[a day]').replaceAll(longDate, '[a day]')
  const perhaps = [...privateWordsIn(clean).perhaps, ...names]
  for (const name of perhaps
    .filter(each => each.trim().length > 2)
    .toSorted((a, b) => b.length - a.length)) {
    const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    clean = clean.replaceAll(
      new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu'),
      LEFT_OUT,
    )
  }
  return clean
    .replaceAll(pairs, found => (isPlain(found) ? found : LEFT_OUT))
    .replaceAll(within, found => (isPlain(found) ? found : LEFT_OUT))
}

const LEFT_OUT = '[left out]'

const date = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/g
const longDate =
  /\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b/g
/** Two words with capitals are a name wherever they stand, */
const pairs = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:[-’'\s]\p{Lu}\p{Ll}+)+/gu
/** and one within a sentence may be. */
const within = /(?<=[\p{Ll},;:)] )\p{Lu}\p{Ll}+/gu

const plain = new Set(
  (
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June ' +
    'July August September October November December Christmas Easter Eid Diwali English'
  ).split(' '),
)
const isPlain = (found: string): boolean => found.split(/[-’'\s]/).every(word => plain.has(word))
