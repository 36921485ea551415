import { masked, privateWordsIn } from '#findings'

/**
 * A text as young reviewers read it: whatever may say who somebody is is left out, also where whoever
 * wrote it has said that it may be kept, and so are the names given, such as those of teams and
 * colleagues. It errs on the side of leaving out: here nobody is there to ask.
 */
export function redacted(text: string, names: readonly string[]): string {
  let clean = masked(text).replaceAll(date, '[a day]').replaceAll(longDate, '[a day]')
  const perhaps = [...privateWordsIn(clean).perhaps, ...beginners(clean), ...names]
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

/** What people do and are: before it, at the beginning of a sentence, stands whoever it is said of. */
const beginner =
  /(?:^|[.!?:]["”’)]?\s+|\n\s*)(\p{Lu}\p{Ll}+)(?=(?:, you|[’']s| (?:you|said|says|told|tells|was|is|has|had|wants|wanted|likes|liked|loves|loved|feels|felt|lives|lived|came|comes|went|goes|asked|asks|helped|helps|listened|listens|knows|knew|thinks|thought|tried|does|did|will|can|could)\b))/gu

/** Words that begin a sentence and are no name, before what a person does or is. */
const everyday = new Set(
  (
    'you we he she they it i this that these those there here who what when where why how which one two three ' +
    'nobody nothing none somebody someone something everybody everyone everything anybody anyone anything ' +
    'each both all some many most more much another other others neither either mum mam dad nan nana gran ' +
    'grandma grandad granddad auntie uncle mother father parent parents brother sister family friend child ' +
    'baby people adult adults worker workers manager teacher doctor nurse carer school college home house ' +
    'work help care life time contact visit meeting review plan record court police health food money bed ' +
    'english maths football christmas easter monday tuesday wednesday thursday friday saturday sunday today ' +
    'tomorrow yesterday supervision support placement assessment chronology nursery therapy counselling if ' +
    'as so and but then now because while after before since until although though once also even only just'
  ).split(' '),
)

/** First names at the beginning of a sentence: there a capital alone tells nothing. */
const beginners = (text: string): readonly string[] =>
  [...text.matchAll(beginner)].flatMap(({ 1: word }) =>
    word === undefined || everyday.has(word.toLowerCase()) ? [] : [word],
  )

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
