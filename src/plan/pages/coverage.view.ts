import { emptyState, heading } from '#kit/html/blocks.ts'
import { details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { brief, type Finding, findingPath, nameOf, sourceKindKeys, sourceKinds } from '#findings'
import type { Coverage } from '../coverage.ts'
import type { Standing } from '../gather.ts'
import { linePath } from '../in-thread.ts'
import type { Plan } from '../line.ts'

interface AskedFinding {
  readonly id: string
  readonly name: string
  readonly finding: Finding
}

interface AnsweringLine {
  readonly id: string
  readonly name: string
  readonly standing: Standing
}

export interface CoverageModel {
  readonly plan: Plan
  readonly coverage: Coverage<AskedFinding, AnsweringLine>
  readonly elsewhere: ReadonlySet<string>
  readonly source: string
  readonly document: string
}

export function coverageView({ plan, coverage, elsewhere, source, document }: CoverageModel): Html {
  const { rows, unanswered } = coverage
  const columns = coverage.columns.filter(each => each.answers.length > 0)
  const unasked = coverage.unasked.filter(each => !elsewhere.has(each.id))
  const answered = rows.length - unanswered.length
  return html`${heading({
    title: 'What answers what',
    caption: plan.title,
    lead:
      rows.length === 0
        ? 'Nothing of this kind was found.'
        : `${answered} of ${rows.length} are answered by this plan; ${unanswered.length === 0 ? 'none is' : `${unanswered.length} ${unanswered.length === 1 ? 'is' : 'are'}`} left without an action.`,
  })}
${details({
  summaryText: 'Choose what was found by whom',
  open: source !== 'inspection' || document !== '',
  html: html`<form method="get" action="/plans/${plan.id}/coverage" class="app-filter">
<div class="govuk-form-group"><label class="govuk-label" for="source">Found by</label>
<select class="govuk-select" id="source" name="source">${sourceKindKeys.map(
    key =>
      html`<option value="${key}"${key === source && html` selected`}>${sourceKinds[key]}</option>`,
  )}<option value="all"${source === 'all' && html` selected`}>Every source</option></select></div>
<div class="govuk-form-group"><label class="govuk-label" for="document">In the document that begins with</label><input class="govuk-input" type="text" id="document" name="document" value="${document}"></div>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show these</button>
</form>`,
})}
${rows.length === 0 ? emptyState({ title: 'Nothing to answer', text: 'Choose another source.' }) : matrixView(rows, columns)}
<h2 class="govuk-heading-m">Without an action</h2>
${listOr(
  unanswered.map(
    ({ finding }) =>
      html`<a class="govuk-link" href="${findingPath(finding.id)}">${nameOf(finding)}</a>: ${brief(finding.words)} <a class="govuk-link" href="/plans/answer/${finding.id}">Turn into an action<span class="govuk-visually-hidden"> ${nameOf(finding)}</span></a>`,
  ),
  'None. Everything of this kind has an action.',
)}
<h2 class="govuk-heading-m">Projects and actions that answer nothing that was found</h2>
${listOr(
  unasked.map(
    ({ standing }) =>
      html`<a class="govuk-link" href="${linePath(standing.line.id)}">${standing.number} ${standing.line.title}</a>`,
  ),
  'None.',
)}`
}

function matrixView(
  rows: CoverageModel['coverage']['rows'],
  columns: CoverageModel['coverage']['columns'],
): Html {
  return html`<div class="app-table" role="region" aria-label="What was found by what is done" tabindex="0">
<table class="govuk-table app-table--compact">
<caption class="govuk-table__caption govuk-table__caption--s">What was found, by what is done about it</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Found</th>${columns.map(
    ({ line }) =>
      html`<th scope="col" class="govuk-table__header"><a class="govuk-link" href="${linePath(line.id)}">${line.standing.number}<span class="govuk-visually-hidden"> ${line.name}</span></a></th>`,
  )}<th scope="col" class="govuk-table__header govuk-table__header--numeric">Actions</th></tr></thead>
<tbody class="govuk-table__body">${rows.map(
    ({ asked, by }) =>
      html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header"><a class="govuk-link" href="${findingPath(asked.id)}">${asked.finding.number}. ${brief(asked.finding.words, 90)}</a></th>${columns.map(
        ({ line }) =>
          html`<td class="govuk-table__cell">${by.some(each => each.id === line.id) && html`Yes`}</td>`,
      )}<td class="govuk-table__cell govuk-table__cell--numeric">${by.length === 0 ? html`<strong>None</strong>` : by.length}</td></tr>`,
  )}</tbody>
<tfoot class="app-table__foot"><tr class="govuk-table__row"><th scope="row" class="govuk-table__header">Found that each answers</th>${columns.map(({ answers }) => html`<td class="govuk-table__cell">${answers.length}</td>`)}<td class="govuk-table__cell"></td></tr></tfoot>
</table></div>
<ol class="govuk-list app-key">${columns.map(({ line }) => html`<li>${line.standing.number}: ${line.name}</li>`)}</ol>`
}

function listOr(items: readonly Html[], none: string): Html {
  return items.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${items.map(item => html`<li>${item}</li>`)}</ul>`
}
