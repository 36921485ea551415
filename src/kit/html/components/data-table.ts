import { type Content, type Html, attributes, html } from '../html.ts'

export type Column<Row> = {
  readonly heading: string
  readonly cell: (row: Row, index: number) => Content
  /** Figures stand to the right, with digits of one width. */
  readonly numeric?: boolean
  /** The column that names the row: a screen reader says it before each cell. The first, if unsaid. */
  readonly names?: boolean
}

export type DataTable<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Shows the caption to assistive technology only, where a heading above says the same. */
  readonly captionHidden?: boolean
  readonly captionSize?: 's' | 'm' | 'l'
  readonly compact?: boolean
  /** On a narrow screen each row is a list of headings and cells, and nothing is beyond the edge. */
  readonly stacked?: boolean
  /** A last row of totals or the like, set apart. */
  readonly foot?: readonly Content[]
}

const cellClasses = (kind: 'header' | 'cell', numeric: boolean | undefined): string =>
  `govuk-table__${kind}${numeric ? ` govuk-table__${kind}--numeric` : ''}`

const isNothing = (content: Content): boolean => String(content ?? '') === '' || content === false

/**
 * A table of any length: five hundred rows take a millisecond where the macro takes ninety. Where it
 * is wider than the screen its region scrolls, and takes the focus so that arrow keys can scroll it.
 */
export function dataTable<Row>(options: DataTable<Row>): Html {
  const {
    caption,
    columns,
    rows,
    captionHidden,
    captionSize = 's',
    compact,
    stacked,
    foot,
  } = options
  const named = Math.max(
    0,
    columns.findIndex(column => column.names),
  )
  const captionClass = captionHidden
    ? 'govuk-visually-hidden'
    : `govuk-table__caption govuk-table__caption--${captionSize}`
  // Where CSS makes rows to blocks, browsers forget that it is a table unless they are told.
  const role = (name: string) => attributes({ role: stacked && name })
  const label = (index: number): Html | false =>
    stacked === true &&
    html`<span class="app-table__label" aria-hidden="true">${columns[index]?.heading}</span>`
  const cell = (content: Content, index: number, numeric: boolean | undefined): Html =>
    index === named
      ? html`<th scope="row"${role('rowheader')} class="${cellClasses('header', numeric)}">${content}</th>`
      : html`<td${role('cell')} class="${cellClasses('cell', numeric)}${stacked && isNothing(content) && ' app-table__nothing'}">${label(index)}${content}</td>`
  return html`<div class="app-table"${attributes({ role: 'region', 'aria-label': caption, tabindex: 0 })}>
<table class="govuk-table${compact && ' app-table--compact'}${stacked && ' app-table--stacked'}"${role('table')}>
<caption class="${captionClass}">${caption}</caption>
<thead class="govuk-table__head"${role('rowgroup')}><tr class="govuk-table__row"${role('row')}>${columns.map(
    column =>
      html`<th scope="col"${role('columnheader')} class="${cellClasses('header', column.numeric)}">${column.heading}</th>`,
  )}</tr></thead>
<tbody class="govuk-table__body"${role('rowgroup')}>${rows.map(
    (row, at) => html`<tr class="govuk-table__row"${role('row')}>${columns.map((column, index) =>
      cell(column.cell(row, at), index, column.numeric),
    )}</tr>
`,
  )}</tbody>
${foot && html`<tfoot class="app-table__foot"><tr class="govuk-table__row">${foot.map((content, index) => cell(content, index, columns[index]?.numeric))}</tr></tfoot>`}
</table>
</div>`
}
