/** How alike two findings are, and the words that make them so, rarest first. */
export interface Likeness<T> {
  readonly other: T
  /** From 0 to 1: the share of the weight of all their words that both have. */
  readonly score: number
  readonly shared: readonly string[]
}

/** From here on two findings may be the same: found on invented pairs, and a person decides. */
export const LIKELY = 0.3

const stop = new Set(
  (
    'a about above across after all also an and any are area areas as at be because been before being both but by can ' +
    'child children could do does each ensure ensuring every for from had has have how if improve improved improvement in ' +
    'including into is it its more most must need needs no not of on or other our out over people quality service services ' +
    'should so some such than that the their them then there these they this those through to too under up upon use used ' +
    'using was were what when where which who will with within would young make makes made effective effectively'
  ).split(' '),
)

/** The words that carry a text's meaning, each once, without their endings. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z]{3,}|\d{2,}/g) ?? []
  return new Set(words.filter(word => !stop.has(word)).map(stem))
}

function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<!s)s$/, '')
  return word
    .replace(/ies$/, 'y')
    .replace(/(ations?|ments?|ness|ings?|edly|ed|ly|es|s)$/, '')
    .replace(/e$/, '')
}

/**
 * Which others may say the same, most alike first. A word counts for more the fewer findings have
 * it: two that share "private fostering" are more alike than two that share "plans".
 */
export function likelyTheSame<T>(
  text: string,
  others: readonly { readonly text: string; readonly of: T }[],
  least = LIKELY,
): readonly Likeness<T>[] {
  const mine = wordsOf(text)
  const theirs = others.map(each => ({ of: each.of, words: wordsOf(each.text) }))
  const having = new Map<string, number>()
  for (const words of [mine, ...theirs.map(each => each.words)])
    for (const word of words) having.set(word, (having.get(word) ?? 0) + 1)
  const all = theirs.length + 1
  const weight = (word: string): number => 1 + Math.log(all / (having.get(word) ?? 1))
  const sum = (words: Iterable<string>): number => {
    let total = 0
    for (const word of words) total += weight(word)
    return total
  }
  return theirs
    .map(({ of, words }) => {
      const shared = [...mine].filter(word => words.has(word))
      const both = sum(new Set([...mine, ...words]))
      return {
        other: of,
        score: both === 0 ? 0 : sum(shared) / both,
        shared: shared.toSorted((a, b) => weight(b) - weight(a) || a.localeCompare(b)),
      }
    })
    .filter(each => each.score >= least && each.shared.length >= 2)
    .toSorted((a, b) => b.score - a.score)
}
