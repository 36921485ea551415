import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { dataTable, fileUpload, select } from '#kit/html/components/index.ts'
import { csvText } from '#kit/files/csv-write.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  type Refused,
  typed,
  type Upload,
} from '#kit/http/index.ts'
import { masked } from '../private-words.ts'
import { type Mapping, mostLines, readSheet } from '../sheet.ts'
import { type NamedSheet, together, withoutColumns } from '../sheets-together.ts'
import { type KeptSheet, keepSheet } from '../store/index.ts'
import { changingOf, type FindingsRooms } from './rooms.ts'

/** As many bytes as a table of a plan or of findings may have. */
export const mostTableBytes = 20_000_000

/** A column that a row may be read from, and what it is called where somebody chooses it. */
export interface Column {
  readonly key: string
  readonly words: string
  readonly needed?: boolean
}

/** What a room does not keep of a table that is sent. */
export interface Keeping {
  readonly purpose: string
  /** Whether a column is never kept, whatever stands in it: one of children's names, say. */
  readonly neverKept?: ((heading: string) => boolean) | undefined
}

/** Keeps a table that was sent, with numbers of children put out of sight; gives its identifier. */
export async function keepTable(
  rooms: Pick<FindingsRooms, 'db' | 'here' | 'now'>,
  { request }: Asked,
  files: AsyncIterable<Upload>,
  { purpose, neverKept = () => false }: Keeping,
): Promise<string> {
  const named: NamedSheet[] = []
  for await (const file of files) {
    const sheet = await readSheet(file.name, await bytesOf(file.content))
    if (sheet.kind === 'refused') {
      const message = named.length === 0 ? sheet.message : `${file.name}: ${sheet.message}`
      throw invalid([{ field: 'file', message }])
    }
    named.push({ name: file.name, sheet })
  }
  const one = together(named)
  if (one === null) throw invalid([{ field: 'file', message: 'Choose a file to bring.' }])
  if (one.sheet.lines.length > mostLines)
    throw invalid([
      { field: 'file', message: `These files have more than ${mostLines} rows. Bring fewer.` },
    ])
  const by = await changingOf(rooms, request)
  const id = randomUUID()
  const { headings, lines, notes } = withoutColumns(one.sheet, neverKept)
  const clean = lines.map(line => ({ ...line, cells: line.cells.map(masked) }))
  const kept = { id, purpose, name: one.name, headings, lines: clean, notes }
  await rooms.db.as(by.authority, trx => keepSheet(trx, by.authority, kept, by))
  return id
}

