/** A text as words that can be compared: lower case, without marks, with their places. */
export interface Words {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export function wordsWithPlaces(text: string): Words {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  // A word that a line's end parts with a hyphen comes as two, and is put together when compared.
  for (const match of text.matchAll(/[\p{L}\p{N}]{1,60}(?:['’][\p{L}]{1,20})?/gu)) {
    words.push(match[0].toLowerCase().replaceAll(/['’]/g, ''))
    starts.push(match.index)
    ends.push(match.index + match[0].length)
  }
  return { words, starts, ends }
}

/** Where runs of three words stand in a source; a run that stands very often says nothing. */
export type Runs = ReadonlyMap<string, readonly number[]>

const MOST_PLACES = 40

export function runsOf(words: readonly string[]): Runs {
  const runs = new Map<string, number[]>()
  for (let at = 0; at + 2 < words.length; at++) {
    const run = `${words[at]} ${words[at + 1]} ${words[at + 2]}`
    const places = runs.get(run)
    if (places === undefined) runs.set(run, [at])
    else if (places.length < MOST_PLACES) places.push(at)
  }
  return runs
}

/** Where the words most likely begin in the source, best first: the place most runs of three agree on. */
export function likelyPlaces(words: readonly string[], runs: Runs): readonly number[] {
  const votes = new Map<number, number>()
  for (let at = 0; at + 2 < words.length; at++)
    for (const place of runs.get(`${words[at]} ${words[at + 1]} ${words[at + 2]}`) ?? []) {
      // Words left out or put in shift the place a little: near places vote for one.
      const start = Math.round((place - at) / 4) * 4
      votes.set(start, (votes.get(start) ?? 0) + 1)
    }
  return [...votes]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 3)
    .map(([start]) => start)
}

/** A stretch where two runs of words differ: words from..to of the first, there..til of the second. */
export interface Differing {
  readonly from: number
  readonly to: number
  readonly there: number
  readonly til: number
}

export interface Alignment {
  readonly same: number
  readonly differing: readonly Differing[]
  /** The words of the second that the first covers, from its first like word to its last. */
  readonly begin: number
  readonly end: number
}

/**
 * The stretch of the second that the first comes nearest to, by the textbook table of edit distances
 * with both ends of the second free; both at most a few hundred words.
 */
export function align(a: readonly string[], b: readonly string[]): Alignment {
  const width = b.length + 1
  const costs = new Uint16Array((a.length + 1) * width)
  const cost = (i: number, j: number): number => costs[i * width + j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    costs[i * width] = i
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1
      costs[i * width + j] = Math.min(
        cost(i - 1, j - 1) + differs,
        cost(i - 1, j) + 1,
        cost(i, j - 1) + 1,
      )
    }
  }
  let end = 0
  for (let j = 1; j <= b.length; j++) if (cost(a.length, j) < cost(a.length, end)) end = j
  const pairs: [number, number][] = []
  let [i, j] = [a.length, end]
  while (i > 0) {
    const alike = j > 0 && a[i - 1] === b[j - 1]
    if (j > 0 && cost(i, j) === cost(i - 1, j - 1) + (alike ? 0 : 1)) {
      if (alike) pairs.push([i - 1, j - 1])
      ;[i, j] = [i - 1, j - 1]
    } else if (cost(i, j) === cost(i - 1, j) + 1) i--
    else j--
  }
  return {
    same: pairs.length,
    differing: between(pairs.toReversed(), a.length, j, end),
    begin: j,
    end,
  }
}

/** The stretches that lie between pairs of like words. */
function between(
  pairs: readonly (readonly [number, number])[],
  length: number,
  begin: number,
  end: number,
): readonly Differing[] {
  const differing: Differing[] = []
  let [i, j] = [0, begin]
  for (const [x, y] of [...pairs, [length, end] as const]) {
    if (x > i || y > j) differing.push({ from: i, to: x, there: j, til: y })
    ;[i, j] = [x + 1, y + 1]
  }
  return differing
}
