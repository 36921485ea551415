import { dayIn, longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, input } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { exactInterval, type Tool, widthsFor } from '#practice'
import { toolTitle } from '../../programme/pages/words.ts'
import { methodInWords, type Sample } from '../sample.ts'

export interface SamplesModel {
  readonly samples: readonly Sample[]
  readonly tools: readonly Tool[]
  /** The share that is thought to be so, in percent. */
  readonly expected: number
  readonly mayDraw: boolean
}

const sizes = [10, 20, 30, 40, 60, 80, 100, 150, 200]

export function samplesView({ samples, tools, expected, mayDraw }: SamplesModel): Html {
  return html`${heading({
    title: 'Samples',
    lead: 'Children whose records are to be audited, chosen by chance from the frozen records. Each draw can be done again and shown to be the same.',
  })}
<p class="govuk-body">${mayDraw && html`<a class="govuk-link govuk-!-font-weight-bold" href="/audits/samples/new">Draw a sample</a> · `}<a class="govuk-link" href="/audits/samples/coverage">Whom audits have reached</a></p>
${
  samples.length === 0
    ? emptyState({ title: 'Nothing is drawn yet', text: 'A sample is where audits begin.' })
    : dataTable({
        caption: 'Samples, the newest first',
        captionSize: 'm',
        stacked: true,
        columns: [
          {
            heading: 'Sample',
            cell: each =>
              html`<a class="govuk-link" href="/audits/samples/${each.id}">${each.title}</a>`,
          },
          { heading: 'Tool', cell: each => toolTitle(tools, each.toolKey) },
          { heading: 'How', cell: each => methodInWords(each.method) },
          {
            heading: 'Children',
            numeric: true,
            cell: each => `${each.size} of ${each.populationSize}`,
          },
          { heading: 'Open on', cell: each => longDay(each.asOf) },
          {
            heading: 'Drawn',
            cell: each => `${longDay(dayIn(each.drawnAt))}, ${each.drawnBy}`,
          },
        ],
        rows: samples,
      })
}
${plannerView(expected)}`
}

/** How wide the interval will be, before anybody audits. */
function plannerView(expected: number): Html {
  const percent = (share: number) => `${Math.round(share * 100)}%`
  const forty = exactInterval(Math.round((40 * expected) / 100), 40)
  return html`<h2 class="govuk-heading-m">How many audits are enough?</h2>
<p class="govuk-body">If ${expected}% of the work were inadequate, 40 audits would say: between ${percent(forty?.low ?? 0)} and ${percent(forty?.high ?? 1)}. A difference smaller than that cannot be seen. The interval holds the true share in at least 95 of 100 samples (Clopper and Pearson), and only for children who were drawn at random.</p>
<form method="get" action="/audits/samples">
${input({
  id: 'expected',
  name: 'expected',
  label: { text: 'Share that you expect, in percent' },
  classes: 'govuk-input--width-3',
  inputmode: 'numeric',
  suffix: { text: '%' },
  value: String(expected),
})}
${button({ text: 'Work it out', classes: 'govuk-button--secondary' })}
</form>
${dataTable({
  caption: `If the share is ${expected}%`,
  stacked: true,
  columns: [
    { heading: 'How many', cell: each => `${each.audits} audits` },
    {
      heading: 'What they would say',
      cell: each => `${percent(each.interval.low)} to ${percent(each.interval.high)}`,
    },
    {
      heading: 'Width, in percentage points',
      numeric: true,
      cell: each => Math.round((each.interval.high - each.interval.low) * 100),
    },
  ],
  rows: widthsFor(expected / 100, sizes),
})}`
}
