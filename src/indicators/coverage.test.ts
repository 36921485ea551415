import { dayOf, parseIsoDay } from '#calendar'
import {
  consolidate,
  contacts,
  type HistoryPart,
  type ListName,
  protectionPlans,
  type Table,
  tableBuilder,
} from '#records'
import { expect, test } from 'vitest'
import { answerable } from './coverage.ts'
import { definitionOf } from './library.ts'
import { monthNamed } from './fixture.ts'

const day = (text: string) => parseIsoDay(text) ?? Number.NaN

function part(
  extract: string,
  covered: readonly (readonly [ListName, string, string])[],
  tables: readonly Table[],
): HistoryPart {
  return {
    extract,
    asOf: Math.max(...covered.map(([, , to]) => day(to))),
    // The tables are of the record's own lists, whose names these are.
    tables: new Map(tables.map(table => [table.list.name as ListName, table])),
    coverage: covered.map(([list, from, to]) => ({ list, from: day(from), to: day(to) })),
  }
}

function answers(code: string, parts: readonly HistoryPart[], from: string, to: string) {
  const definition = definitionOf(code)
  if (definition?.kind !== 'record') throw new RangeError(code)
  const history = consolidate(parts)
  return answerable(history, definition, monthNamed(from), monthNamed(to))
}

const plans = (worker: string) => {
  const builder = tableBuilder(protectionPlans)
  builder.add('a child', { startedOn: day('2025-01-06'), worker })
  return builder.build()
}
const someContacts = (decidedOn: number | null) => {
  const builder = tableBuilder(contacts)
  builder.add('a child', { receivedOn: day('2026-03-02'), decidedOn })
  return builder.build()
}

test('what happens in a month is counted where the whole month is covered', () => {
  const quarter = part('q', [['contacts', '2026-01-15', '2026-03-31']], [someContacts(null)])
  const { days } = answers('FD01', [quarter], '2026-01', '2026-04')
  expect([...days]).toEqual([-1, day('2026-02-28'), day('2026-03-31'), -1])
})

test('a snapshot of a month in which an extract was taken is of that day', () => {
  const taken = part('x', [['protectionPlans', '2026-02-01', '2026-03-12']], [plans('w')])
  const { days } = answers('CP07', [taken], '2026-01', '2026-03')
  expect([...days]).toEqual([-1, day('2026-02-28'), day('2026-03-12')])
})

test('a list that nobody delivered is named, and no month has a figure', () => {
  const taken = part('x', [['protectionPlans', '2024-02-01', '2026-03-31']], [plans('w')])
  const { days, missing } = answers('CP15', [taken], '2026-03', '2026-03')
  expect(missing).toEqual(['visits'])
  expect([...days]).toEqual([-1])
})

test('an extract of a kind that does not carry a field does not answer for it', () => {
  const without = part('old', [['contacts', '2026-02-01', '2026-02-28']], [someContacts(null)])
  const decided = someContacts(day('2026-03-02'))
  const carrying = part('new', [['contacts', '2026-03-01', '2026-03-31']], [decided])
  const { days, extracts } = answers('FD02', [without, carrying], '2026-02', '2026-03')
  expect([...days]).toEqual([-1, day('2026-03-31')])
  expect([...extracts]).toEqual([-1, 1])
})

test('either the field or the other list will do', () => {
  const span = ['protectionPlans', '2026-03-01', '2026-03-31'] as const
  const named = part('a', [span], [plans('w')])
  expect([...answers('CP18', [named], '2026-03', '2026-03').days]).toEqual([day('2026-03-31')])
  const unnamed = part('b', [span], [plans('')])
  const neither = answers('CP18', [unnamed], '2026-03', '2026-03')
  expect([...neither.days]).toEqual([-1])
  expect(neither.missing).toEqual(['involvements'])
})

test('looking back a year needs a year, extracts that touch taken together', () => {
  const halves = [
    part('one', [['contacts', '2026-01-01', '2026-06-30']], [someContacts(null)]),
    part('two', [['contacts', '2026-07-01', '2026-12-31']], [someContacts(null)]),
  ]
  const history = consolidate(halves)
  const definition = definitionOf('FD01')
  if (definition?.kind !== 'record') throw new RangeError('FD01')
  const lookingBack = { ...definition, looksBack: 12 }
  const { days } = answerable(history, lookingBack, monthNamed('2026-11'), monthNamed('2026-12'))
  expect([...days]).toEqual([-1, dayOf(2026, 12, 31)])
})
