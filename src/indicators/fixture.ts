import { type Month, parseIsoDay, parseIsoMonth } from '#calendar'
import {
  allLists,
  children,
  type ColumnKind,
  consolidate,
  type Fields,
  type History,
  type List,
  type ListName,
  type TableBuilder,
  tableBuilder,
  type ValueOf,
  type ValuesOf,
} from '#records'
import type { RecordDefinition, SeriesDefinition } from './definition.ts'
import { evaluate, type Series } from './evaluate.ts'
import { membersOf } from './explain.ts'
import { type Standards, usualStandards } from './local-standards.ts'
import { nameOfPeriod, readPeriod } from './series-periods.ts'
import { wholeCounty } from './slices.ts'
import { valueOf } from './value.ts'

/** A row as a test writes it: dates as '2026-03-31', fields left out are not recorded. */
export type Written<F extends Fields> = {
  readonly [N in keyof F]?: F[N]['kind'] extends 'day' ? string : ValueOf[F[N]['kind']]
}

/** Who counts in a month and who is in the whole group and does not, each by the name given. */
export interface Counted {
  readonly counted: readonly string[]
  readonly not: readonly string[]
}

/**
 * A small record for a test, written child by child:
 *
 * ```ts
 * const made = record()
 *   .child('in time').had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-03-09' })
 *   .child('late').had(assessments, { startedOn: '2026-01-05', authorisedOn: '2026-03-10' })
 * expect(made.in('2026-03', assessmentsIn45Days)).toEqual({ counted: ['in time'], not: ['late'] })
 * ```
 *
 * Every list counts as delivered for every day from 2000 to 2039.
 */
export interface RecordBuilder {
  child(name: string, values?: Written<typeof children.fields>): RecordBuilder
  /** A row of the child named last. */
  had<F extends Fields>(list: List<ListName, F>, values: Written<F>): RecordBuilder
  /** @param standards what the council had decided; without it what councils commonly hold */
  in(month: string, definition: RecordDefinition, standards?: Standards): Counted
  /** The figure of the whole county, as a page shows it. */
  value(month: string, definition: RecordDefinition, standards?: Standards): number | null
  history(): History
}

export function record(): RecordBuilder {
  const builders = new Map<ListName, TableBuilder>(
    allLists.map(list => [list.name, tableBuilder<Fields>(list)]),
  )
  let current = ''
  let made: History | null = null
  const add = (list: List, values: Readonly<Record<string, unknown>>): void => {
    made = null
    // Every list of the record has its builder above.
    builders.get(list.name as ListName)?.add(current, read(list, values))
  }
  const builder: RecordBuilder = {
    child(name, values = {}) {
      current = name
      add(children, values)
      return builder
    },
    had(list, values) {
      add(list, values)
      return builder
    },
    history: () => (made ??= historyOf(builders)),
    in(month, definition, standards = usualStandards) {
      const on = monthNamed(month)
      const members = membersOf(builder.history(), definition, on, wholeCounty, standards)
      const names = (counted: boolean) =>
        members.filter(member => member.counted === counted).map(member => member.child)
      return { counted: names(true), not: names(false) }
    },
    value(month, definition, standards = usualStandards) {
      const place = monthNamed(month)
      const population = new Map([[Math.floor(place / 12), 10_000]])
      const [figures] = evaluate(builder.history(), [definition], {
        from: place,
        to: place,
        population,
        standards,
      })
      const county: Series | undefined = figures?.series[0]
      return valueOf(
        definition,
        county?.numerators[0] ?? Number.NaN,
        county?.denominators[0] ?? Number.NaN,
      )
    },
  }
  return builder
}

/** What was entered for a period, as a page shows it, to a hundredth. @throws RangeError for another period */
export function entered(
  definition: SeriesDefinition,
  period: string,
  numerator: number,
  denominator: number | null,
): { readonly period: string; readonly value: number | null } {
  const end = readPeriod(definition, period)
  if (end === null) throw new RangeError(`${period} is not a period of ${definition.code}`)
  const value = valueOf(definition, numerator, denominator ?? Number.NaN)
  return {
    period: nameOfPeriod(definition, end),
    value: value === null ? null : Math.round(value * 100) / 100,
  }
}

export function monthNamed(text: string): Month {
  const month = parseIsoMonth(text)
  if (month === null) throw new RangeError(`${text} is not a month`)
  return month
}

function read(list: List, values: Readonly<Record<string, unknown>>): Partial<ValuesOf<Fields>> {
  const entries = Object.entries(values).map(([name, value]) => {
    const kind: ColumnKind | undefined = list.fields[name]?.kind
    if (kind !== 'day' || typeof value !== 'string') return [name, value]
    const day = parseIsoDay(value)
    if (day === null) throw new RangeError(`${value} is not a date`)
    return [name, day]
  })
  // The values were typed by the list's own fields where the test wrote them.
  return Object.fromEntries(entries) as Partial<ValuesOf<Fields>>
}

function historyOf(builders: ReadonlyMap<ListName, TableBuilder>): History {
  const from = parseIsoDay('2000-01-01') ?? 0
  const to = parseIsoDay('2039-12-31') ?? 0
  return consolidate([
    {
      extract: 'made up for a test',
      asOf: to,
      tables: new Map([...builders].map(([name, builder]) => [name, builder.build()])),
      coverage: allLists.map(list => ({ list: list.name, from, to })),
    },
  ])
}
