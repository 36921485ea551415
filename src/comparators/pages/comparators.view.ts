import { dayIn, longDay } from '#calendar'
import { library } from '#indicators'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, fileUpload } from '#kit/html/components/index.ts'
import { lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues } from '#kit/http/form.ts'
import type { PublishedPlace } from '../layout.ts'
import { CHILDREN, countKey, publishedMeasures } from '../published-measures.ts'
import type { Import, KeptNeighbours, MeasureKept, NeighbourSet } from '../store/index.ts'

export interface ComparatorsModel {
  readonly own: { readonly code: string; readonly name: string | null } | null
  readonly places: ReadonlyMap<string, PublishedPlace>
  readonly measures: readonly MeasureKept[]
  readonly sets: readonly NeighbourSet[]
  /** The council's own neighbours, a row a set. */
  readonly ownRows: readonly KeptNeighbours[]
  readonly imports: readonly Import[]
  readonly mayBring: boolean
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function comparatorsView(model: ComparatorsModel): Html {
  const { measures, mayBring } = model
  const answered = new Set(measures.map(each => indicatorOf(each.measure)).filter(Boolean))
  return html`${heading({
    title: 'Other authorities',
    lead: `What is published of every authority, for the pages of indicators to set this council beside. ${answered.size} of the ${publishedMeasures.length} indicators of which anything is published have figures here.`,
  })}
${ownView(model)}
${setsView(model)}
${mayBring && bringView(model)}
${importsView(model.imports, mayBring)}
${measures.length === 0 ? emptyState({ title: 'No published statistics yet', text: 'Download a table of figures by local authority from the DfE’s statistics service, and bring it here as it is.' }) : measuresView(measures)}`
}

function ownView({ own, mayBring, measures }: ComparatorsModel): Html {
  const change =
    mayBring &&
    html` <a class="govuk-link" href="/comparators/authority">${own === null ? 'Say which' : 'Change this'}</a>`
  if (own === null)
    return html`<div class="govuk-inset-text">Nobody has said yet which authority this council is in published statistics, so it cannot be set beside its neighbours.${change}</div>`
  const unknown =
    own.name === null &&
    measures.length > 0 &&
    html` <strong>No table that was brought has a row for this code.</strong>`
  return html`<p class="govuk-body">In published statistics this council is ${own.name ?? 'the authority'} (${own.code}).${unknown}${change}</p>`
}

function setsView({ sets, ownRows, own }: ComparatorsModel): Html {
  if (sets.length === 0)
    return html`<h2 class="govuk-heading-m">Statistical neighbours</h2><p class="govuk-body">No set of neighbours is here yet. The DfE publishes one table for all authorities; bring it as it is.</p>`
  const rowOf = (set: NeighbourSet) => ownRows.find(row => row.setId === set.id)
  return dataTable({
    caption: 'Statistical neighbours, newest set first',
    captionSize: 'm',
    columns: [
      {
        heading: 'Holds from',
        cell: set =>
          html`<a class="govuk-link" href="/comparators/neighbours/${set.id}">${longDay(set.from)}</a>`,
      },
      { heading: 'Authorities', numeric: true, cell: set => set.authorities },
      {
        heading: own?.name ?? 'This council',
        cell: set => {
          const row = rowOf(set)
          return row === undefined ? 'Has no row in it' : `${row.neighbours.length} neighbours`
        },
      },
      {
        heading: 'In the set before as well',
        numeric: true,
        cell: set => staying(rowOf(set), rowOf(sets[sets.indexOf(set) - 1] ?? set), set, sets[0]),
      },
      { heading: 'File', cell: set => set.fileName },
    ],
    rows: sets.toReversed(),
  })
}

function staying(
  row: KeptNeighbours | undefined,
  before: KeptNeighbours | undefined,
  set: NeighbourSet,
  first: NeighbourSet | undefined,
): string {
  if (row === undefined || before === undefined || set.id === first?.id) return '–'
  const codes = new Set(before.neighbours.map(each => each.code))
  const stay = row.neighbours.filter(each => codes.has(each.code)).length
  return `${stay} of ${row.neighbours.length}`
}

/** The indicator that what is kept under a key answers; '' for the number of children. */
export function indicatorOf(key: string): string {
  const found = publishedMeasures.find(({ code }) => code === key || countKey(code) === key)
  return found?.indicator ?? ''
}

const nameOf = new Map(library.map(({ code, name }) => [code, name]))

function measuresView(measures: readonly MeasureKept[]): Html {
  const rows = measures.toSorted((a, b) =>
    indicatorOf(a.measure).localeCompare(indicatorOf(b.measure)),
  )
  return dataTable({
    caption: 'Published figures that are here',
    captionSize: 'm',
    columns: [
      {
        heading: 'Indicator',
        cell: ({ measure }) => {
          const code = indicatorOf(measure)
          if (measure === CHILDREN) return 'Number of children, which rates are made over'
          return nameOf.has(code)
            ? html`<a class="govuk-link" href="/indicators/${code}#comparison">${code} ${nameOf.get(code)}</a>`
            : code
        },
      },
      { heading: 'Measure', cell: each => each.measure },
      { heading: 'Years', cell: each => `${each.firstYear} to ${each.lastYear}` },
      { heading: 'Newest from', cell: each => each.fileName },
    ],
    rows,
  })
}

function bringView({ values, errors, csrf }: ComparatorsModel): Html {
  const file = errorOf(errors, 'files')
  return html`<h2 class="govuk-heading-m">Bring published statistics or neighbours</h2>
<form method="post" action="/comparators" enctype="multipart/form-data" novalidate>
${csrf}
${lineField({ values, errors }, 'source', 'Where they are from', { hint: 'For example, ‘DfE, Children in need 2025’. You may leave it empty.' })}
${lineField({ values, errors }, 'from', 'For a set of neighbours: the first day on which it holds', { hint: 'For example, 1 May 2025. Left empty, the month in the file’s name is taken.', width: 20 })}
${fileUpload({ id: 'files', name: 'files', label: { text: 'Files' }, hint: { text: 'CSV, Excel (.xlsx) or ZIP, as they were downloaded' }, attributes: { multiple: 'multiple' }, ...(file && { errorMessage: file }) })}
${button({ text: 'Bring them in', preventDoubleClick: true })}
</form>`
}

const kinds: Readonly<Record<Import['kind'], string>> = {
  published: 'Published figures',
  neighbours: 'Neighbours',
  dictionary: 'Dictionary of measures',
  refused: 'Not taken in',
}

function importsView(imports: readonly Import[], mayBring: boolean): Html | false {
  return (
    imports.length > 0 &&
    dataTable({
      caption: 'What was brought, newest first',
      captionSize: 'm',
      columns: [
        {
          heading: 'File',
          cell: each =>
            mayBring
              ? html`<a class="govuk-link" href="/comparators/brought/${each.batch}">${each.fileName}</a>`
              : each.fileName,
        },
        { heading: 'What it is', cell: each => kinds[each.kind] },
        {
          heading: 'Brought',
          cell: each => `${longDay(dayIn(each.broughtAt))} by ${each.broughtByName}`,
        },
        {
          heading: 'Rows taken',
          numeric: true,
          cell: each => `${each.rowsTaken} of ${each.rowsFound}`,
        },
        { heading: 'Lines with a fault', numeric: true, cell: each => each.refusalCount },
      ],
      rows: imports,
    })
  )
}
