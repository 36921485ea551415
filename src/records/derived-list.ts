import type { History, HistoryTable } from './history.ts'
import type { Field, Fields, List } from './list.ts'
import type { ListName } from './lists.ts'

/** A list that no file holds and that follows from another: periods of care from their episodes. */
export interface DerivedList<F extends Fields = Fields> extends List<string, F> {
  /** The list of the record that it follows from, whose coverage it has. */
  readonly from: ListName
  readonly derive: (history: History) => HistoryTable | null
}

export function derivedList<F extends Readonly<Record<string, Field>>>(
  name: string,
  title: string,
  fields: F,
  more: {
    readonly from: ListName
    readonly spell?: readonly [keyof F & string, keyof F & string]
    readonly about?: List['about']
    readonly derive: (history: History, list: List<string, F>) => HistoryTable | null
  },
): DerivedList<F> {
  const list: DerivedList<F> = {
    name,
    title,
    fields,
    key: [],
    spell: more.spell ?? null,
    about: more.about ?? 'child',
    from: more.from,
    derive: history => more.derive(history, list),
  }
  return list
}

const derived = new WeakMap<History, Map<List, HistoryTable | null>>()
let lastHistory: History | null = null
let lastTables = new Map<List, HistoryTable | null>()

/** A list's table in a history, kept or derived; null where no extract delivered it. */
export function tableIn(history: History, list: List): HistoryTable | null {
  if (!('derive' in list)) return history.tables.get(list.name as ListName) ?? null
  if (history !== lastHistory) {
    lastHistory = history
    lastTables = derived.get(history) ?? new Map<List, HistoryTable | null>()
    derived.set(history, lastTables)
  }
  const known = lastTables.get(list)
  if (known !== undefined) return known
  const made = (list as DerivedList).derive(history)
  lastTables.set(list, made)
  return made
}

/** The list of the record whose extracts a list depends on. */
export function sourceList(list: List): ListName {
  return 'from' in list ? (list as DerivedList).from : (list.name as ListName)
}
