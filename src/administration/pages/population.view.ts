import type { ChildPopulation } from '#council'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, input } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { number } from '../words.ts'

export interface PopulationModel {
  readonly known: readonly ChildPopulation[]
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

export function populationView({ known, values, errors, csrf }: PopulationModel): Html {
  const field = (name: string, label: string, hint: string, classes: string) =>
    input({
      id: name,
      name,
      label: { text: label },
      hint: { text: hint },
      value: typed(values, name),
      classes,
      errorMessage: errorOf(errors, name),
      ...(name !== 'source' && { inputmode: 'numeric' }),
    })
  return html`${heading({ title: 'Child population', lead: 'How many children aged 0 to 17 live in the area, year by year. Rates are counted over it; a year without a number takes the nearest earlier one.' })}
${
  known.length === 0
    ? emptyState({
        title: 'No number is known yet',
        text: 'Until there is one, indicators that are rates show numbers of children instead.',
      })
    : dataTable({
        caption: 'Children aged 0 to 17, newest year first',
        columns: [
          { heading: 'Year', cell: each => each.year },
          { heading: 'Children', numeric: true, cell: each => number(each.children) },
          { heading: 'Source', cell: each => each.source },
        ],
        rows: known.toReversed(),
      })
}
<h2 class="govuk-heading-m">Add a year, or put one right</h2>
<form method="post" action="/administration/population" novalidate>
${csrf}
${field('year', 'Year', 'The middle of which year the estimate is of', 'govuk-input--width-4')}
${field('children', 'Children aged 0 to 17', 'As the Office for National Statistics estimates them', 'govuk-input--width-10')}
${field('source', 'Source', 'Such as: ONS mid-year estimates, published July 2026', 'govuk-!-width-two-thirds')}
${button({ text: 'Save it and count every rate again', preventDoubleClick: true })}
</form>`
}
