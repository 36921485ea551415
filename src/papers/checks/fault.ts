import type { Day } from '#calendar'

/** What a check looks for; the page of checks explains each. */
export type FaultKind =
  | 'private address'
  | 'address without encryption'
  | 'address with a port'
  | 'number used twice'
  | 'number skipped'
  | 'sum'
  | 'percentages'
  | 'misquotation'
  | 'impossible date'
  | 'weekday'
  | 'dates disagree'
  | 'dates of an event'
  | 'days without a unit'
  | 'reason for a deadline'
  | 'no options'
  | 'assessment without a link'
  | 'text cut off'
  | 'only as PDF'
  | 'markup in the text'
  | 'slip'
  | 'child could be known'
  | 'private person'
  | 'commitment'
  | 'figure without source'

/** `stops publication`: nobody should publish before a person has dealt with it. */
export type Severity = 'stops publication' | 'look again'

/** A place in the paper's text: `line` from 1, `start` and `end` in characters from 0. */
export interface Where {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly excerpt: string
}

export interface Fault {
  readonly kind: FaultKind
  /** One plain sentence: what is there, and nobody's fault. */
  readonly says: string
  /** Why it matters: the law, or the ground in good practice. */
  readonly rule: string
  readonly severity: Severity
  readonly where: Where
  /** The other places that belong to it: the first use of a number, the other date. */
  readonly also: readonly Where[]
  readonly suggestion: string
}

/** A document that the paper quotes, as text. */
export interface Source {
  readonly title: string
  readonly text: string
}

/** What is on record about an inspection or another event that papers give dates of. */
export interface DatedEvent {
  /** As a sentence names it: 'the inspection of children’s services'. */
  readonly name: string
  /** Words or beginnings of words that a sentence about it has, all of them: ['ofsted', 'inspect']. */
  readonly words: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly published?: Day
}

export interface Paper {
  readonly text: string
  readonly today?: Day
  readonly sources?: readonly Source[]
  readonly events?: readonly DatedEvent[]
  /** Names of children that must not stand in what is published. */
  readonly childNames?: readonly string[]
  /** Words the council writes on purpose, which no check of spelling takes up. */
  readonly words?: readonly string[]
}

/** One check: what it looks for in words, and the function that looks. */
export interface Check {
  readonly id: string
  readonly title: string
  readonly looksFor: string
  readonly rule: string
  readonly find: (reading: Reading) => readonly Found[]
}

/** What a check says of one place; rule and line are filled in by who asked. */
export interface Found {
  readonly kind: FaultKind
  readonly says: string
  readonly severity: Severity
  readonly start: number
  readonly end: number
  readonly also?: readonly { readonly start: number; readonly end: number }[]
  readonly suggestion: string
  readonly rule?: string
}

/** The paper with its text taken apart once for all checks. */
export interface Reading {
  readonly paper: Paper
  readonly text: string
  readonly lines: readonly Line[]
  readonly blocks: readonly Block[]
}

export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A paragraph, a list item, a heading or a row of a table. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: 'heading' | 'item' | 'row' | 'paragraph'
}
