import { type Day, longDay } from '#calendar'
import { definition, heading } from '#kit/html/blocks.ts'
import { dataTable, insetText, summaryList } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { changesView } from '#findings'
import { type ThreadModel, threadView } from '#thread'
import type { Standing } from '../gather.ts'
import { verdicts } from '../impact.ts'
import { linePath } from '../in-thread.ts'
import { accountable, deliveries, isOpenLine, isWork, type Line, lineKinds } from '../line.ts'
import type { Dispute, PlanEvent, Update } from '../store/said.ts'
import { deliveryMark, dueWords, measuresView, updateWords, verdictMark } from './marks.view.ts'

export interface LineModel {
  readonly standing: Standing
  readonly below: readonly Standing[]
  readonly carriedFrom: Line | null
  readonly updates: readonly Update[]
  readonly disputes: readonly Dispute[]
  readonly events: readonly PlanEvent[]
  readonly thread: ThreadModel
  readonly may: { readonly write: boolean; readonly tell: boolean; readonly close: boolean }
  readonly today: Day
}

export function lineView(model: LineModel): Html {
  const { standing, below, updates, disputes, events, may, today } = model
  const { line, impact, measures } = standing
  const at = linePath(line.id)
  return html`${heading({ title: line.title, caption: `${lineKinds[line.kind]} ${standing.number}` })}
${line.difference === '' ? insetText({ text: 'It does not yet say what will be different for children.' }) : insetText({ html: html`<strong>What will be different for children:</strong> ${line.difference}` })}
${summaryList({ rows: rowsOf(model) })}
${stepsView(standing, may)}
<h2 class="govuk-heading-m">Is it better for children?</h2>
<p class="govuk-body">${verdictMark(impact.verdict)}</p>
<ul class="govuk-list govuk-list--bullet">${impact.reasons.map(reason => html`<li>${reason}</li>`)}</ul>
<p class="govuk-body app-muted">Nobody sets this. It follows from measures, re-audits and what people say.${may.tell && html` <a class="govuk-link" href="${at}/dispute">Dispute it in writing</a>.`}</p>
${disputes.map(each => insetText({ html: html`<strong>Disputed</strong> by ${each.actorName} on ${onDay(each.at)}, when it said “${verdicts[each.verdict]}”: ${each.words}` }))}
${measuresView(measures)}
${voicesView(standing)}
${line.closedOn !== null && retestsView(standing)}
${below.length > 0 && belowView(below)}
${updatesView(updates, standing, today)}
${threadView(model.thread)}
<h2 class="govuk-heading-m">Every word, and who wrote it</h2>
${dataTable({
  caption: 'What was done, newest first',
  captionHidden: true,
  compact: true,
  columns: [
    { heading: 'What', cell: each => each.action },
    { heading: 'Words', cell: each => html`${each.words}${changesView(each, fieldNames)}` },
    { heading: 'Who', cell: each => each.actorName },
    { heading: 'When', cell: each => onDay(each.at) },
  ],
  rows: events,
})}`
}

const onDay = (at: Date): string => longDay(Math.floor(at.getTime() / 86_400_000))

const fieldNames: Readonly<Record<string, string>> = {
  kind: 'Kind',
  title: 'Title',
  difference: 'What will be different for children',
  owner: 'Owner',
  organisation: 'Organisation',
  partners: 'Partners',
  starts: 'Starts',
  due: 'Due',
  delivery: 'Delivery',
  forecast: 'Forecast',
  sharedWith: 'Seen by',
  closed: 'Closed',
  measure: 'Measure',
  finding: 'Finding',
  verdict: 'Verdict',
  says: 'Says',
  source: 'Source',
}

