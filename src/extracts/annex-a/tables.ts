import { hash } from 'node:crypto'
import {
  type Fields,
  type List,
  type ListName,
  type Table,
  type TableBuilder,
  tableBuilder,
  type ValuesOf,
} from '#records'

/** Whether a row was taken: `same` says what an earlier row says, `other` has only its key. */
export type Added = 'new' | 'same' | 'other'

export interface Tables {
  /** Says that a list was delivered, though it may have no rows. */
  deliver(list: List<ListName, Fields>): void
  /** Adds a row unless an earlier one says the same. */
  add<F extends Fields>(list: List<ListName, F>, child: string, values: Partial<ValuesOf<F>>): Added
  /** What `add` would say, for a row that can only be put in later. */
  note<F extends Fields>(
    list: List<ListName, F>,
    child: string,
    values: Partial<ValuesOf<F>>,
  ): Added
  /** Adds a row whatever earlier ones say. */
  put<F extends Fields>(list: List<ListName, F>, child: string, values: Partial<ValuesOf<F>>): void
  build(): Map<ListName, Table>
}

interface Growing {
  readonly builder: TableBuilder
  /** What was said, by the key of the event, as a digest: the words would fill the memory. */
  readonly seen: Map<string, string | string[]>
}

export function collectTables(): Tables {
  const filled = new Map<ListName, Growing>()
  const growing = (list: List<ListName, Fields>): Growing => {
    let found = filled.get(list.name)
    if (found === undefined) {
      found = { builder: tableBuilder(list), seen: new Map() }
      filled.set(list.name, found)
    }
    return found
  }
  const tables: Tables = {
    deliver: growing,
    note(list, child, values) {
      const { seen } = growing(list)
      const key = list.key.reduce((text, name) => `${text}|${String(values[name] ?? '')}`, child)
      const content = hash('sha1', Object.values(values).join('|'), 'base64')
      const before = seen.get(key)
      if (before === undefined) {
        seen.set(key, content)
        return 'new'
      }
      const all = typeof before === 'string' ? [before] : before
      if (all.includes(content)) return 'same'
      seen.set(key, [...all, content])
      return 'other'
    },
    put(list, child, values) {
      growing(list).builder.add(child, values)
    },
    add(list, child, values) {
      const added = tables.note(list, child, values)
      if (added !== 'same') tables.put(list, child, values)
      return added
    },
    build: () => new Map([...filled].map(([name, { builder }]) => [name, builder.build()])),
  }
  return tables
}