async function bytesOf(content: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** The form that sends a table, or several of one kind. */
export function tableForm(
  action: string,
  csrf: Html,
  errors: Refused['errors'],
  label: string,
  files = 1,
): Html {
  const kinds = 'CSV, Excel (.xlsx) or Word (.docx), up to 20 MB'
  return html`<form method="post" action="${action}" enctype="multipart/form-data" novalidate>
${csrf}
${fileUpload({ id: 'file', name: 'file', label: { text: label }, hint: { text: files === 1 ? kinds : `${kinds} each. Up to ${files} files at once, which are put together into one table` }, ...(files > 1 && { attributes: { multiple: 'multiple' } }), ...(errorOf(errors, 'file') && { errorMessage: errorOf(errors, 'file') }) })}
<button type="submit" class="govuk-button" data-module="govuk-button">Read this table</button>
</form>`
}

/** A choice of column for each field, and the first rows to choose by. */
export function mappingFields(
  sheet: KeptSheet,
  fields: readonly Column[],
  values: FormValues,
  errors: Refused['errors'],
): Html {
  return html`${fields.map(({ key, words, needed }) =>
    select({
      id: `column-${key}`,
      name: `column-${key}`,
      label: { text: words },
      items: [
        { value: '', text: needed === true ? 'Choose a column' : 'No column' },
        ...sheet.headings.map((heading, place) => ({
          value: String(place),
          text: heading,
          selected: typed(values, `column-${key}`) === String(place),
        })),
      ],
      errorMessage: errorOf(errors, `column-${key}`),
    }),
  )}`
}

export function firstRows(sheet: KeptSheet): Html {
  return html`${
    sheet.notes.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${sheet.notes.map(note => html`<li>${note}</li>`)}</ul>`
  }
${dataTable({
  caption: `The first rows of ${sheet.name}`,
  compact: true,
  stacked: true,
  columns: [
    { heading: 'Row', cell: line => line.number },
    ...sheet.headings.map((heading, place) => ({
      heading,
      cell: (line: (typeof sheet.lines)[number]) => (line.cells[place] ?? '').slice(0, 120),
    })),
  ],
  rows: sheet.lines.slice(0, 5),
})}`
}

export function mappingValues(mapping: Mapping): FormValues {
  return Object.fromEntries(
    Object.entries(mapping).map(([key, place]) => [`column-${key}`, String(place)]),
  )
}

/** The mapping that a form names. @throws invalid where a field that is needed has no column */
export function mappingFrom(
  body: Readonly<Record<string, unknown>>,
  sheet: KeptSheet,
  fields: readonly Column[],
): Mapping {
  const mapping: Record<string, number> = {}
  for (const { key, words, needed } of fields) {
    const typedPlace = body[`column-${key}`]
    const place =
      typeof typedPlace === 'string' && typedPlace !== '' ? Number(typedPlace) : Number.NaN
    if (Number.isInteger(place) && place >= 0 && place < sheet.headings.length) mapping[key] = place
    else if (needed === true)
      throw invalid([
        {
          field: `column-${key}`,
          message: `Choose the column that holds: ${words.toLowerCase()}.`,
        },
      ])
  }
  return mapping
}

const toCorrect = ({ refused }: KeptSheet) => (refused ?? []).filter(({ already }) => !already)

/** What was refused, as a table to correct and bring again. */
export function refusedCsv(sheet: KeptSheet): string {
  return csvText(
    ['Row', 'Why it was refused', ...sheet.headings],
    toCorrect(sheet).map(each => [String(each.line), each.message, ...each.cells]),
  )
}

/** What somebody can take in on one page. */
const MOST_SHOWN = 100

export function outcomeView(
  sheet: KeptSheet,
  noun: { readonly one: string; readonly many: string },
  downloadHref: string,
): Html {
  const taken = sheet.taken ?? 0
  const refused = toCorrect(sheet)
  const already = (sheet.refused ?? []).filter(each => each.already)
  return html`<p class="govuk-body">${taken === 1 ? `1 ${noun.one} was` : `${taken} ${noun.many} were`} taken in ${sheet.lines.length === 0 ? 'from rows that are no longer kept' : `from ${sheet.lines.length} ${sheet.lines.length === 1 ? 'row' : 'rows'}`}.</p>
${already.length > 0 && html`<p class="govuk-body">${already.length === 1 ? '1 row was here already' : `${already.length} rows were here already`}: nothing was brought twice.</p>`}
${
  refused.length > 0 &&
  html`${dataTable({
    stacked: true,
    caption: `${refused.length} ${refused.length === 1 ? 'row was' : 'rows were'} not taken in`,
    columns: [
      { heading: 'Row', cell: each => each.line },
      { heading: 'Why', cell: each => each.message },
      {
        heading: 'What it says',
        cell: each =>
          each.cells
            .filter(cell => cell !== '')
            .join(' · ')
            .slice(0, 300),
      },
    ],
    rows: refused.slice(0, MOST_SHOWN),
  })}
${refused.length > MOST_SHOWN && html`<p class="govuk-body">The first ${MOST_SHOWN} are shown here; all ${refused.length} are in the file below.</p>`}
<p class="govuk-body"><a class="govuk-link" href="${downloadHref}">Download these rows to correct and bring again</a></p>`
}`
}
