import { longDay } from '#calendar'
import { csvText } from '#kit/files/csv-write.ts'
import type { NamedBytes } from '#kit/files/archive.ts'
import { zipFiles } from '#kit/files/zip-write.ts'
import { type Held, type HeldPart, type HeldValue, rowsIn } from './held.ts'
import { heldView } from './held.view.ts'

/** For a machine: every part with its columns, and every row by the names of these. */
export function heldAsJson(held: Held): string {
  const parts = held.parts.map(({ source, sourceId, title, name, columns, rows }) => ({
    source,
    sourceId,
    title,
    name,
    columns,
    rows: rows.map(row =>
      Object.fromEntries(columns.map((column, place) => [column.name, row[place] ?? null])),
    ),
  }))
  const { person, authority, at } = held
  const about = { [person.kind]: person.id }
  return `${JSON.stringify({ about, authority, at: at.toISOString(), parts }, null, 2)}\n`
}

/** For people: a page to read or print, a sheet for each part, and what a machine reads. */
export function heldAsZip(held: Held): Buffer {
  const text = (name: string, content: string): NamedBytes => ({
    name,
    bytes: new TextEncoder().encode(content),
  })
  return zipFiles([
    text('read-me-first.html', heldView(held).toString()),
    text('everything.json', heldAsJson(held)),
    ...held.parts.map((part, place) => {
      const number = String(place + 1).padStart(3, '0')
      return text(`${number}-${part.name}${ofExtract(part)}.csv`, sheetOf(part))
    }),
  ])
}

function sheetOf({ columns, rows }: HeldPart): string {
  return csvText(
    columns.map(column => column.means),
    rows.map(row => row.map(valueInWords)),
  )
}

function ofExtract({ sourceId }: HeldPart): string {
  return sourceId === null ? '' : `-${sourceId.slice(0, 8)}`
}

function valueInWords(value: HeldValue): string | number | null {
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value
}

const whom = { child: 'a child', user: 'a user', named: 'whoever is called so' } as const

/** 'Everything held about a child on 21 November 2026: 214 rows in 31 parts' */
export function heldInWords(held: Held): string {
  const day = longDay(Math.floor(held.at.getTime() / 86_400_000))
  const many = new Intl.NumberFormat('en-GB')
  const rows = many.format(rowsIn(held))
  return `Everything held about ${whom[held.person.kind]} on ${day}: ${rows} rows in ${many.format(held.parts.length)} parts`
}
