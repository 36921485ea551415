import type { Day } from '#calendar'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, valueAt } from './column.ts'
import { consolidate, type History, type HistoryPart } from './history.ts'
import { allLists, type ListName, referrals } from './lists.ts'
import { tableBuilder } from './table.ts'

interface Referral {
  readonly child: string
  readonly referredOn: Day
  readonly source: string
  readonly notInNeed: boolean | null
}

const referral = fc.record<Referral>({
  child: fc.constantFrom('a', 'b', 'c', 'd'),
  referredOn: fc.integer({ min: 0, max: 30 }),
  source: fc.constantFrom('1A', '2A', '6', ''),
  notInNeed: fc.constantFrom(true, false, null),
})
const rows = fc.uniqueArray(referral, {
  maxLength: 30,
  selector: row => `${row.child} ${row.referredOn}`,
})

function part(extract: string, asOf: Day, of: readonly Referral[]): HistoryPart {
  const builder = tableBuilder(referrals)
  for (const { child, ...values } of of) builder.add(child, values)
  return {
    extract,
    asOf,
    tables: new Map([['referrals' as const, builder.build()]]),
    coverage: [{ list: 'referrals', from: asOf - 30, to: asOf }],
  }
}

/** The referrals that a history holds, in an order that does not depend on how it was made. */
function held(history: History): readonly string[] {
  const table = history.tables.get('referrals')
  if (table === undefined) return []
  const field = (name: string, row: number) => valueAt(table.columns[name] as Column, row)
  return Array.from({ length: table.length }, (_, row) =>
    [
      history.childIds[table.child[row] ?? -1],
      ...['referredOn', 'source', 'notInNeed'].map(name => String(field(name, row))),
    ].join(' '),
  ).sort()
}

const written = ({ child, referredOn, source, notInNeed }: Referral): string =>
  [child, referredOn, source, notInNeed].map(String).join(' ')

test('a history holds what its extract holds', () => {
  fc.assert(
    fc.property(rows, all => {
      expect(held(consolidate([part('one', 100, all)]))).toEqual(all.map(written).sort())
    }),
  )
})

test('the same extract twice changes nothing', () => {
  fc.assert(
    fc.property(rows, all => {
      const once = consolidate([part('one', 100, all)])
      const twice = consolidate([part('one', 100, all), part('again', 100, all)])
      expect(held(twice)).toEqual(held(once))
    }),
  )
})

test('it does not matter in which order extracts are loaded', () => {
  fc.assert(
    fc.property(rows, rows, rows, (first, second, third) => {
      const parts = [part('one', 100, first), part('two', 200, second), part('three', 300, third)]
      expect(held(consolidate(parts.toReversed()))).toEqual(held(consolidate(parts)))
    }),
  )
})

test('where two extracts hold the same event, the later one wins', () => {
  fc.assert(
    fc.property(rows, rows, (earlier, later) => {
      // An extract in which no row has an answer does not carry the column, which is the next test.
      fc.pre(later.some(row => row.notInNeed !== null) && later.some(row => row.source !== ''))
      const byEvent = new Map(
        [...earlier, ...later].map(row => [`${row.child} ${row.referredOn}`, row]),
      )
      const history = consolidate([part('later', 200, later), part('earlier', 100, earlier)])
      expect(held(history)).toEqual([...byEvent.values()].map(written).sort())
    }),
  )
})

test('what a later kind of file does not carry is kept from the earlier one', () => {
  const was = { child: 'a', referredOn: 5, source: '6', notInNeed: true }
  const is = { child: 'a', referredOn: 5, source: '2A', notInNeed: null }
  const history = consolidate([part('census', 100, [was]), part('workbook', 200, [is])])
  expect(held(history)).toEqual(['a 5 2A true'])
  expect(history.coverage.get('referrals')?.map(span => span.lacks.includes('notInNeed'))).toEqual([
    false,
    true,
  ])
})

test('an empty extract covers its days and holds nothing', () => {
  const history = consolidate([part('one', 100, [])])
  expect(held(history)).toEqual([])
  expect(history.coverage.get('referrals')).toMatchObject([{ from: 70, to: 100 }])
})

test('the rows of a child stand together, in the order of their dates', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const history = consolidate([part('one', 100, first), part('two', 200, second)])
      const table = history.tables.get('referrals')
      const days = table?.columns['referredOn']?.values
      const places = Array.from(
        table?.child ?? [],
        (child, row) => child * 100 + (days?.[row] ?? 0),
      )
      expect(places).toEqual(places.toSorted((one, other) => one - other))
    }),
  )
})

test('no two lists share a name', () => {
  const names: readonly ListName[] = allLists.map(list => list.name)
  expect(new Set(names).size).toBe(names.length)
})
