import { longDay } from '#calendar'
import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { button, dataTable, details } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import {
  brief,
  type Finding,
  severityShort,
  sourceKindKeys,
  sourceKinds,
  stateKeys,
  states,
} from '../finding.ts'
import { findingPath } from '../in-thread.ts'
import type { LoopMeasure } from '../measure.ts'
import { themeKeys, themes } from '../themes.ts'

export interface FindingsModel {
  readonly measure: LoopMeasure
  readonly findings: readonly Finding[]
  readonly all: number
  readonly filter: {
    readonly state: string
    readonly theme: string
    readonly source: string
    readonly q: string
  }
  readonly mayBring: boolean
}

export function findingsView({ measure, findings, all, filter, mayBring }: FindingsModel): Html {
  return html`${heading({
    title: 'Findings',
    caption: 'One inbox for every source',
    lead: leadOf(measure),
  })}
${keyFigures(figuresOf(measure))}
${
  mayBring &&
  html`<div class="govuk-button-group">${button({ text: 'Bring a finding', href: '/findings/new' })}${button({ text: 'Bring a table of findings', href: '/findings/import', classes: 'govuk-button--secondary' })}</div>`
}
${
  all === 0
    ? emptyState({
        title: 'Nothing has been brought yet',
        text: 'Recommendations of inspectors, audits, complaints, surveys, reviews: each becomes one line here, and stays until something has changed for children.',
        ...(mayBring && { action: { text: 'Bring the first finding', href: '/findings/new' } }),
      })
    : html`${filterView(filter)}${listView(findings)}`
}`
}

export function leadOf({ all, open, verified }: LoopMeasure): string {
  if (all === 0) return 'What anybody found, and what became of it.'
  const found = all === 1 ? 'One finding' : `Of ${all} findings`
  return `${found}${all === 1 ? ':' : ','} ${verified} ${verified === 1 ? 'has' : 'have'} led to change that somebody verified, and ${open} ${open === 1 ? 'is' : 'are'} still open.`
}

/** Fewer than this many and a percentage says more than is known. */
const FEW = 10

const percent = (share: number): string => `${Math.round(share * 100)}%`

export function figuresOf(measure: LoopMeasure) {
  const { share, days, closed, verified, open, openDays, declined } = measure
  return [
    {
      label: 'Closed with verified change',
      value:
        share === null
          ? 'None closed yet'
          : closed < FEW
            ? `${verified} of ${closed}`
            : percent(share.value),
      note:
        share === null
          ? 'It is counted once findings are closed.'
          : closed < FEW
            ? `Too few to make a percentage of. ${declined} declined with a reason.`
            : `${verified} of ${closed} closed; between ${percent(share.lower)} and ${percent(share.upper)} if chance is allowed for. ${declined} declined with a reason.`,
    },
    {
      label: 'From finding to verified change',
      value: days === null ? 'Not known yet' : dayCount(days.median),
      note:
        days === null
          ? 'It is counted once a change is verified.'
          : days.lower === null || days.upper === null
            ? `The middle of ${days.count}: too few to say how sure that is.`
            : `The middle of ${days.count}; between ${days.lower} and ${days.upper} days if chance is allowed for.`,
    },
    {
      label: 'Still open',
      value: String(open),
      note:
        openDays === null
          ? 'Nothing waits.'
          : `Half of them for ${dayCount(openDays)} or longer. They are not in the days beside this.`,
    },
  ]
}

const dayCount = (days: number): string => `${Math.round(days)} ${days === 1 ? 'day' : 'days'}`

function filterView(filter: FindingsModel['filter']): Html {
  const choice = (
    name: 'state' | 'theme' | 'source',
    label: string,
    items: readonly (readonly [string, string])[],
  ): Html => html`<div class="govuk-form-group"><label class="govuk-label" for="${name}">${label}</label>
<select class="govuk-select" id="${name}" name="${name}">${items.map(
    ([value, words]) =>
      html`<option value="${value}"${filter[name] === value && html` selected`}>${words}</option>`,
  )}</select></div>`
  return details({
    summaryText: 'Choose which to show',
    open: filter.state !== 'open' || `${filter.theme}${filter.source}${filter.q}` !== '',
    html: html`<form method="get" action="/findings" class="app-filter">
${choice('state', 'State', [['open', 'All that are open'], ['all', 'All'], ...stateKeys.map(key => [key, states[key]] as const)])}
${choice('theme', 'Theme', [['', 'All themes'], ...themeKeys.map(key => [key, themes[key]] as const)])}
${choice('source', 'Kind of source', [['', 'All sources'], ...sourceKindKeys.map(key => [key, sourceKinds[key]] as const)])}
<div class="govuk-form-group"><label class="govuk-label" for="q">Words</label><input class="govuk-input" id="q" name="q" type="search" value="${filter.q}"></div>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">Show these</button>
</form>`,
  })
}

function listView(findings: readonly Finding[]): Html {
  if (findings.length === 0)
    return emptyState({ title: 'No finding is like that', text: 'Choose another state or theme.' })
  return dataTable({
    caption: `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
    columns: [
      { heading: 'No.', numeric: true, cell: each => each.number },
      {
        heading: 'What was found',
        names: true,
        cell: each =>
          html`<a class="govuk-link" href="${findingPath(each.id)}">${brief(each.words)}</a>`,
      },
      {
        heading: 'Where',
        cell: each =>
          html`${sourceKinds[each.sourceKind]}<br><span class="app-muted">${brief(each.source, 60)}</span>`,
      },
      { heading: 'Theme', cell: each => themes[each.theme] },
      { heading: 'Severity', cell: each => severityShort(each.severity) },
      { heading: 'Found', cell: each => longDay(each.foundOn) },
      { heading: 'State', cell: each => stateCell(each) },
      { heading: 'Owner', cell: each => each.owner ?? 'Nobody yet' },
    ],
    rows: findings,
  })
}

export function stateCell({ state }: Pick<Finding, 'state'>): Content {
  return html`<strong class="govuk-tag ${tagOf[state]}">${states[state]}</strong>`
}

const tagOf: Readonly<Record<Finding['state'], string>> = {
  new: 'govuk-tag--yellow',
  triaged: 'govuk-tag--blue',
  'in action': 'govuk-tag--blue',
  'verified change': 'govuk-tag--green',
  closed: 'govuk-tag--green',
  declined: 'govuk-tag--grey',
  merged: 'govuk-tag--grey',
}
