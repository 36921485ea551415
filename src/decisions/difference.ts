import { diffWordsWithSpace } from 'diff'

/** A run of words that stands in both texts, in the first alone, or in the second alone. */
export interface Piece {
  readonly kind: 'same' | 'taken out' | 'put in'
  readonly text: string
}

/** Word by word, what a text says otherwise than another. */
export function differenceOf(before: string, after: string): readonly Piece[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'put in' : removed ? 'taken out' : 'same',
    text: value,
  }))
}

/** Whether only white space, case or the last full stop differ. */
export function saysTheSame(before: string, after: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/[.;,]+$/, '')
  return plain(before) === plain(after)
}