function rowsOf({ standing, carriedFrom, today }: LineModel) {
  const { line, parents } = standing
  const row = (key: string, value: Content) => ({
    key: { text: key },
    value: { html: html`${value}` },
  })
  return [
    row(
      'Stands in',
      html`<a class="govuk-link" href="/plans/${line.planId}">${standing.plan.title}</a>${parents.map(parent => html`<br><a class="govuk-link" href="${linePath(parent.id)}">${parent.title}</a>`)}`,
    ),
    row('Accountable owner', accountable(line) ?? 'Nobody yet'),
    ...(line.partners.length > 0 ? [row('Supported by', line.partners.join(', '))] : []),
    ...(line.startsOn === null ? [] : [row('Starts', longDay(line.startsOn))]),
    row('Due', dueWords(standing)),
    row(
      'Delivery',
      html`${deliveryMark(line)}${line.deliveryReason !== '' && html`<br>${line.deliveryReason}`}`,
    ),
    ...(line.forecastOn === null ? [] : [row('Now expected', longDay(line.forecastOn))]),
    ...(isWork(line) && isOpenLine(line) ? [row('Update', updateWords(standing, today))] : []),
    ...(line.sharedWith.length > 0
      ? [row('Seen by', `The council and ${line.sharedWith.join(', ')}`)]
      : []),
    ...(carriedFrom === null
      ? []
      : [
          row(
            'Carried forward from',
            html`<a class="govuk-link" href="${linePath(carriedFrom.id)}">${carriedFrom.title}</a><br>${line.carriedReason}`,
          ),
        ]),
    ...(line.carriedTo === null
      ? []
      : [
          row(
            'Carried forward to',
            html`<a class="govuk-link" href="${linePath(line.carriedTo)}">the next plan</a>`,
          ),
        ]),
    ...(line.closedOn === null
      ? []
      : [
          row(
            'Closed',
            html`${longDay(line.closedOn)} by ${line.closedByName}<br>${line.evidence}`,
          ),
        ]),
  ]
}

function stepsView({ line }: Standing, may: LineModel['may']): Html | false {
  const at = linePath(line.id)
  const open = isOpenLine(line)
  const steps: readonly (readonly [boolean, string, string])[] = [
    [may.tell && open, `${at}/update`, 'Write an update'],
    [may.tell, `${at}/evidence`, 'Record a re-audit or what people say'],
    [may.write && open, `${at}/measure`, 'Link or take away a measure'],
    [may.write && open, `${at}/answers`, 'Say which findings it answers'],
    [may.write && open, `${at}/change`, 'Change it'],
    [
      may.write && open && line.kind !== 'milestone',
      `/plans/${line.planId}/lines/new?parent=${line.id}`,
      'Add a line below it',
    ],
    [may.close && open, `${at}/close`, 'Close it on evidence'],
    [may.close && line.closedOn !== null, `${at}/reopen`, 'Open it again'],
  ]
  const shown = steps.filter(([isShown]) => isShown)
  if (shown.length === 0) return false
  return html`<ul class="govuk-list">${shown.map(([, href, words]) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>`)}</ul>`
}

function voicesView({ voices }: Standing): Html | false {
  if (voices.length === 0) return false
  const says = { better: 'Better', same: 'No different', worse: 'Worse' } as const
  return dataTable({
    caption: 'Re-audits and what people say',
    columns: [
      { heading: 'Who', cell: each => each.source },
      {
        heading: 'What they found',
        cell: each => html`<strong>${says[each.says]}.</strong> ${each.words}`,
      },
      { heading: 'When', cell: each => longDay(each.heardOn) },
    ],
    rows: voices,
  })
}

function retestsView({ retests, slidBack }: Standing): Html {
  const words = { done: 'Done', due: 'Due now', 'to come': 'To come' } as const
  return html`<h3 class="govuk-heading-s">Looking again after closing</h3>
${definition(retests.map(each => ({ term: longDay(each.dueOn), says: words[each.state] })))}
${slidBack.length > 0 && insetText({ html: html`<strong>It slides back:</strong> ${slidBack.join(', ')}.` })}`
}

function belowView(below: readonly Standing[]): Html {
  return dataTable({
    caption: 'Below it',
    compact: true,
    columns: [
      { heading: 'No.', cell: each => each.number },
      {
        heading: 'Line',
        names: true,
        cell: each =>
          html`<a class="govuk-link" href="${linePath(each.line.id)}">${each.line.title}</a>`,
      },
      { heading: 'Owner', cell: each => accountable(each.line) ?? 'Nobody' },
      { heading: 'Due', cell: each => dueWords(each) },
      { heading: 'Delivery', cell: each => deliveryMark(each.line) },
      {
        heading: 'Is it better?',
        cell: each => (each.line.kind === 'milestone' ? '' : verdictMark(each.impact.verdict)),
      },
    ],
    rows: below,
  })
}

function updatesView(updates: readonly Update[], standing: Standing, today: Day): Html | false {
  if (!isWork(standing.line)) return false
  return html`<h2 class="govuk-heading-m">Updates</h2>
${
  updates.length === 0
    ? html`<p class="govuk-body app-muted">None yet. ${updateWords(standing, today)}.</p>`
    : updates.slice(0, 8).map(
        each => html`<h3 class="govuk-heading-s">${longDay(each.writtenOn)}, ${each.actorName}</h3>
<p class="govuk-body">${deliveries[each.delivery]}. ${each.words}${each.forecastOn !== null && html` Expected ${longDay(each.forecastOn)}.`}</p>`,
      )
}`
}
