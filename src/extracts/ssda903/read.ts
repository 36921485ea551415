import { type Day, longDay } from '#calendar'
import type { ListName, Table } from '#records'
import type { Coverage, ListReport, ReadOptions, ReadResult, SourceFile } from '../extract.ts'
import { collectRefusals } from '../refusals.ts'
import { problem } from '../values.ts'
import { listsOf } from './lists.ts'
import type { Reads } from './reads.ts'
import { readRows, type TableRead } from './read-rows.ts'
import { type Shape, shapes, type TableName, tableNames } from './shapes.ts'
import { tablesIn } from './source.ts'
import type { SourceTable } from './source-table.ts'
import { findReturnDay, returnYear, yearEnd, yearStart } from './year.ts'

/** Reads the files of one return: its tables, its day, its values, and what they say together. */
export async function readReturn(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const refusals = collectRefusals()
  const sources: SourceTable[] = []
  for (const [done, file] of files.entries()) {
    options.progress?.((done / files.length) * 0.5, `Reading ${file.name}`)
    sources.push(...(await tablesIn(file, refusals)))
  }
  if (sources.length === 0) return { extract: null, refusals: refusals.list() }
  const day =
    options.asOf === undefined
      ? findReturnDay(sources)
      : { asOf: options.asOf, because: 'The day was given by the person who loaded the return.' }
  if (day === null) {
    for (const source of sources) source.refusals.file(noYear)
    return { extract: null, refusals: refusals.list() }
  }
  const { asOf, because } = day
  const year = returnYear(asOf)
  const reads: { -readonly [T in TableName]?: TableRead<T>[] } = {}
  const counted = new Map<SourceTable, number>()
  for (const [done, table] of tableNames.entries()) {
    options.progress?.(0.5 + (done / tableNames.length) * 0.5, shapes[table].title)
    const of = sources.filter(source => source.table === table)
    if (of.length === 0) continue
    noteColumns(table, of)
    const seen = new Set<string>()
    const read = of.map(source => readRows(table, source, year, seen))
    for (const each of read) counted.set(each.source, each.rows.length)
    // The rows were read by the shape of the same table that names the place.
    Object.assign(reads, { [table]: read })
  }
  const tables = listsOf(reads as Reads, asOf, read =>
    counted.set(read.source, (counted.get(read.source) ?? 0) - 1),
  )
  return {
    extract: {
      kind: 'ssda903',
      title: titleFor(asOf),
      asOf,
      asOfBecause: because,
      files: files.map(file => file.name),
      tables,
      coverage: coverageOf(tables, asOf),
      reports: sources.map(source => reportOf(source, counted.get(source) ?? 0)),
      refusals: refusals.list(),
    },
    refusals: refusals.list(),
  }
}

function titleFor(asOf: Day): string {
  const year = returnYear(asOf)
  return asOf === yearEnd(year)
    ? `SSDA903 return for the year to 31 March ${year}`
    : `SSDA903 return for the year so far, to ${longDay(asOf)}`
}

/** Events are covered for the year; OC2 and OC3 answer only for its last day. */
function coverageOf(tables: ReadonlyMap<ListName, Table>, asOf: Day): Coverage[] {
  const lastDayOnly: readonly ListName[] = ['healthReturns', 'careLeavers']
  return [...tables.keys()].map(list => ({
    list,
    from: lastDayOnly.includes(list) ? asOf : yearStart(returnYear(asOf)),
    to: asOf,
  }))
}

/** Says which columns of a table were not delivered, and of which table there are two files. */
function noteColumns(table: TableName, sources: readonly SourceTable[]): void {
  for (const source of sources) {
    for (const name of Object.keys(shapes[table].columns))
      if (!source.columns.includes(name)) source.refusals.doubt(null, name, null, columnMissing)
    if (source !== sources[0] && source.file !== sources[0]?.file)
      source.refusals.doubt(null, null, null, tableTwice)
  }
}

const listsFor: Readonly<Record<TableName, readonly ListName[]>> = {
  header: ['children'],
  episodes: ['careEpisodes', 'adoptions'],
  reviews: ['careReviews'],
  uasc: ['uasc'],
  health: ['healthReturns'],
  leavers: ['careLeavers'],
  adopted: ['adoptions'],
  decisions: ['adoptions'],
  permanence: ['previousPermanence'],
  missing: ['missingEpisodes'],
  workers: ['involvements'],
  deprivations: ['deprivations'],
}

function reportOf(source: SourceTable, rowsTaken: number): ListReport {
  const shape: Shape = shapes[source.table]
  const known = (name: string): boolean => name === 'CHILD' || name in shape.columns
  const reasons = source.columns.flatMap((name, place) => {
    if (known(name)) return []
    const reason = shape.notKept[name]
    const spelled = source.spelled[place] ?? ''
    if (spelled === '') return ['A column without a name was not read.']
    return [reason ?? `The column ${spelled} is not one of this table’s and was not read.`]
  })
  return {
    sourceList: shape.title,
    lists: listsFor[source.table],
    rowsFound: source.rows.length + source.lost,
    rowsTaken,
    rowsRefused: source.rows.length + source.lost - rowsTaken,
    notKept: [...new Set(reasons)],
  }
}

const noYear = problem(
  'year-unknown',
  'Nothing in these files says which year they are about; say which day they describe and load them again.',
)
const columnMissing = problem(
  'column-missing',
  'The table does not have this column, so nothing is known of what it says.',
)
const tableTwice = problem(
  'table-twice',
  'Another file of this return holds the same table; the rows of both were taken.',
)
