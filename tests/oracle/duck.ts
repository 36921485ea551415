import { DuckDBConnection, type DuckDBAppender, DuckDBDateValue } from '@duckdb/node-api'
import { firstDayOf, isWorkingDay, lastDayOf, type Month } from '#calendar'
import { allLists, type Column, type History, type HistoryTable, NOTHING } from '#records'
import { readFileSync } from 'node:fs'

const sqlType = { day: 'date', code: 'varchar', count: 'integer', flag: 'boolean' } as const

/** A history as tables of DuckDB: one for each list, and the calendar's months and working days. */
export async function historyInDuck(
  history: History,
  from: Month,
  to: Month,
): Promise<DuckDBConnection> {
  const connection = await DuckDBConnection.create()
  for (const list of allLists) {
    const columns = Object.entries(list.fields).map(
      ([name, { kind }]) => `${snake(name)} ${sqlType[kind]}`,
    )
    const name = snake(list.name)
    await connection.run(
      `create table ${name} (child varchar, place integer, ${columns.join(', ')})`,
    )
    const table = history.tables.get(list.name)
    if (table === undefined) continue
    const appender = await connection.createAppender(name)
    appendRows(appender, table, history)
    appender.closeSync()
  }
  await appendCalendar(connection, from, to)
  await connection.run(readFileSync(new URL('views.sql', import.meta.url), 'utf8'))
  return connection
}

function appendRows(appender: DuckDBAppender, table: HistoryTable, history: History): void {
  const columns = Object.keys(table.list.fields).map(name => table.columns[name])
  for (let row = 0; row < table.length; row++) {
    appender.appendVarchar(history.childIds[table.child[row] ?? -1] ?? '')
    appender.appendInteger(row)
    for (const column of columns) appendValue(appender, column, row)
    appender.endRow()
  }
}

function appendValue(appender: DuckDBAppender, column: Column | undefined, row: number): void {
  const value = column?.values[row] ?? NOTHING
  if (column === undefined || value === NOTHING) appender.appendNull()
  else if (column.kind === 'day') appender.appendDate(new DuckDBDateValue(value))
  else if (column.kind === 'count') appender.appendInteger(value)
  else if (column.kind === 'code') appender.appendVarchar(column.words[value] ?? '')
  else if (value < 0) appender.appendNull()
  else appender.appendBoolean(value === 1)
}

/** Working days are the calendar's own, which has its tests; the oracle is about who is counted. */
async function appendCalendar(connection: DuckDBConnection, from: Month, to: Month): Promise<void> {
  await connection.run('create table months (last_day date)')
  const months = await connection.createAppender('months')
  for (let month = from; month <= to; month++) {
    months.appendDate(new DuckDBDateValue(lastDayOf(month)))
    months.endRow()
  }
  months.closeSync()
  await connection.run('create table working_days (day date primary key, n integer)')
  const days = await connection.createAppender('working_days')
  let count = 0
  for (let day = firstDayOf(from - 360); day <= lastDayOf(to + 120); day++) {
    if (isWorkingDay(day)) count++
    days.appendDate(new DuckDBDateValue(day))
    days.appendInteger(count)
    days.endRow()
  }
  days.closeSync()
}

function snake(name: string): string {
  return name.replace(/[A-Z0-9]+/g, part => `_${part.toLowerCase()}`)
}
