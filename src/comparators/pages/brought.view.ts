import { heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Import } from '../store/index.ts'
import type { Refusal } from '../table-rows.ts'

/** As many lines as a page shows; the others are in the table to download. */
const MOST_SHOWN = 50

export function broughtView(imports: readonly Import[]): Html {
  const taken = imports.filter(each => each.kind !== 'refused').length
  const [first] = imports
  const faults = imports.reduce((sum, each) => sum + each.refusalCount, 0)
  return html`${heading({
    title: 'What was brought',
    lead: `${taken} of ${imports.length} ${imports.length === 1 ? 'file was' : 'files were'} taken in.`,
  })}
${
  faults > 0 &&
  html`<p class="govuk-body"><a class="govuk-link" href="/comparators/brought/${first?.batch ?? ''}/refused.csv">Download every line with a fault</a></p>`
}
${imports.map(importView)}
<p class="govuk-body"><a class="govuk-link" href="/comparators">All that is here of other authorities</a></p>`
}

function importView(one: Import): Html {
  return html`<h2 class="govuk-heading-m">${one.fileName}</h2>
${one.kind === 'refused' ? html`<p class="govuk-body"><strong>Nothing of it was taken in.</strong></p>` : html`<p class="govuk-body">${counts(one)}</p>`}
${one.notes.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${one.notes.map(note => html`<li>${note}</li>`)}</ul>`}
${one.refusals.length > 0 && refusalsView(one)}`
}

function counts(one: Import): string {
  const rows = `${one.rowsTaken} of ${one.rowsFound} rows were taken in.`
  if (one.kind !== 'published') return rows
  const { valuesAdded, valuesRevised } = one
  if (valuesAdded + valuesRevised === 0)
    return `${rows} Every figure of it was here already, exactly so.`
  const revised =
    valuesRevised > 0
      ? ` ${valuesRevised} take the place of another figure, which stays in the history.`
      : ''
  return `${rows} ${valuesAdded} figures are new.${revised}`
}

function refusalsView(one: Import): Html {
  const shown = one.refusals.slice(0, MOST_SHOWN)
  const more = one.refusalCount - shown.length
  return html`${dataTable<Refusal>({
    caption: `Lines with a fault: ${one.refusalCount}`,
    columns: [
      { heading: 'Line', cell: each => each.line ?? 'Whole file' },
      { heading: 'What is wrong', cell: each => each.message },
      {
        heading: 'What became of it',
        cell: each => (each.kept === true ? 'Kept in part' : 'Left out'),
      },
    ],
    rows: shown,
  })}${more > 0 && html`<p class="govuk-body">And ${more} more.</p>`}`
}
