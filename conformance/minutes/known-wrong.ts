/**
 * Where the file of expected answers disagrees with the paper that it describes: read by hand on
 * 21 November 2026. A disagreement is excused only while the paper's line still says what it said.
 */
export type KnownWrong = {
  readonly file: string
  readonly fact: string
  /** Line of the paper, from 1, and what it says. */
  readonly line: number
  readonly says: RegExp
  readonly why: string
}

export const KNOWN_WRONG: readonly KnownWrong[] = [
  {
    file: '000',
    fact: 'supplementary 3 item',
    line: 109,
    says: /^agenda item 5\b/iu,
    why: 'the line below the third question names the item',
  },
  {
    file: '000',
    fact: 'supplementary 3 packPage',
    line: 109,
    says: /\(page 11 of the agenda pack\)/iu,
    why: 'the line below the third question names the page',
  },
  {
    file: '002',
    fact: 'declaration 1 nature',
    line: 26,
    says: /\bworked for\b/iu,
    why: 'the paper has "worked" and the file "works"',
  },
]
