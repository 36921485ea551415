import type { Day } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { ageInWords, type GapGroup, type GapKind, gapKinds } from '../gaps.ts'

export interface GapsModel {
  readonly groups: readonly GapGroup[]
  readonly counts: readonly { readonly kind: GapKind; readonly count: number }[]
  readonly owners: readonly string[]
  readonly kind: GapKind | null
  readonly owner: string
  readonly today: Day
}

export function gapsView({ groups, counts, owners, kind, owner, today }: GapsModel): Html {
  const all = counts.reduce((sum, each) => sum + each.count, 0)
  const shown = groups.reduce((sum, each) => sum + each.gaps.length, 0)
  return html`${heading({
    title: 'Gaps',
    lead:
      all === 0
        ? 'There is no gap: everything that was found is answered, measured and checked.'
        : `${all} ${all === 1 ? 'gap' : 'gaps'} between what was found and proof that it was put right.`,
  })}
${
  all > 0 &&
  details({
    summaryText: 'Choose which gaps to show',
    open: kind !== null || owner !== '',
    html: html`<form method="get" action="/gaps" class="app-filter">
<div class="govuk-form-group"><label class="govuk-label" for="kind">Kind of gap</label>
<select class="govuk-select" id="kind" name="kind"><option value="">All kinds</option>${counts.map(
      each =>
        html`<option value="${each.kind}"${each.kind === kind && html` selected`}>${gapKinds[each.kind].title} (${each.count})</option>`,
    )}</select></div>
<div class="govuk-form-group"><label class="govuk-label" for="owner">Owner</label>
<select class="govuk-select" id="owner" name="owner"><option value="">Everybody</option>${owners.map(
      each => html`<option value="${each}"${each === owner && html` selected`}>${each}</option>`,
    )}<option value="nobody"${owner === 'nobody' && html` selected`}>Nobody named</option></select></div>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show these</button>
</form>`,
  })
}
${shown === 0 && all > 0 && emptyState({ title: 'No gap is like that', text: 'Choose another kind or owner.' })}
${groups.map(
  group => html`<h2 class="govuk-heading-m">${gapKinds[group.kind].title}</h2>
<p class="govuk-body">${gapKinds[group.kind].says}</p>
${dataTable({
  caption: gapKinds[group.kind].title,
  captionHidden: true,
  columns: [
    {
      heading: 'What',
      cell: gap => html`<a class="govuk-link" href="${gap.href}">${gap.title}</a>`,
    },
    { heading: 'What is missing', cell: gap => gap.words },
    {
      heading: 'Owner',
      cell: gap => gap.owner ?? html`<span class="app-muted">Nobody named</span>`,
    },
    {
      heading: 'Age',
      cell: gap => (gap.since === null ? 'Not known' : ageInWords(gap.since, today)),
    },
  ],
  rows: group.gaps,
})}`,
)}`
}
