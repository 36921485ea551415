import { lettersOf } from '../doc.ts'

/**
 * What the pages of a part are called. Numbers that were given once stay: where a part has more pages
 * than it may have numbers, those after `last` are called by it and a letter, 12a, 12b.
 */
export const pageLabels = (count: number, first: number, last?: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const number = first + index
    return last === undefined || number <= last
      ? String(number)
      : `${last}${lettersOf(number - last)}`
  })

/** 'Page 12', 'Pages 1 to 8', 'Pages 9 to 12b'. */
export function rangeWords(labels: readonly string[]): string {
  const [first = '', last = first] = [labels[0], labels.at(-1)]
  return first === last ? `Page ${first}` : `Pages ${first} to ${last}`
}

export type Wanted = {
  readonly count: number
  readonly firstPage?: number | undefined
  readonly lastPage?: number | undefined
  readonly labels?: readonly string[] | undefined
}

export type Numbered =
  | {
      readonly kind: 'numbered'
      readonly labels: readonly (readonly string[])[]
      readonly next: number
    }
  | { readonly kind: 'clash'; readonly part: number; readonly message: string }

/** Numbers for parts that stand behind each other, none of them twice. */
export function numberParts(parts: readonly Wanted[], firstPage = 1): Numbered {
  let next = firstPage
  const all: (readonly string[])[] = []
  for (const [part, { count, firstPage: own, lastPage, labels: given }] of parts.entries()) {
    if (given !== undefined) {
      if (given.length !== count)
        return {
          kind: 'clash',
          part,
          message: `This part has ${count} pages, and ${given.length} were named.`,
        }
      all.push(given)
      continue
    }
    const first = own ?? next
    if (first < next)
      return {
        kind: 'clash',
        part,
        message: `This part begins with page ${first}, and the part before it ends with page ${next - 1}. Give it numbers that are free.`,
      }
    if (lastPage !== undefined && lastPage < first)
      return {
        kind: 'clash',
        part,
        message: `This part begins with page ${first}, and its last number, ${lastPage}, comes before that.`,
      }
    const labels = pageLabels(count, first, lastPage)
    all.push(labels)
    next = lastPage === undefined ? first + count : lastPage + 1
  }
  return { kind: 'numbered', labels: all, next }
}
