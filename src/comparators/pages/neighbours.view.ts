import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, details } from '#kit/html/components/index.ts'
import { lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import type { FormValues } from '#kit/http/form.ts'
import type { PublishedPlace } from '../layout.ts'
import type { KeptNeighbours, NeighbourSet } from '../store/index.ts'

export interface NeighboursModel {
  readonly set: NeighbourSet
  readonly before: NeighbourSet | null
  readonly own: string | null
  readonly rows: readonly KeptNeighbours[]
  readonly rowsBefore: readonly KeptNeighbours[]
  readonly places: ReadonlyMap<string, PublishedPlace>
  readonly mayBring: boolean
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function neighboursView(model: NeighboursModel): Html {
  const { set, rows, own } = model
  const mine = rows.find(row => row.code === own)
  return html`${heading({
    title: `Statistical neighbours from ${longDay(set.from)}`,
    caption: set.fileName,
    lead: `${set.authorities} authorities, each with those that are most like it.`,
  })}
${mine === undefined ? html`<p class="govuk-body">This council has no row in it${own === null && ', because nobody has said yet which authority it is'}.</p>` : ownView(model, mine)}
${allView(model)}
${model.mayBring && dateView(model)}`
}

function namesOf(model: NeighboursModel): (code: string) => string {
  const inSet = new Map([...model.rowsBefore, ...model.rows].map(row => [row.code, row.name]))
  return code => inSet.get(code) ?? model.places.get(code)?.name ?? code
}

function ownView(model: NeighboursModel, mine: KeptNeighbours): Html {
  const nameOf = namesOf(model)
  const before = model.rowsBefore.find(row => row.code === mine.code)
  const codesBefore = new Set(before?.neighbours.map(each => each.code))
  const gone = (before?.neighbours ?? []).filter(
    each => !mine.neighbours.some(other => other.code === each.code),
  )
  return html`${dataTable({
    caption: `Neighbours of ${mine.name}, likest first`,
    captionSize: 'm',
    columns: [
      { heading: 'Neighbour', cell: each => `${nameOf(each.code)} (${each.code})` },
      { heading: 'How close', cell: each => each.closeness ?? 'Not said' },
      ...(before === undefined
        ? []
        : [
            {
              heading: 'In the set before',
              cell: (each: (typeof mine.neighbours)[number]) =>
                codesBefore.has(each.code) ? 'Yes' : 'New',
            },
          ]),
    ],
    rows: mine.neighbours,
  })}
${
  gone.length > 0 &&
  html`<p class="govuk-body">No longer among them: ${gone.map(each => nameOf(each.code)).join(', ')}. A line of the neighbours on a chart begins anew where the set changes.</p>`
}`
}

function allView(model: NeighboursModel): Html {
  const nameOf = namesOf(model)
  return details({
    summaryText: 'Show every authority of the set',
    html: dataTable({
      caption: 'Every authority, by name',
      captionHidden: true,
      compact: true,
      columns: [
        {
          heading: 'Authority',
          cell: row => `${row.name} (${row.code})${row.former ? ', which is no more' : ''}`,
        },
        {
          heading: 'Neighbours, likest first',
          cell: row => row.neighbours.map(each => nameOf(each.code)).join(', '),
        },
      ],
      rows: model.rows,
    }),
  })
}

function dateView({ set, values, errors, csrf }: NeighboursModel): Html {
  return html`<h2 class="govuk-heading-m">Put the date right</h2>
<form method="post" action="/comparators/neighbours/${set.id}" novalidate>
${csrf}
${lineField({ values, errors }, 'from', 'The first day on which this set holds', { hint: 'For example, 1 May 2025', width: 20 })}
${button({ text: 'Save' })}
</form>`
}
