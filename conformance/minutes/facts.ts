/**
 * One thing that a file is said to hold, and what became of it. `missing`: not found or found
 * otherwise; `invented`: the paper does not say it, and the reader does.
 */
export type Fact = {
  readonly name: string
  readonly outcome: 'right' | 'missing' | 'invented'
  readonly says: string
}

/** Words alone: text is compared without case, punctuation and runs of white space. */
export const words = (value: unknown): string =>
  String(value)
    .normalize('NFKD')
    .replaceAll(/[\u2018\u2019]/gu, "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .replaceAll("'", '')
    .trim()
    .toLowerCase()

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** A single value. Where null or 'nil' is expected, anything else read is invented. */
export function same(name: string, expected: unknown, read: unknown): Fact {
  const none = isNothing(expected)
  const right = none
    ? isNothing(read)
    : typeof expected === 'string'
      ? typeof read === 'string' && words(expected) === words(read)
      : expected === read
  if (right) return { name, outcome: 'right', says: '' }
  const says = `${shown(read ?? null)}, not ${shown(expected ?? null)}`
  return {
    name,
    outcome: none || (expected === 'nil' && !isNothing(read)) ? 'invented' : 'missing',
    says,
  }
}

/** A list that is said to be whole: each entry is a fact, and each one more is an invention. */
export function sameList(
  name: string,
  expected: readonly unknown[],
  read: readonly unknown[],
): readonly Fact[] {
  const left = [...read]
  const facts = expected.map((entry, index): Fact => {
    const at = left.findIndex(each => words(each) === words(entry))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
      ? { name: `${name} ${index + 1}`, outcome: 'right', says: '' }
      : { name: `${name} ${index + 1}`, outcome: 'missing', says: `${shown(entry)} not found` }
  })
  return [
    ...facts,
    ...left.map((entry): Fact => ({ name, outcome: 'invented', says: shown(entry) })),
  ]
}

/** A list of which a reader may find more: dates, figures. */
export function within(
  name: string,
  expected: readonly unknown[],
  read: readonly unknown[],
): readonly Fact[] {
  const found = new Set(read.map(words))
  return expected.map(entry =>
    found.has(words(entry))
      ? { name: `${name} ${String(entry)}`, outcome: 'right', says: '' }
      : { name: `${name} ${String(entry)}`, outcome: 'missing', says: 'not found' },
  )
}

/** Is something there at all, and is its measure right: a count of slides, of risks. */
export const counted = (name: string, expected: unknown, read: readonly unknown[]): Fact =>
  same(name, expected, read.length)

/**
 * Do the words of a short description stand in a passage? Descriptions are the case writer's own
 * words, so endings are left aside ("transition", "transitions").
 */
export function describes(description: string, passage: string): boolean {
  const there = words(passage).split(' ')
  return words(description)
    .split(' ')
    .filter(word => !/^(?:of|the|a|an|to|by|in|same)$/u.test(word))
    .every(word => there.some(each => each.startsWith(word.slice(0, Math.max(4, word.length - 2)))))
}
