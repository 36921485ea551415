import type { ColumnKind, ValueOf } from './column.ts'

export interface Field<K extends ColumnKind = ColumnKind> {
  readonly kind: K
  /** What the field is, in words that a data officer uses. */
  readonly means: string
}
export type Fields = Readonly<Record<string, Field>>

/**
 * A list of a child's record: one kind of event, with its columns. Every row belongs to a child
 * (`child`, the council's own identifier) unless `about` says otherwise.
 */
export interface List<Name extends string = string, F extends Fields = Fields> {
  readonly name: Name
  /** The list's name in a sentence: "children in need census: 4 assessments". */
  readonly title: string
  readonly fields: F
  /**
   * The fields that, with the child, say that two rows are the same event. Where a later extract
   * holds the same event, its row replaces the earlier one.
   */
  readonly key: readonly string[]
  /** The fields of its first and last day where the list holds spells and not moments. */
  readonly spell: readonly [string, string] | null
  readonly about: 'child' | 'adopter' | 'team' | 'worker'
}

/** One row of a list as a definition or a page sees it, without its child. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf[F[Name]['kind']] }

export function list<Name extends string, F extends Fields>(
  name: Name,
  title: string,
  fields: F,
  more: {
    readonly key: readonly (keyof F & string)[]
    readonly spell?: readonly [keyof F & string, keyof F & string]
    readonly about?: List['about']
  },
): List<Name, F> {
  return {
    name,
    title,
    fields,
    key: more.key,
    spell: more.spell ?? null,
    about: more.about ?? 'child',
  }
}

export const day = (means: string): Field<'day'> => ({ kind: 'day', means })
export const code = (means: string): Field<'code'> => ({ kind: 'code', means })
export const count = (means: string): Field<'count'> => ({ kind: 'count', means })
export const flag = (means: string): Field<'flag'> => ({ kind: 'flag', means })
