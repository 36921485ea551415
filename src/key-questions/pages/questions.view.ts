import { heading, signalList } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import { signalRow } from '#performance'
import type { Answer } from '../answer.ts'
import type { Evidence, EvidenceOf } from '../evidence.ts'
import { type KeyQuestion, keyQuestionPath } from '../question.ts'

export function questionsView({
  title,
  answers,
}: {
  readonly title: string
  readonly answers: readonly Answer[]
}): Html {
  return html`${heading({
    title,
    caption: 'Where to begin',
    lead: 'If there is time for little, ask these. Each opens what answers it: figures, findings, plans and promises.',
  })}
<ol class="govuk-list govuk-list--number govuk-list--spaced">${answers.map(
    ({ question, sentence }) => html`<li>
<h2 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${keyQuestionPath(question.key)}">${question.asks}</a></h2>
<p class="govuk-body">${sentence}</p></li>`,
  )}</ol>
<p class="govuk-body app-muted">The questions follow those that an adviser of the Local Government Association gives to committees that scrutinise children’s services.</p>`
}

export interface QuestionModel {
  readonly answer: Answer
  readonly evidence: EvidenceOf
  readonly parts: readonly Html[]
  /** Other pages that answer it and that the viewer may see. */
  readonly pages: KeyQuestion['pages']
  readonly all: readonly KeyQuestion[]
}

const FIRST = 6

export function questionView({ answer, evidence, parts, pages, all }: QuestionModel): Html {
  const { question, readings, without, sentence } = answer
  const place = all.indexOf(question)
  const next = all[place + 1]
  return html`${heading({ title: question.asks, caption: `Question ${place + 1} of ${all.length}`, lead: sentence })}
<p class="govuk-body">${question.because}</p>
<h2 class="govuk-heading-m">You might ask</h2>
<ul class="govuk-list govuk-list--bullet">${question.next.map(each => html`<li>${each}</li>`)}</ul>
${
  pages.length > 0 &&
  html`<ul class="govuk-list">${pages.map(
    ({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`,
  )}</ul>`
}
<section class="app-section"><h2 class="govuk-heading-m">What the figures say</h2>
${readings.length > 0 && signalList(readings.slice(0, FIRST).map(signalRow), 'What the figures say')}
${
  readings.length > FIRST &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${readings.length - FIRST} more figures</span></summary><div class="govuk-details__text">${signalList(readings.slice(FIRST).map(signalRow), 'More figures')}</div></details>`
}
${without > 0 && html`<p class="govuk-body">${without === 1 ? 'One indicator that would answer this has' : `${without} indicators that would answer this have`} no figures yet.</p>`}</section>
${evidenceView('What was found and is still open', evidence.findings)}
${evidenceView('What the plans do about it', evidence.lines)}
${evidenceView('What meetings asked for and wait for', evidence.commitments)}
${parts}
${next && html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${keyQuestionPath(next.key)}">Next question: ${next.asks}</a></p>`}`
}

function evidenceView(title: string, all: readonly Evidence[]): Html | false {
  if (all.length === 0) return false
  const line = ({ title: what, href, state, isLate }: Evidence) =>
    html`<li><a class="govuk-link" href="${href}">${what}</a><br><span class="app-muted">${isLate && 'Overdue. '}${state}</span></li>`
  return html`<section class="app-section"><h2 class="govuk-heading-m">${title} (${all.length})</h2>
<ul class="govuk-list govuk-list--spaced">${all.slice(0, FIRST).map(line)}</ul>
${
  all.length > FIRST &&
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${all.length - FIRST} more</span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--spaced">${all.slice(FIRST).map(line)}</ul></div></details>`
}</section>`
}
