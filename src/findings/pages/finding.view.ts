import { longDay } from '#calendar'
import { definitionOf } from '#indicators'
import type { Deed } from '#kit/db/index.ts'
import { heading } from '#kit/html/blocks.ts'
import { dataTable, summaryList } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { type ThreadModel, threadView } from '#thread'
import {
  after,
  brief,
  type Finding,
  nameOf,
  severities,
  sourceKinds,
  type Step,
} from '../finding.ts'
import { findingPath } from '../in-thread.ts'
import type { Likeness } from '../likeness.ts'
import { themes } from '../themes.ts'
import { stateCell } from './findings.view.ts'

export interface FindingModel {
  readonly finding: Finding
  readonly mergedInto: Finding | null
  readonly alike: readonly Likeness<Finding>[]
  readonly thread: ThreadModel
  readonly events: readonly Deed[]
  readonly mayDecide: boolean
}

export function findingView(model: FindingModel): Html {
  const { finding, mergedInto, alike, events, mayDecide } = model
  const at = findingPath(finding.id)
  return html`${heading({ title: nameOf(finding), caption: sourceKinds[finding.sourceKind] })}
<blockquote class="govuk-inset-text app-verbatim">${lines(finding.words)}</blockquote>
${summaryList({
  rows: [
    row('Where', finding.source),
    row('Found', longDay(finding.foundOn)),
    row(
      'State',
      html`${stateCell(finding)}${mergedInto && html` <a class="govuk-link" href="${findingPath(mergedInto.id)}">${nameOf(mergedInto)}</a>`}`,
    ),
    row('Theme', themes[finding.theme]),
    row('Severity', severities[finding.severity]),
    row('Children', cohortWords(finding)),
    row('Owner', finding.owner ?? 'Nobody yet'),
    row(
      'Seen by',
      finding.sharedWith.length === 0
        ? 'The council'
        : `The council and ${finding.sharedWith.join(', ')}`,
    ),
    ...(finding.verifiedOn === null
      ? []
      : [
          row(
            'Verified change',
            html`${finding.verifiedWords}<br><span class="app-muted">${finding.verifiedBy}, ${longDay(finding.verifiedOn)}</span>`,
          ),
        ]),
    ...(finding.endedOn === null
      ? []
      : [row('Ended', html`${longDay(finding.endedOn)}<br>${finding.endedWords}`)]),
  ],
})}
${mayDecide && stepsView(finding)}
${
  alike.length > 0 &&
  html`<h2 class="govuk-heading-m">It may say the same as</h2>
<ul class="govuk-list govuk-list--bullet">${alike.map(
    each =>
      html`<li><a class="govuk-link" href="${findingPath(each.other.id)}">${nameOf(each.other)}</a>: ${brief(each.other.words)} <span class="app-muted">${sourceKinds[each.other.sourceKind]}. Both have the words ${each.shared.slice(0, 5).join(', ')}.</span>${mayDecide && after(finding.state, 'merge') !== null && html` <a class="govuk-link" href="${at}/merge?into=${each.other.id}">Merge<span class="govuk-visually-hidden"> into ${nameOf(each.other)}</span></a>`}</li>`,
  )}</ul>`
}
${threadView(model.thread)}
<h2 class="govuk-heading-m">What was done</h2>
${dataTable({
  caption: 'What was done, newest first',
  captionHidden: true,
  columns: [
    { heading: 'What', cell: each => each.action },
    { heading: 'Words', cell: each => html`${each.words}${changesView(each)}` },
    { heading: 'Who', cell: each => each.actorName },
    { heading: 'When', cell: each => longDay(Math.floor(each.at.getTime() / 86_400_000)) },
  ],
  rows: events,
})}`
}

const row = (key: string, value: Content) => ({
  key: { text: key },
  value: { html: html`${value}` },
})

/** Text with the line ends that it was written with. */
export const lines = (text: string): Html =>
  html`${text.split(/\n+/).map(each => html`<p class="govuk-body">${each}</p>`)}`

export function cohortWords({ cohort }: Pick<Finding, 'cohort'>): Content {
  const definition = cohort.indicator === null ? undefined : definitionOf(cohort.indicator)
  const part = cohort.part === null ? '' : `, ${cohort.dimension ?? ''} ${cohort.part}`
  if (definition !== undefined)
    return html`<a class="govuk-link" href="/indicators/${definition.code}">${definition.name}</a>${part}${cohort.words !== null && html`<br>${cohort.words}`}`
  return cohort.words ?? 'Not said'
}

const stepWords: readonly (readonly [Step, string])[] = [
  ['triage', 'Triage: owner, theme and severity'],
  ['act', 'Turn into an action'],
  ['verify', 'Verify that it changed'],
  ['close', 'Close'],
  ['merge', 'Merge into another finding'],
  ['decline', 'Decline with a reason'],
  ['reopen', 'Open it again'],
]

function stepsView(finding: Finding): Html {
  const at = findingPath(finding.id)
  const steps = stepWords.filter(([step]) => after(finding.state, step) !== null)
  return html`<h2 class="govuk-heading-m">What can be done with it</h2>
<ul class="govuk-list">${steps.map(
    ([step, words]) =>
      html`<li><a class="govuk-link" href="${step === 'act' ? `/plans/answer/${finding.id}` : `${at}/${step}`}">${words}</a></li>`,
  )}<li><a class="govuk-link" href="${at}/change">Change what it says</a></li></ul>`
}

const fieldWords: Readonly<Record<string, string>> = {
  words: 'Words',
  source: 'Where',
  sourceKind: 'Kind of source',
  theme: 'Theme',
  severity: 'Severity',
  foundOn: 'Found',
  cohort: 'Children',
  owner: 'Owner',
  sharedWith: 'Seen by',
  state: 'State',
}

/** What a change changed, word by word, for the history. */
export function changesView(
  { before, after: now }: Pick<Deed, 'before' | 'after'>,
  names: Readonly<Record<string, string>> = fieldWords,
): Html | false {
  const fields = Object.keys(now).filter(
    field => field !== 'state' && `${before[field] ?? ''}${now[field] ?? ''}` !== '',
  )
  if (fields.length === 0) return false
  return html`<ul class="govuk-list app-changes">${fields.map(
    field =>
      html`<li><span class="app-muted">${names[field] ?? field}:</span> ${before[field] ? html`<del>${before[field]}</del> ` : ''}<ins>${now[field] || 'nothing'}</ins></li>`,
  )}</ul>`
}
