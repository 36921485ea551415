import { dayOf, monthOf } from '#calendar'
import { consolidate, type History, type HistoryTable, type ListName } from '#records'
import { expect, test } from 'vitest'
import { answerable, listsOf } from './coverage.ts'
import { isOfRecords } from './definition.ts'
import { library } from './library.ts'
import { usualStandards } from './local-standards.ts'
import { visitMembers } from './members.ts'
import { randomRecord } from './random-record.ts'

const from = dayOf(2018, 1, 1) ?? 0
const to = dayOf(2023, 12, 31) ?? 0
const history = consolidate([randomRecord({ seed: 7, children: 800, from, to })])

/** A history that notes which lists are looked up in it. */
function watched(): { readonly history: History; readonly read: Set<ListName> } {
  const read = new Set<ListName>()
  class Watching extends Map<ListName, HistoryTable> {
    override get(name: ListName) {
      read.add(name)
      return super.get(name)
    }
  }
  return { history: { ...history, tables: new Watching(history.tables) }, read }
}

test.each(library.filter(isOfRecords).map(definition => [definition.code, definition] as const))(
  '%s says all the lists that it looks at, and no others',
  (_, definition) => {
    const { days } = answerable(history, definition, monthOf(from), monthOf(to))
    const { history: watching, read } = watched()
    let members = 0
    visitMembers(
      watching,
      [{ definition, days }],
      monthOf(from),
      usualStandards.on,
      () => members++,
    )
    expect(members).toBeGreaterThan(0)
    read.delete('children')
    expect([...read].sort()).toEqual([...listsOf(definition)].sort())
  },
)
