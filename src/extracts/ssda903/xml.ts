import { readXml, type XmlElement } from '#kit/files/xml.ts'
import type { SourceFile } from '../extract.ts'
import type { Refusals } from '../refusals.ts'
import { columnName, shapes, type TableName } from './shapes.ts'
import type { SourceRow, SourceTable } from './source-table.ts'

// The XML form of the return (CLA.xsd, version 3.3.0): one CHILD element a child, whose HEADER holds
// what the CSV form spreads over eleven files, and EPISODE elements beside it.

/** Elements that repeat inside a child and are the rows of a table of their own. */
const rowElements: Readonly<Record<string, TableName>> = {
  EPISODE: 'episodes',
  AREVIEW: 'reviews',
  AMISSING: 'missing',
  PERMANENCE: 'permanence',
  OC2: 'health',
  AD_PLACED: 'decisions',
  SWEPISODE: 'workers',
  SW_EPISODE: 'workers',
  ASWEPISODE: 'workers',
  DOLO: 'deprivations',
  ADOLO: 'deprivations',
}

/** Columns that stand in the header itself; a child has a row of the table where any is filled. */
const headerTables: readonly (readonly [TableName, readonly string[]])[] = [
  ['uasc', ['DUC', 'UASC']],
  ['adopted', ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE']],
  ['leavers', ['IN_TOUCH', 'ACTIV', 'ACCOM']],
]

// The schema has no place for these two, so a return without them says nothing about them.
const laterTables: readonly TableName[] = ['workers', 'deprivations']

/** The tables of a return in XML; one that cannot be read to its end is refused as a whole. */
export function tablesOfXml(file: SourceFile, refusals: Refusals): SourceTable[] {
  const tables = new Map<TableName, { columns: string[]; rows: SourceRow[] }>()
  const tableFor = (table: TableName) => {
    let found = tables.get(table)
    if (found === undefined) {
      found = { columns: ['CHILD', ...Object.keys(shapes[table].columns)], rows: [] }
      tables.set(table, found)
    }
    return found
  }
  const put = (table: TableName, row: number, values: ReadonlyMap<string, string>): void => {
    const { columns, rows } = tableFor(table)
    rows.push({ row, cells: columns.map(name => values.get(name) ?? '') })
  }
  for (const table of Object.keys(shapes) as TableName[])
    if (!laterTables.includes(table)) tableFor(table)

  const refusal = readXml(file.bytes, {
    whole: new Set(['CHILD']),
    spell: name => name.toUpperCase(),
    onElement: child => rowsOfChild(child, put),
  })
  if (refusal !== null) {
    refusals.of(file.name, '').file(refusal)
    return []
  }
  return [...tables].map(([table, { columns, rows }]) => ({
    table,
    file: file.name,
    columns,
    spelled: columns,
    rows,
    lost: 0,
    refusals: refusals.of(file.name, shapes[table].title),
  }))
}

function rowsOfChild(
  child: XmlElement,
  put: (table: TableName, row: number, values: ReadonlyMap<string, string>) => void,
): void {
  const header = child.children.find(each => each.name === 'HEADER')
  const inHeader = header?.children ?? []
  const own = valuesOf(inHeader)
  const shared = [...own].filter(([name]) => name === 'CHILD' || name === 'DOB' || name === 'SEX')
  put('header', header?.line ?? child.line, own)
  for (const [table, columns] of headerTables) {
    if (columns.some(name => !['', '0'].includes(own.get(name) ?? '')))
      put(table, header?.line ?? child.line, own)
  }
  for (const element of [...inHeader, ...child.children]) {
    const table = rowElements[element.name]
    if (table === undefined) continue
    const values = valuesOf(element.children)
    if ([...values.values()].some(value => value !== ''))
      put(table, element.line, new Map([...shared, ...values]))
  }
}

function valuesOf(elements: readonly XmlElement[]): Map<string, string> {
  return new Map(
    elements
      .filter(each => each.children.length === 0)
      .map(each => [columnName(each.name), each.text]),
  )
}
