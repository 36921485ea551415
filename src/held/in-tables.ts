import type { Database } from '#kit/db/index.ts'
import type { HeldPart, Holds, HeldValue, Person } from './held.ts'
import { columnsIn, namesBeside, type Register, type TableHeld } from './register/index.ts'
import { type Column, type Match, matchingRows, tableColumns } from './store.ts'

/** Of which no part is for a person to read, or which stand for something else. */
const UNREADABLE = ['uuid', 'bytea', 'tsvector']

/**
 * What the tables of the house hold about a user, as the register says it: every row in which they
 * stand, with when and as what. Others who stand in the same row are left out, and so is what was
 * written about a child: that is the child's, and is handed over with what is held about them.
 *
 * @param nameOf the name of the user's account, where no other account has it: rows that were signed
 *   with a name alone are theirs then. Null where there is none, or two have it.
 */
export function heldInTablesOfUser(
  db: Database,
  register: Register,
  nameOf: (authority: string, userId: string) => Promise<string | null>,
): Holds {
  return {
    of: 'user',
    async about(authority, person) {
      const name = await nameOf(authority, person.id)
      return inTables(db, authority, register, (table, columns) => {
        const standing = matchesOfUser(table, columns, person, name)
        const shown = columns.filter(column => isForUser(table, column))
        return { standing, shown: shown.map(column => column.name) }
      })
    },
  }
}

/** What the tables hold about a child: the rows that stand for them, and those that hang on these. */
export function heldInTablesOfChild(db: Database, register: Register): Holds {
  return {
    of: 'child',
    about: (authority, { ref }) =>
      inTables(db, authority, register, (table, columns) => ({
        standing: matchesOfChild(register, table, columns, ref),
        shown: columns
          .filter(column => !isHidden(table, column) && !ids(table).includes(column.name))
          .map(column => column.name),
      })),
  }
}

/**
 * Where somebody is named who needs no account: who asked a meeting, was there, declared or decided.
 * Another may be called the same, so whoever asks has to look. The words of what they asked are there;
 * others in the same row, and what was written about a child, are not.
 */
export function heldInTablesOfNamed(db: Database, register: Register): Holds {
  return {
    of: 'named',
    about: (authority, { id }) =>
      inTables(
        db,
        authority,
        register,
        (table, columns) => {
          const names = [
            ...[table.names, table.signed].flatMap(columnsIn),
            ...namesBeside(table.users).values(),
          ]
          const standing = columns
            .filter(column => names.includes(column.name) && !UNREADABLE.includes(column.type))
            .map(column => ({ kind: 'names', column, value: id }) as const)
          const shown = columns.filter(column => isForUser(table, column))
          return { standing, shown: shown.map(column => column.name) }
        },
        () => true,
      ),
  }
}

interface Asked {
  readonly standing: readonly Match[]
  readonly shown: readonly string[]
}

async function inTables(
  db: Database,
  authority: string,
  register: Register,
  ask: (table: TableHeld, columns: readonly Column[]) => Asked,
  asks = (table: TableHeld): boolean => table.handedBy === undefined,
): Promise<readonly HeldPart[]> {
  return db.as(authority, async trx => {
    const known = await tableColumns(trx)
    const parts: HeldPart[] = []
    for (const [name, table] of Object.entries(register)) {
      if (!asks(table)) continue
      const { standing, shown } = ask(table, known.get(name) ?? [])
      const as = standing.flatMap(match => (match.kind === 'hangs' ? [] : [match.column.name]))
      const rows = await matchingRows(trx, name, [...new Set([...as, ...shown])], standing)
      if (rows.length > 0) parts.push(partOf(name, table, { standing, shown }, rows))
    }
    return parts
  })
}

function partOf(
  name: string,
  { title }: TableHeld,
  { standing, shown }: Asked,
  rows: readonly Readonly<Record<string, unknown>>[],
): HeldPart {
  const asWhat = (row: Readonly<Record<string, unknown>>) =>
    standing.flatMap(match => (isIn(row, match) ? [inWords(match.column.name)] : [])).join(', ')
  return {
    source: 'Sightline',
    sourceId: null,
    title,
    name: name.replace('.', '-'),
    columns: [
      { name: 'as', means: 'Where they stand in it' },
      ...shown.map(column => ({ name: column, means: sentence(inWords(column)) })),
    ],
    rows: rows.map(row => [asWhat(row), ...shown.map(column => heldValue(row[column]))]),
  }
}

function isIn(
  row: Readonly<Record<string, unknown>>,
  match: Match,
): match is Exclude<Match, { kind: 'hangs' }> {
  if (match.kind === 'hangs') return false
  if (match.kind === 'person') return true
  const value = row[match.column.name]
  if (match.kind === 'names')
    return String(heldValue(value)).toLowerCase().includes(match.value.toLowerCase())
  return Array.isArray(value) ? value.includes(match.value) : String(value) === match.value
}

function matchesOfUser(
  table: TableHeld,
  columns: readonly Column[],
  { id }: Person,
  name: string | null,
): readonly Match[] {
  const named = (group: string | undefined) =>
    columns.filter(column => columnsIn(group).includes(column.name))
  return [
    ...named(table.users).map(column => ({ kind: 'is', column, value: id }) as const),
    ...named(table.people).map(column => ({ kind: 'person', column, user: id }) as const),
    ...(name === null
      ? []
      : named(table.signed).map(column => ({ kind: 'is', column, value: name }) as const)),
  ]
}

function matchesOfChild(
  register: Register,
  table: TableHeld,
  columns: readonly Column[],
  ref: string,
): readonly Match[] {
  const { hangs } = table
  const own = columns
    .filter(column => columnsIn(table.children).includes(column.name))
    .map(column => ({ kind: 'is', column, value: ref }) as const)
  if (hangs === undefined) return own
  const theirs = columnsIn(register[hangs.on]?.children)
  return [
    ...own,
    ...theirs.map(column => ({ kind: 'hangs', ...hangs, column, value: ref }) as const),
  ]
}

/** A user is shown what is about them: when, in which state, and what was written about no child. */
function isForUser(table: TableHeld, column: Column): boolean {
  const ofChild = table.children !== undefined || table.hangs !== undefined
  const others = [
    ...ids(table),
    ...[table.signed, table.names].flatMap(columnsIn),
    ...namesBeside(table.users).values(),
    ...(ofChild ? columnsIn(table.words) : []),
  ]
  return !isHidden(table, column) && !others.includes(column.name)
}

const ids = ({ users, people, children }: TableHeld): readonly string[] =>
  [users, people, children].flatMap(columnsIn)

const isHidden = (table: TableHeld, { name, type }: Column): boolean =>
  name === 'authority' || UNREADABLE.includes(type) || columnsIn(table.secret).includes(name)

function heldValue(value: unknown): HeldValue {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value.join(', ')
  return JSON.stringify(value)
}

const inWords = (column: string): string => column.replaceAll('_', ' ')
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
