/** A value as it is handed over: a date is '2017-09-18'. */
export type HeldValue = string | number | boolean | null

/** Rows of one kind that are held about somebody, and where. */
export interface HeldPart {
  /** Where it is kept, as a person would say it: the title of an extract, or 'The journal'. */
  readonly source: string
  /** What that is known by: the identifier of the extract; null where there is none. */
  readonly sourceId: string | null
  /** What the rows are: 'Episodes of care'. */
  readonly title: string
  /** A short name without spaces, for a machine: 'careEpisodes'. */
  readonly name: string
  readonly columns: readonly HeldColumn[]
  readonly rows: readonly (readonly HeldValue[])[]
}

export interface HeldColumn {
  readonly name: string
  readonly means: string
}

/** Whom an export is about. */
export interface Person {
  /** Somebody who is named has no account: who asked a meeting a question, or was there. */
  readonly kind: 'child' | 'user' | 'named'
  /** The council's identifier of a child, a user's id, or a name or address. */
  readonly id: string
  /** What stands for them where their identifier must not: in the journal and in addresses. */
  readonly ref: string
}

/** Everything that is held about somebody. */
export interface Held {
  readonly person: Person
  readonly authority: string
  readonly at: Date
  readonly parts: readonly HeldPart[]
}

/** A room that holds something about children or users. It gives nothing about anybody else. */
export interface Holds {
  readonly of: Person['kind']
  about(authority: string, person: Person): Promise<readonly HeldPart[]>
}

export function rowsIn(held: Held): number {
  return held.parts.reduce((sum, part) => sum + part.rows.length, 0)
}
