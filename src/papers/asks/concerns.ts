/** How alike two concerns are, from 0 to 1, and the words they share. */
export interface Likeness {
  readonly score: number
  readonly shared: readonly string[]
}

/** From here on two may be one concern that returned; a person decides. */
export const MAY_BE_ONE = 0.3

const small = new Set(
  (
    'about above across after again also and any appeared are been before being between both but committee concern concerned concerns ' +
    'council could did does each expressed for from had has have how however into its level made member members more most must not ' +
    'number over panel previous previously raised regard regarding reiterated remained repeated said should some stated still such ' +
    'than that the their them then there these they this those through under upon very voiced was were what when where whether which ' +
    'who why will with would children child services service work area matter issue issues continued ongoing very was'
  ).split(' '),
)

/**
 * Compares what two concerns are about: “Members reiterated previous concerns about caseloads” with
 * “The panel was worried by the size of caseloads”. Words of the trade of minutes do not count.
 */
export function likeConcerns(a: string, b: string): Likeness {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)]
  const shared = [...mine].filter(word => theirs.has(word))
  const least = Math.min(mine.size, theirs.size)
  if (least === 0) return { score: 0, shared: [] }
  // Half how much of the shorter is in the longer, half how much of both they have in common: a
  // sentence and a paragraph about it are one concern.
  const covered = shared.length / Math.max(least, 3)
  const common = shared.length / (mine.size + theirs.size - shared.length)
  return { score: (covered + common) / 2, shared: shared.toSorted() }
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{3,30}/g) ?? []
  return new Set(words.filter(word => !small.has(word)).map(stem))
}

const stem = (word: string): string =>
  word.length < 5
    ? word.replace(/(?<!s)s$/, '')
    : word
        .replace(/ies$/, 'y')
        .replace(/(?:ments?|ations?|ings?|ed|es|ly|s)$/, '')
        .replace(/e$/, '')
