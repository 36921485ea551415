import { csvHeader } from '#kit/files/csv.ts'
import { describeBytes } from '#kit/files/text.ts'
import { readPast, shapes, type TableName, tableNames } from './shapes.ts'

/** What a header row is of: a table that is kept, one that is read past, the log of versions. */
export type Recognised =
  | { readonly kind: 'table'; readonly table: TableName }
  | { readonly kind: 'read-past'; readonly prefix: string; readonly why: string }
  | { readonly kind: 'versions' }

const tablesByPrefix: ReadonlyMap<string, TableName> = new Map(
  tableNames.map(name => [shapes[name].prefix, name]),
)

/** Tells a table by the letters that all its columns begin with: 'cine_' is ssd_cin_episodes. */
export function recogniseHeader(header: readonly string[]): Recognised | null {
  const columns = header.map(columnName)
  if (columns.includes('version_number') && columns.includes('release_date'))
    return { kind: 'versions' }
  const counted = new Map<string, number>()
  for (const column of columns) {
    const prefix = column.split('_')[0] ?? ''
    counted.set(prefix, (counted.get(prefix) ?? 0) + 1)
  }
  const [prefix = '', times = 0] = [...counted].toSorted((a, b) => b[1] - a[1])[0] ?? []
  if (times < 2) return null
  const table = tablesByPrefix.get(prefix)
  if (table !== undefined) {
    const known = Object.values(shapes[table].columns).map(each => each.column)
    return columns.some(column => known.includes(column)) ? { kind: 'table', table } : null
  }
  const why = readPast[prefix]
  return why === undefined ? null : { kind: 'read-past', prefix, why }
}

export function recogniseFile(bytes: Uint8Array): Recognised | null {
  if (describeBytes(bytes) !== 'text') return null
  const header = csvHeader(bytes.subarray(0, 65_536))
  return header === null ? null : recogniseHeader(header)
}

export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}
