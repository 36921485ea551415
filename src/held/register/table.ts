import type { Law } from '#calendar'
import type { Kind } from '#retention'

/** Kept without end, and why; with the paragraph, where a law says for how long it has to be there. */
export interface ForGood {
  readonly because: string
  readonly laws?: readonly Law[]
}

/**
 * What a table holds of people. Each of its columns that could say something of somebody stands in one
 * group; columns are separated by spaces. A test compares it with the database, so that a table or a
 * column that nobody thought about is found when it is made.
 */
export interface TableHeld {
  /** What its rows are, to a person: 'Alerts after audits'. */
  readonly title: string
  /** Ids of users; 'raised_by=raised_name' where their name stands beside it. */
  readonly users?: string
  /** The name of an account as it was, without its id. */
  readonly signed?: string
  /** Ids of people of the register of bodies. */
  readonly people?: string
  /** Names and addresses of people that somebody typed: with an account or without. */
  readonly names?: string
  /** What stands for a child: a reference. */
  readonly children?: string
  /** What people write. It should name nobody, and nothing makes sure. */
  readonly words?: string
  /** Codes, keys, figures, names of teams and of things: of themselves about nobody. */
  readonly other?: string
  /** What opens something, or finds it again: never handed over. */
  readonly secret?: string
  /** Its rows are about the child that the row of another table is about. */
  readonly hangs?: { readonly by: string; readonly on: string }
  /** Its own room hands it over, in other words than its columns; or why nobody does. */
  readonly handedBy?: string
  readonly kept: Kind | ForGood
}

export type Register = Readonly<Record<string, TableHeld>>

/** The columns of a group. */
export const columnsIn = (group: string | undefined): readonly string[] =>
  group === undefined || group === '' ? [] : group.split(' ').map(each => each.split('=')[0] ?? '')

/** Of columns with a user's id, the column of their name beside each. */
export const namesBeside = (group: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (group ?? '').split(' ').flatMap(each => {
      const [id, name] = each.split('=')
      return id === undefined || name === undefined ? [] : [[id, name] as const]
    }),
  )

/** Every column that an entry speaks of, once for each time that it does. */
export function columnsOf(table: TableHeld): readonly string[] {
  const { users, signed, people, names, children, words, other, secret } = table
  return [
    ...[users, signed, people, names, children, words, other, secret].flatMap(columnsIn),
    ...namesBeside(users).values(),
  ]
}

/** Whether a table says anything of a user, a person, a child, or in somebody's words. */
export const isPersonal = (table: TableHeld): boolean =>
  [table.users, table.signed, table.people, table.names, table.children, table.words].some(
    group => columnsIn(group).length > 0,
  )
