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
  build(): Map<ListName, Table>
}

interface Growing {
  readonly builder: TableBuilder
  /** What was said, by the key of the event. */
  readonly seen: Map<string, string[]>
}

export function collectTables(): Tables {
  const tables = new Map<ListName, Growing>()
  const growing = (list: List<ListName, Fields>): Growing => {
    let found = tables.get(list.name)
    if (found === undefined) {
      found = { builder: tableBuilder(list), seen: new Map() }
      tables.set(list.name, found)
    }
    return found
  }
  return {
    deliver: growing,
    add(list, child, values) {
      const { builder, seen } = growing(list)
      const key = list.key.reduce((text, name) => `${text}|${String(values[name])}`, child)
      const content = Object.values(values).join('|')
      const before = seen.get(key)
      if (before?.includes(content)) return 'same'
      if (before === undefined) seen.set(key, [content])
      else before.push(content)
      builder.add(child, values)
      return before === undefined ? 'new' : 'other'
    },
    build: () => new Map([...tables].map(([name, { builder }]) => [name, builder.build()])),
  }
}
