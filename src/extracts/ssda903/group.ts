import type { SourceFile } from '../extract.ts'
import { collectRefusals } from '../refusals.ts'
import { readCsv } from '#kit/files/csv.ts'
import { readIdentifier } from '../values.ts'
import { columnName, type TableName } from './shapes.ts'
import { kindOf } from './source.ts'
import type { SourceTable } from './source-table.ts'
import { yearOfTable } from './year.ts'

interface Member {
  readonly file: SourceFile
  readonly source: SourceTable | null
  readonly table: TableName | null
}

/**
 * Splits files into returns. An XML file or a workbook is a return of its own. CSV files of one
 * folder are one return, unless tables stand in it twice: then the names are asked which files
 * belong together ('2018-episodes.csv', 'header 2018.csv'), and where they do not tell, the years
 * and the children that the files are about. Returns come oldest first.
 */
export function groupReturns(files: readonly SourceFile[]): readonly (readonly SourceFile[])[] {
  const groups: Member[][] = []
  const tables: Member[] = []
  for (const file of files) {
    const kind = kindOf(file)
    if (kind === null || kind === 'xml' || kind === 'workbook')
      groups.push([{ file, source: null, table: null }])
    else tables.push({ file, table: kind, source: sourceOf(file, kind) })
  }
  for (const folder of Map.groupBy(tables, ({ file }) => folderOf(file.name)).values())
    groups.push(...splitFolder(folder))
  return groups
    .map(group => ({ group, year: yearOf(group) }))
    .toSorted((a, b) => a.year - b.year)
    .map(({ group }) => group.map(({ file }) => file))
}

function splitFolder(members: readonly Member[]): Member[][] {
  if (!repeats(members)) return [[...members]]
  const named = [...Map.groupBy(members, ({ file }) => restOfName(file.name)).values()]
  const whole = named.filter(group => isReturn(group, members) && !repeats(group))
  // Names tell where each makes a return of its own year; what is left over joins one of them.
  const years = new Set(whole.map(yearOf))
  if (whole.length === 0 || years.size < whole.length || whole.some(isMixed))
    return splitByContent(members)
  const groups = whole.map(group => [...group])
  const rest = named.filter(group => !whole.includes(group)).flat()
  for (const member of rest) bestHome(member, groups).push(member)
  return groups
}

/** A return has the tables that say what it is about, as far as they were delivered at all. */
function isReturn(group: readonly Member[], all: readonly Member[]): boolean {
  const leading: readonly TableName[] = ['header', 'episodes']
  return leading.every(name => hasTable(group, name) || !hasTable(all, name))
}

const hasTable = (group: readonly Member[], name: TableName): boolean =>
  group.some(({ table }) => table === name)

/** Its header is about other children than its episodes: the names have led astray. */
function isMixed(group: readonly Member[]): boolean {
  const [header, episodes] = (['header', 'episodes'] as const).map(name =>
    group.find(({ table }) => table === name),
  )
  if (header === undefined || episodes === undefined) return false
  const listed = childrenIn(header)
  const inCare = [...childrenIn(episodes)]
  return inCare.length > 0 && inCare.filter(child => listed.has(child)).length < inCare.length / 2
}

/** Splits by the year of each file's dates; files without dates follow their children. */
function splitByContent(members: readonly Member[]): Member[][] {
  const years = new Map(members.map(member => [member, yearOf([member])]))
  const episodes = members.filter(({ table }) => table === 'episodes')
  const leading = episodes.length > 0 ? episodes : members.filter(each => years.get(each) !== 0)
  const byYear = Map.groupBy(leading, member => years.get(member) ?? 0)
  if (byYear.size < 2) return [[...members]]
  const groups = [...byYear.values()].map(group => [...group])
  const spoken = new Set(groups.flat())
  for (const member of members) if (!spoken.has(member)) bestHome(member, groups).push(member)
  return groups
}

/** The return a file belongs to: its children's, then its year's, then one that lacks its table. */
function bestHome(member: Member, groups: Member[][]): Member[] {
  const children = childrenIn(member)
  const year = yearOf([member])
  const scored = groups.map(group => {
    const theirs = new Set(
      group
        .filter(({ table }) => table === 'episodes' || table === 'header')
        .flatMap(each => [...childrenIn(each)]),
    )
    const both = [...children].filter(child => theirs.has(child)).length
    const either = new Set([...children, ...theirs]).size
    const sameYear = year !== 0 && yearOf(group) === year ? 1 : 0
    const lacksIt = group.some(({ table }) => table === member.table) ? 0 : 1
    return { group, score: (either === 0 ? 0 : both / either) * 4 + sameYear + lacksIt }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).group
}

function repeats(members: readonly Member[]): boolean {
  return new Set(members.map(({ table }) => table)).size < members.length
}

function yearOf(members: readonly Member[]): number {
  const order: readonly (TableName | null)[] = ['episodes']
  const sorted = members.toSorted((a, b) => order.indexOf(b.table) - order.indexOf(a.table))
  for (const { source } of sorted) {
    const year = source === null ? null : yearOfTable(source)
    if (year !== null) return year
  }
  return 0
}

function folderOf(name: string): string {
  return name.replaceAll('\\', '/').split('/').slice(0, -1).join('/')
}

// What systems call the twelve files; what is left of a name says which return it is of.
const tableWords =
  /should[ _-]?be[ _-]?placed|placed[ _-]?for[ _-]?adoption|placed[ _-]?adoption|previous[ _-]?permanence|prev[ _-]?perm|social[ _-]?worker[ _-]?episodes|social[ _-]?worker|sw[ _-]?episodes?|episodes?|headers?|reviews?|uasc|oc2|oc3|ad1|adoption|missing|dolos?|deprivations?/g

function restOfName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  return last
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(tableWords, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

function childrenIn({ source }: Member): ReadonlySet<string> {
  if (source === null) return new Set()
  const place = source.columns.indexOf('CHILD')
  return new Set(source.rows.map(({ cells }) => readIdentifier(cells[place])))
}

/** The table of a CSV file, read only to see where it belongs: what is wrong is said when it is read. */
function sourceOf(file: SourceFile, table: TableName): SourceTable {
  let columns: string[] = []
  const rows: { row: number; cells: readonly string[] }[] = []
  readCsv(file.bytes, (cells, row) => {
    if (columns.length > 0) rows.push({ row, cells })
    else if (cells.map(columnName).includes('CHILD')) columns = cells.map(columnName)
  })
  const refusals = collectRefusals().of(file.name, '')
  return { table, file: file.name, columns, spelled: columns, rows, lost: 0, refusals }
}
