import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FrozenExtract, RefusalCount } from '../frozen.ts'

const whole = new Intl.NumberFormat('en-GB')

/** What was read of an extract, list by list, and what was refused, kind by kind. */
export function reportView(extract: FrozenExtract): Html {
  const notKept = extract.reports.flatMap(report => report.notKept)
  const past = extract.reports.flatMap(({ sourceList, readPast = [] }) =>
    readPast.map(each => ({ sourceList, ...each })),
  )
  return html`${dataTable({
    caption: 'What was read',
    columns: [
      { heading: 'List', cell: report => report.sourceList },
      { heading: 'Rows found', numeric: true, cell: report => whole.format(report.rowsFound) },
      { heading: 'Taken', numeric: true, cell: report => whole.format(report.rowsTaken) },
      { heading: 'Refused', numeric: true, cell: report => whole.format(report.rowsRefused) },
      ...(past.length === 0 ? [] : [{ heading: 'Read past', numeric: true, cell: rowsPast }]),
    ],
    rows: extract.reports,
  })}
${
  past.length > 0 &&
  html`<p class="govuk-body">Some rows are sound and were read past, because nothing in them is counted:</p>
<ul class="govuk-list govuk-list--bullet">${past.map(({ sourceList, rows, because }) => html`<li>${sourceList}, ${whole.format(rows)} ${rows === 1 ? 'row' : 'rows'}: ${because}</li>`)}</ul>`
}
${
  extract.refused.length === 0
    ? html`<p class="govuk-body">Nothing was refused.</p>`
    : dataTable({
        caption: 'What was refused or is doubtful, most frequent first',
        columns: [
          { heading: 'List', cell: each => each.sourceList },
          { heading: 'Column', cell: each => each.column },
          { heading: 'Why', cell: each => each.message },
          { heading: 'What was done', cell: each => effects[each.effect] },
          { heading: 'Times', numeric: true, cell: each => whole.format(each.count) },
        ],
        rows: extract.refused,
      })
}
${notKept.length > 0 && html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What is read past and not kept</span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">${[...new Set(notKept)].map(each => html`<li>${each}</li>`)}</ul></div></details>`}`
}

function rowsPast({ readPast = [] }: FrozenExtract['reports'][number]): string {
  return whole.format(readPast.reduce((sum, { rows }) => sum + rows, 0))
}

export const effects: Readonly<Record<RefusalCount['effect'], string>> = {
  'file-refused': 'Not read',
  'row-refused': 'Row left out',
  'value-refused': 'Row kept without this value',
  doubtful: 'Kept, and worth a look',
}
