import { lettersAt } from './agenda.ts'

/** Pages as they are printed. */
export interface PageRange {
  readonly first: string
  readonly last: string
}

/** 'Page 12', 'Pages 1 to 8'. */
export const pagesWords = ({ first, last }: PageRange): string =>
  first === last ? `Page ${first}` : `Pages ${first} to ${last}`

export interface ToNumber {
  readonly id: string
  readonly length: number
  /** The paper in whose place it stands, where that has pages already. */
  readonly replaced: PageRange | null
}

export interface Numbering {
  readonly labels: ReadonlyMap<string, readonly string[]>
  /** The last whole number that was given out, or the one before the first. */
  readonly last: number
}

/**
 * The number of each page. They go on from `first` through the papers in order. A paper that stands
 * in the place of another keeps that one's first number with letters, 12a, 12b, so that no page that
 * was published ever changes its number and none is used twice.
 * @param used numbers that are taken already
 */
export function numberPages(
  papers: readonly ToNumber[],
  first: number,
  used: ReadonlySet<string>,
): Numbering {
  const taken = new Set(used)
  const labels = new Map<string, readonly string[]>()
  let next = first
  for (const { id, length, replaced } of papers) {
    const own: string[] = []
    for (let page = 0; page < length; page += 1) {
      const label = replaced === null ? String(next++) : lettered(replaced.first, taken)
      taken.add(label)
      own.push(label)
    }
    labels.set(id, own)
  }
  return { labels, last: next - 1 }
}

function lettered(first: string, taken: ReadonlySet<string>): string {
  const whole = /^\d+/.exec(first)?.[0] ?? first
  for (let at = 0; ; at += 1) {
    const label = `${whole}${lettersAt(at)}`
    if (!taken.has(label)) return label
  }
}

/** The labels of a range as they were given out: '12' to '15', '12a' to '12c'. */
export function labelsIn({ first, last }: PageRange): readonly string[] {
  const letters = (label: string): string => label.replace(/^\d+/, '')
  const whole = (label: string): number => Number(/^\d+/.exec(label)?.[0] ?? 0)
  if (letters(first) === '')
    return Array.from({ length: Math.max(0, whole(last) - whole(first)) + 1 }, (_, at) =>
      String(whole(first) + at),
    )
  const labels: string[] = []
  let open = false
  for (let at = 0; at < 20_000; at += 1) {
    const label = `${whole(first)}${lettersAt(at)}`
    if (label === first) open = true
    if (open) labels.push(label)
    if (label === last) break
  }
  return labels
}
