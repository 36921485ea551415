import { longDay } from '#calendar'
import { type Commitment, commitmentPath, kinds } from '#commitments'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, details, input, select, tag } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { askKindWords, dueWords, type FoundAsk, lacks, raisedAs } from '../asks.ts'
import { titleOf } from '../document.ts'
import type { WholeMinutes } from '../model.ts'
import { paragraphPath, writePath } from '../minutes.ts'

interface AsksViewModel {
  readonly whole: WholeMinutes
  readonly asks: readonly FoundAsk[]
  /** Raised, and still without an owner or a date. */
  readonly bare: readonly Commitment[]
  readonly csrf: Html
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

/** What the rules found, for a person to raise or to set aside with a reason. */
export function asksView(model: AsksViewModel): Html {
  const { whole, asks, bare } = model
  const waiting = asks.filter(each => each.became.kind === 'waiting')
  const dealt = asks.filter(each => each.became.kind !== 'waiting')
  const lead =
    waiting.length === 0
      ? 'Everything that the rules found has been raised or set aside.'
      : `${waiting.length} ${waiting.length === 1 ? 'sentence asks, promises or assures something' : 'sentences ask, promise or assure something'} that nobody has raised. The rules only point: you decide.`
  return html`${heading({ title: 'What was asked and promised', caption: titleOf(whole), lead })}
<p class="govuk-body"><a class="govuk-link" href="${writePath(whole.meeting.id)}">Back to the minutes</a></p>
${
  asks.length === 0 &&
  emptyState({
    title: 'Nothing found',
    text: 'No sentence of these minutes asks, promises or assures anything that the rules know.',
  })
}
${waiting.map((each, nth) => askView(each, nth, model))}
${bare.length > 0 && bareView(bare)}
${dealt.length > 0 && dealtView(dealt)}`
}

function askView(found: FoundAsk, nth: number, { csrf, values, errors }: AsksViewModel): Html {
  const { ask, paragraph, words, rule } = found
  const at = paragraphPath(paragraph.id)
  const key = `${paragraph.id.slice(0, 8)}-${ask.rule}-${nth}`.slice(0, 20)
  const isOwn = typed(values, 'ask') === key
  const faults = isOwn ? errors : []
  const value = (field: string, given: string) => (isOwn ? typed(values, field) : given)
  const id = (field: string) => (isOwn ? field : `${field}-${nth}`)
  const missing = ask.missing.map(each => (each === 'owner' ? 'no owner' : 'no date')).join(' and ')
  return html`<section class="app-point" aria-labelledby="ask-${nth}">
<h2 class="govuk-heading-s" id="ask-${nth}">${tag({ text: askKindWords[ask.kind], classes: 'govuk-tag--blue' })} <a class="govuk-link" href="${at}">${paragraph.number === '' ? 'Paragraph' : paragraph.number}</a>${missing !== '' && html` <span class="app-muted">${missing}</span>`}</h2>
<blockquote class="app-quote"><p class="govuk-body">${words}</p></blockquote>
<p class="govuk-body-s app-muted">Found by this rule: ${rule}${ask.again && ' It is said to have been raised before.'}${ask.done && ' The minutes say that it has been done.'}</p>
<form method="post" action="${at}/asks/raise" novalidate>${csrf}<input type="hidden" name="ask" value="${key}"><input type="hidden" name="words" value="${words}">
<div class="app-row">${select({ id: id('kind'), name: 'kind', label: { text: 'Raise as' }, items: Object.entries(kinds).map(([key_, text]) => ({ value: key_, text, selected: value('kind', raisedAs[ask.kind]) === key_ })), errorMessage: errorOf(faults, 'kind') })}
${input({ id: id('owner'), name: 'owner', label: { text: whoWords(ask.kind) }, value: value('owner', ask.to ?? ''), errorMessage: errorOf(faults, 'owner') })}
${input({ id: id('due'), name: 'due', label: { text: 'When' }, classes: 'govuk-input--width-10', value: value('due', dueWords(ask)), errorMessage: errorOf(faults, 'due') })}
${button({ text: 'Raise it', preventDoubleClick: true })}</div></form>
${details({
  summaryText: 'Nothing follows from it',
  open: isOwn && errorOf(faults, 'reason') !== undefined,
  html: html`<form method="post" action="${at}/asks/dismiss" novalidate>${csrf}<input type="hidden" name="ask" value="${key}"><input type="hidden" name="words" value="${words}"><input type="hidden" name="rule" value="${ask.rule}">${input({ id: isOwn ? 'reason' : `reason-${nth}`, name: 'reason', label: { text: 'Why' }, value: value('reason', ''), errorMessage: errorOf(faults, 'reason') })}${button({ text: 'Set it aside', classes: 'govuk-button--secondary' })}</form>`,
})}
</section>`
}

const whoWords = (kind: FoundAsk['ask']['kind']): string =>
  kind === 'assurance' || kind === 'concern' || kind === 'recognition'
    ? 'Who said so'
    : 'Who is to do it'

function bareView(bare: readonly Commitment[]): Html {
  return html`<h2 class="govuk-heading-m">Raised, and still without an owner or a date</h2>
<ul class="govuk-list govuk-list--bullet">${bare.map(one => html`<li>${kinds[one.kind]}: <a class="govuk-link" href="${commitmentPath(one.id)}/change">${one.title}</a> <span class="app-muted">no ${lacks(one).join(' and no ')}</span></li>`)}</ul>`
}

function dealtView(dealt: readonly FoundAsk[]): Html {
  return html`<h2 class="govuk-heading-m">Dealt with</h2>
<ul class="govuk-list govuk-list--bullet">${dealt.map(({ ask, paragraph, words, became }) => html`<li><a class="govuk-link" href="${paragraphPath(paragraph.id)}">${paragraph.number === '' ? 'Paragraph' : paragraph.number}</a> ${askKindWords[ask.kind]}: ${words} ${becameView(became)}</li>`)}</ul>`
}

function becameView(became: FoundAsk['became']): Html | false {
  switch (became.kind) {
    case 'waiting':
      return false
    case 'raised':
      return html`<br><span class="app-muted">Raised as <a class="govuk-link" href="${commitmentPath(became.commitment.id)}">${kinds[became.commitment.kind].toLowerCase()} ${became.commitment.number}</a></span>`
    case 'dismissed': {
      const { actorName, at, reason } = became.dismissal
      return html`<br><span class="app-muted">Set aside by ${actorName} on ${longDay(Math.floor(at.getTime() / 86_400_000))}: ${reason}</span>`
    }
  }
}
