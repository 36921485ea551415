import { longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, fileUpload } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError, Link } from '#kit/html/page.ts'
import { errorOf } from '#kit/http/form.ts'
import { type FrozenExtract, shortId } from '../frozen.ts'

export interface DataModel {
  readonly ways: readonly Link[]
  readonly extracts: readonly FrozenExtract[]
  /** Whether this person loads files, and not only sees what was loaded. */
  readonly mayLoad: boolean
  /** The county that does not exist, which is only to look at. */
  readonly demonstration: boolean
  readonly csrf: Html
  readonly errors: readonly FieldError[]
}

const whole = new Intl.NumberFormat('en-GB')

export function dataView(model: DataModel): Html {
  const { extracts, ways, mayLoad, demonstration, csrf, errors } = model
  return html`${heading({
    title: 'Data',
    lead: 'Every figure rests on an extract: what the council’s case system handed over on a day. An extract is checked, frozen and never changed.',
  })}
${ways.length > 0 && html`<ul class="govuk-list app-columns">${ways.map(way => html`<li><a class="govuk-link" href="${way.href}">${way.text}</a></li>`)}</ul>`}
${mayLoad && (demonstration ? tryView(csrf) : loadView(csrf, errors))}
<h2 class="govuk-heading-m">Extracts</h2>
${extracts.length === 0 ? noneView() : tableView(extracts)}`
}

/** The demonstration is only to look at; files of one's own have a place beside it. */
function tryView(csrf: Html): Html {
  return html`<div class="govuk-inset-text">You are looking at the demonstration county, to which nothing is added. Files of your own are loaded beside it.</div>
<form method="post" action="/try-out">${csrf}${button({ text: 'Try files of your own', preventDoubleClick: true })}</form>`
}

function loadView(csrf: Html, errors: readonly FieldError[]): Html {
  return html`<h2 class="govuk-heading-m">Load files</h2>
<p class="govuk-body">Choose all files of a return together, or one zip. Sightline tells them apart by what is in them.</p>
<ul class="govuk-list govuk-list--bullet">
<li>an SSDA903 return: its CSV files or its XML</li>
<li>a children in need census: its XML, plain or gzipped</li>
<li>an Annex A workbook</li>
<li>the Standard Safeguarding Dataset: its CSV files</li>
</ul>
<form method="post" action="/data" enctype="multipart/form-data" novalidate>
${csrf}
${fileUpload({
  id: 'files',
  name: 'files',
  multiple: true,
  label: { text: 'Files to load' },
  hint: { text: 'Up to 512 MB each' },
  ...(errorOf(errors, 'files') && { errorMessage: errorOf(errors, 'files') }),
})}
${button({ text: 'Load these files', preventDoubleClick: true })}
</form>`
}

function noneView(): Html {
  return emptyState({
    title: 'Nothing has been loaded yet',
    text: 'Load a file above. Within a few seconds you see what was read, what was refused and why, and every figure that follows from it.',
  })
}

function tableView(extracts: readonly FrozenExtract[]): Html {
  return dataTable({
    caption: 'Extracts, newest first',
    captionHidden: true,
    columns: [
      {
        heading: 'Extract',
        cell: extract =>
          html`<a class="govuk-link" href="/data/${extract.id}">${extract.title}</a>`,
      },
      { heading: 'Describes', cell: extract => longDay(extract.asOf) },
      { heading: 'Rows', numeric: true, cell: extract => whole.format(rowsOf(extract)) },
      {
        heading: 'Refused or doubtful',
        numeric: true,
        cell: extract => whole.format(refusedOf(extract)),
      },
      { heading: 'Known by', cell: extract => html`<code>${shortId(extract.id)}</code>` },
    ],
    rows: extracts.toReversed(),
  })
}

export function rowsOf(extract: FrozenExtract): number {
  return extract.lists.reduce((sum, list) => sum + list.rows, 0)
}

export function refusedOf(extract: FrozenExtract): number {
  return extract.refused.reduce((sum, each) => sum + each.count, 0)
}
