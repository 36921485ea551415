import { explainDeadline } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import {
  button,
  details,
  insetText,
  radios,
  textarea,
  warningText,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, typed } from '#kit/http/form.ts'
import { fullDay, meetingPath, nameOfItem, nameOfMeeting, paperPath } from '../names.ts'
import type { Asked, Readiness, Stop } from '../readiness.ts'
import { type Fields, words } from './form.view.ts'

export interface ReadyModel {
  readonly readiness: Readiness
  readonly form: Fields
  readonly shortWords: string
  readonly csrf: Html
  readonly mayPublish: boolean
}

export function readyView({ readiness, form, shortWords, csrf, mayPublish }: ReadyModel): Html {
  const { meeting, body, isFirst, stops, asks, looks, notes } = readiness
  const at = meetingPath(meeting.id)
  const submit = isFirst ? 'Publish the agenda' : 'Publish the supplement'
  return html`${heading({ title: 'Ready to publish?', caption: nameOfMeeting(body, meeting), lead: leadOf(readiness) })}
${stops.length > 0 && html`<h2 class="govuk-heading-m">To be mended first</h2>${stopList(stops)}`}
${contentsView(readiness)}
${notes.length > 0 && html`<h2 class="govuk-heading-m">Not forgotten?</h2>${stopList(notes)}`}
<form method="post" action="${at}/publish" novalidate>
${csrf}
${asks.length > 0 && html`<h2 class="govuk-heading-m" id="papers">Found by the checks</h2><p class="govuk-body">Mend the paper, or say why it is published as it is. The reason is kept.</p>${asks.map(asked => askView(asked, form))}`}
${looks.length > 0 && details({ summaryText: `${looks.length} more to look at`, html: html`<ul class="govuk-list govuk-list--bullet">${looks.map(lookView)}</ul>` })}
${shortView(readiness, form, shortWords)}
${mayPublish && stops.length === 0 && html`<p class="govuk-body">What is published keeps its words and its page numbers for ever.</p><div class="govuk-button-group">${button({ text: submit, preventDoubleClick: true })}<a class="govuk-link" href="${at}">Not yet</a></div>`}
</form>`
}

function leadOf({ stops, asks, shortNotice }: Readiness): string {
  if (stops.length > 0)
    return `${stops.length} ${stops.length === 1 ? 'thing has' : 'things have'} to be mended before it is published.`
  const waits = asks.length + (shortNotice === null ? 0 : 1)
  return waits === 0
    ? 'Nothing stands in the way.'
    : `${waits} ${waits === 1 ? 'thing needs' : 'things need'} a reason.`
}

const stopList = (stops: readonly Stop[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${stops.map(({ words: said, href }) => html`<li>${said} <a class="govuk-link" href="${href}">Mend it<span class="govuk-visually-hidden">: ${said}</span></a></li>`)}</ul>`

function contentsView({ items, papers, isFirst }: Readiness): Html | false {
  if (items.length === 0 && papers.length === 0) return false
  return html`<h2 class="govuk-heading-m">What would be published</h2>
<ul class="govuk-list">${items.map(item => html`<li>${nameOfItem(item)}${item.exempt !== null && ' (kept from the public)'}</li>`)}${
    !isFirst &&
    papers.length > 0 &&
    items.length === 0 &&
    html`<li>Papers for items that are on the agenda already:</li>`
  }</ul>
${papers.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${papers.map(paper => html`<li><a class="govuk-link" href="${paperPath(paper)}">${paper.title}</a>${paper.exempt !== null && ' (kept from the public)'}${paper.replaces !== null && ' (in the place of an earlier paper)'}</li>`)}</ul>`}`
}

function askView({ key, paper, fault }: Asked, form: Fields): Html {
  return html`<div class="app-point">
<p class="govuk-body"><strong>${paper.title}</strong>: ${fault.says}</p>
${insetText({ text: fault.where.excerpt })}
<p class="govuk-body app-muted">${fault.rule} ${fault.suggestion}</p>
${textarea({ id: key, name: key, rows: 2, label: { text: 'Why it is published as it is' }, value: typed(form.values, key), errorMessage: errorOf(form.errors, key) })}
</div>`
}

const lookView = ({ paper, fault }: Asked): Html =>
  html`<li>${paper.title}, line ${fault.where.line}: ${fault.says} ${fault.suggestion}</li>`

function shortView({ shortNotice }: Readiness, form: Fields, shortWords: string): Html | false {
  if (shortNotice === null) return false
  return html`<h2 class="govuk-heading-m">Fewer clear days than there should be</h2>
${warningText({ iconFallbackText: 'Important', text: shortWords })}
${details({ summaryText: `How ${fullDay(shortNotice.deadline.due)} was worked out`, html: html`${explainDeadline(shortNotice.deadline).map(line => html`<p class="govuk-body">${line}</p>`)}` })}
${radios({
  idPrefix: 'ground',
  name: 'ground',
  fieldset: { legend: { text: 'Under which rule may it be published now?' } },
  items: shortNotice.grounds.map(({ key, title, says, law }) => ({
    value: key,
    text: title,
    hint: { text: law === null ? says : `${says} ${law.document}, ${law.paragraph}.` },
    checked: typed(form.values, 'ground') === key,
  })),
  errorMessage: errorOf(form.errors, 'ground'),
})}
${words(form, 'reason', 'Why', 'It is printed on the agenda.', 3)}`
}
