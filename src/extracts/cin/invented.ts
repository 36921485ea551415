// Invented censuses for the tests, and what was read of them in a form that a test can compare.
import { isoDay } from '#calendar'
import { type ListName, valueAt } from '#records'
import type { ReadExtract, ReadResult } from '../extract.ts'
import { cin } from './index.ts'

/** An element with what is in it: `el('Year', 2026)`. */
export const el = (name: string, ...inside: (string | number)[]): string =>
  `<${name}>${inside.join('')}</${name}>`

export const header = (year: number, reference = `${year}-03-31`): string =>
  el(
    'Header',
    el(
      'CollectionDetails',
      el('Collection', 'CIN'),
      el('Year', year),
      el('ReferenceDate', reference),
    ),
    el('Source', el('SourceLevel', 'L'), el('LEA', '999')),
  )

export const message = (top: string, ...children: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${el('Message', top, el('Children', ...children))}`

export const childOf = (id: string, ...details: string[]): string =>
  el(
    'Child',
    el(
      'ChildIdentifiers',
      el('LAchildID', id),
      el('PersonBirthDate', '2015-06-01'),
      el('Sex', 'F'),
    ),
    el('ChildCharacteristics', el('Ethnicity', 'WBRI')),
    ...details,
  )

export const detailsOf = (...more: string[]): string =>
  el(
    'CINdetails',
    el('CINreferralDate', '2025-05-01'),
    el('ReferralSource', '6'),
    el('PrimaryNeedCode', 'N1'),
    el('ReferralNFA', '0'),
    ...more,
  )

export const read = (text: string, options = {}): Promise<ReadResult> =>
  cin.read([{ name: 'census.xml', bytes: Buffer.from(text) }], options)

export const extractOf = async (text: string): Promise<ReadExtract> => {
  const { extract, refusals } = await read(text)
  if (extract === null) throw new Error(`Not read: ${refusals[0]?.message}`)
  return extract
}

/** The rows of a list with dates in ISO form; undefined where the list is not there. */
export const rowsOf = (
  extract: ReadExtract,
  list: ListName,
): Record<string, unknown>[] | undefined => {
  const table = extract.tables.get(list)
  if (table === undefined) return undefined
  return Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries(
      Object.entries(table.columns).map(([name, column]) => {
        const value = valueAt(column, row)
        const isDay = column.kind === 'day' && typeof value === 'number'
        return [name, isDay ? isoDay(value) : value]
      }),
    ),
  )
}

export const codesOf = (extract: ReadExtract): string[] =>
  extract.refusals.map(each => `${each.effect} ${each.column ?? ''} ${each.code}`)
