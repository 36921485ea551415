import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { longDay, parseIsoDay } from '#calendar'
import { everythingRead, type MarkedPage, type Read } from '../proposal.ts'
import type { ReportReading } from '../reading/index.ts'

const surely: Readonly<Record<Read['confidence'], string>> = {
  certain: 'Sure',
  likely: 'Likely',
  check: 'Look at this',
}

/** What was read and how sure it is, each leading to the line it came from. */
export function readView(reading: ReportReading): Html {
  const { doubts, notFound } = reading
  return html`${
    doubts.length > 0 &&
    html`<h2 class="govuk-heading-m">Look at this first</h2>
<ul class="govuk-list govuk-list--bullet">${doubts.map(doubt => html`<li>${withDays(doubt)}</li>`)}</ul>`
  }
${
  notFound.length > 0 &&
  html`<h2 class="govuk-heading-m">Not found</h2>
<ul class="govuk-list govuk-list--bullet">${notFound.map(({ what, lookedFor }) => html`<li>${what}: looked for ${lookedFor}</li>`)}</ul>`
}
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">How each thing was read</span></summary><div class="govuk-details__text">${dataTable(
    {
      caption: 'What was read, and where',
      compact: true,
      columns: [
        { heading: 'What', names: true, cell: each => each.what },
        { heading: 'Read as', cell: each => each.says.slice(0, 90) },
        { heading: 'By', cell: each => each.why },
        { heading: 'How sure', cell: each => surely[each.confidence] },
        {
          heading: 'Page',
          cell: each =>
            each.page === null
              ? '–'
              : html`<a class="govuk-link" href="#line-${each.page}-${each.line}">${each.page}</a>`,
        },
      ],
      rows: everythingRead(reading),
    },
  )}</div></details>`
}

/** Sentences of the reading hold dates as files write them. */
function withDays(sentence: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, iso => {
    const day = parseIsoDay(iso)
    return day === null ? iso : longDay(day)
  })
}

/** The text of the document, its found lines marked, in a part of the page that scrolls by itself. */
export function pagesView(pages: readonly MarkedPage[], total: number): Html {
  return html`<section class="app-beside__document" aria-label="The document, page by page" tabindex="0">
${pages.map(
  page => html`<section class="app-sheet" id="page-${page.number}" aria-label="Page ${page.number}">
<h2 class="app-sheet__number">Page ${page.number} of ${total}</h2>
<pre class="app-sheet__text">${page.lines.map(lineView(page.number))}</pre>
</section>`,
)}
</section>`
}

const lineView =
  (page: number) =>
  ({ number, text, marks }: MarkedPage['lines'][number]): Html =>
    marks.length === 0
      ? html`${text}
`
      : html`<mark class="app-sheet__found" id="line-${page}-${number}"><span class="govuk-visually-hidden">${marks.join(', ')}: </span>${text}</mark>
`
