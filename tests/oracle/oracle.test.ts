import type { DuckDBConnection } from '@duckdb/node-api'
import { type Day, dayOf, isoMonth, lastDayOf, type Month, monthOf } from '#calendar'
import { type Definition, definitionOf, evaluate } from '#indicators'
import { demoExtracts } from '#demo'
import { readers } from '#extracts'
import { consolidate, type History, type HistoryPart } from '#records'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { randomRecord } from '../../src/indicators/random-record.ts'
import { historyInDuck } from './duck.ts'

// Every indicator here is written a second time, in SQL, by its description and not by its code.
// Both are asked about the same record and have to say the same, month by month and team by team.

const folder = new URL('sql/', import.meta.url)
const codes = readdirSync(folder).map(file => file.replace('.sql', ''))

/** The county's figures and each team's: 'month team' → what is counted, of how many. */
type Figures = ReadonlyMap<string, string>

/** A row counts for its own team, or else for the latest team the child was allocated to that day. */
async function bySql(connection: DuckDBConnection, code: string): Promise<Figures> {
  const sql = readFileSync(new URL(`${code}.sql`, folder), 'utf8')
  const sum = sql.includes('measured: median') ? 'median(counted)' : 'sum(counted::double)'
  const reader = await connection.runAndReadAll(`
    with counted as materialized (${sql}),
    placed as (
      select strftime(c.day, '%Y-%m') as month, coalesce(c.counted, false) as counted,
        coalesce(nullif(t.name, ''), nullif(own.team, ''), 'Not recorded') as team
      from (select row_number() over () as id, * from counted where day is not null) c
      left join lateral (
        select coalesce(nullif(c.team, ''), (
          select arg_max(i.team, i.place) from involvements i
          where i.child = c.child and i.started_on <= c.day
            and (i.ended_on is null or i.ended_on >= c.day))) as team
      ) own on true
      left join teams t on t.team = own.team
    )
    select month, coalesce(team, 'County') as team, ${sum} as counted, count(*) as everyone
    from placed group by grouping sets ((month), (month, team))`)
  return new Map(
    reader
      .getRows()
      .map(([month, team, counted, everyone]) => [
        `${String(month)} ${String(team)}`,
        `${Number(counted)} of ${Number(everyone)}`,
      ]),
  )
}

function byIndicator(
  history: History,
  definition: Definition,
  from: Month,
  to: Month,
): { readonly figures: Figures; readonly answered: ReadonlySet<string> } {
  const [result] = evaluate(history, [definition], { from, to, population: new Map() })
  const figures = new Map<string, string>()
  const answered = new Set<string>()
  const teams = result?.series.filter(({ slice }) => slice.dimension === 'team') ?? []
  const [county] = result?.series ?? []
  for (let month = from; month <= to; month++) {
    const place = month - from
    if (Number.isNaN(county?.numerators[place]) && definition.measure?.summary !== 'median')
      continue
    answered.add(isoMonth(month))
    for (const each of county === undefined ? [] : [county, ...teams]) {
      const numerator = each.numerators[place] ?? 0
      const everyone = each.denominators[place] ?? 0
      const count = definition.unit === 'rate' ? numerator : everyone
      if (count > 0)
        figures.set(`${isoMonth(month)} ${each.slice.name || 'County'}`, `${numerator} of ${count}`)
    }
  }
  return { figures, answered }
}

/** Both ways of counting, in the months that the indicator can answer for. */
async function compare(
  history: History,
  connection: DuckDBConnection,
  code: string,
  from: Month,
  to: Month,
) {
  const definition = definitionOf(code)
  if (definition === undefined) throw new RangeError(`${code} is not an indicator`)
  const { figures, answered } = byIndicator(history, definition, from, to)
  const sql = await bySql(connection, code)
  const inSql = new Map([...sql].filter(([key]) => answered.has(key.slice(0, 7))))
  return { figures, inSql, answered }
}

const from = dayOf(2018, 1, 1) ?? 0
const to = dayOf(2023, 12, 31) ?? 0

function months(first: Day, last: Day): readonly [Month, Month] {
  return [monthOf(first), monthOf(last)]
}

const random = consolidate([randomRecord({ seed: 20, children: 600, from, to })])
const [first, last] = months(from, to)
const randomInDuck = historyInDuck(random, first, last)

test('at least twenty indicators are written twice', () => {
  expect(codes.length).toBeGreaterThanOrEqual(20)
  expect(lastDayOf(last)).toBe(to)
})

test.each(codes)('%s says the same in SQL, of a record made at random', async code => {
  const { figures, inSql, answered } = await compare(random, await randomInDuck, code, first, last)
  expect(answered.size).toBeGreaterThan(12)
  expect(figures.size).toBeGreaterThan(20)
  expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(inSql))
})

const ssd = readers.find(reader => reader.kind === 'ssd')

/** Three years of a tenth of the demonstration county, through the ordinary reader. */
async function demoHistory(): Promise<History> {
  const parts: HistoryPart[] = []
  for (const { asOf, files } of demoExtracts({ scale: 0.1, months: 36 })) {
    const read = (await ssd?.read(files))?.extract
    if (read) parts.push({ ...read, extract: `taken on day ${asOf}` })
  }
  return consolidate(parts)
}

const demo = demoHistory()
const [demoFirst, demoLast] = [monthOf(dayOf(2023, 4, 1) ?? 0), monthOf(dayOf(2026, 3, 31) ?? 0)]
const demoInDuck = demo.then(history => historyInDuck(history, demoFirst, demoLast))

test.each(codes)('%s says the same in SQL, of the demonstration county', async code => {
  const connection = await demoInDuck
  const { figures, inSql } = await compare(await demo, connection, code, demoFirst, demoLast)
  expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(inSql))
})
