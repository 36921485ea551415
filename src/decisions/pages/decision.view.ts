import { citeLaw, type Day, type Deadline, explainDeadline, inLondon, longDay } from '#calendar'
import { lines } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { details, insetText, summaryList, tag, warningText } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { type Item, type Meeting, meetingPath } from '#meetings'
import {
  type CallIn,
  callInOutcomes,
  type Decision,
  type Delegation,
  type Exercise,
  isOpen,
  nameOf,
  officerGrounds,
  outcomes,
  type Standing,
} from '../decision.ts'
import { keyDecisionLaw, officerLaw } from '../law.ts'
import { type Notice, noticeKinds } from '../notice.ts'
import { differenceView, partView } from './difference.view.ts'
import { decisionPath, noticePath } from './paths.ts'
import { standingWords } from './standing.view.ts'

export interface DecisionModel {
  readonly decision: Decision
  readonly callIns: readonly CallIn[]
  readonly until: Deadline | null
  readonly standing: Standing
  readonly delegations: readonly Delegation[]
  readonly notice: Notice | null
  readonly meeting: Meeting | null
  readonly item: Item | null
  /** What stands in the way of publishing it. */
  readonly hindrances: readonly string[]
  readonly today: Day
  readonly mayKeep: boolean
}

export function decisionView(model: DecisionModel): Html {
  const { decision, hindrances, mayKeep } = model
  return html`${heading({ title: decision.title, caption: nameOf(decision) })}
${decision.exemptWords !== '' && insetText({ text: `Kept from the public: ${decision.exemptWords}` })}
${hindrances.map(each => warningText({ text: each, iconFallbackText: 'Before publishing' }))}
${summaryList({ rows: rowsOf(model) })}
<h2 class="govuk-heading-m">What was decided</h2>
${differenceView(decision.recommended, decision.resolved)}
${section('Reasons', decision.reasons)}
${section('Alternatives considered and rejected', decision.alternatives)}
${section('Interests and dispensations', decision.interests)}
${section('Documents considered', decision.documents)}
${delegationsView(model)}
${callInsView(model)}
${mayKeep && stepsView(model)}`
}

function rowsOf({ decision, standing, until, notice, meeting, item }: DecisionModel) {
  const row = (key: string, value: Content) => ({
    key: { text: key },
    value: { html: html`${value}` },
  })
  return [
    row('Decided by', decision.maker),
    row(
      'Taken',
      meeting === null
        ? longDay(decision.takenOn)
        : html`${longDay(decision.takenOn)}, <a class="govuk-link" href="${meetingPath(meeting.id)}">at the meeting${item !== null && `, item ${item.number}`}</a>`,
    ),
    row('Outcome', tag({ text: outcomes[decision.outcome] })),
    row(
      'Now',
      html`${standingWords(standing)}${standing.kind === 'open to call-in' && until !== null && details({ summaryText: 'How it is worked out', text: explainDeadline(until).join(' ') })}`,
    ),
    ...(decision.publishedAt === null
      ? []
      : [row('Published', longDay(inLondon(decision.publishedAt).day))]),
    ...(decision.isKey
      ? [
          row(
            'Key decision',
            html`${decision.keyWords}<br><span class="app-muted">${citeLaw(keyDecisionLaw)}</span>${notice !== null && html`<br><a class="govuk-link" href="${noticePath(notice.id)}">${noticeKinds[notice.kind]}: its notice</a>`}`,
          ),
        ]
      : []),
    ...(decision.urgentWords === '' ? [] : [row('Takes effect at once', decision.urgentWords)]),
    ...(decision.officerGround === null
      ? []
      : [
          row(
            'Why it is recorded',
            html`${officerGrounds[decision.officerGround]}<br><span class="app-muted">${citeLaw(officerLaw)}</span>`,
          ),
        ]),
  ]
}

const section = (title: string, words: string): Html | false =>
  words.trim() !== '' && html`<h2 class="govuk-heading-m">${title}</h2>${lines(words)}`

function delegationsView({ decision, delegations, today, mayKeep }: DecisionModel): Html | false {
  if (delegations.length === 0) return false
  return html`<h2 class="govuk-heading-m">What it lets officers do</h2>
${delegations.map(each => {
  const at = `${decisionPath(decision.id)}/delegations/${each.id}`
  return html`<h3 class="govuk-heading-s">${each.toPost}${each.consulting !== '' && `, in consultation with ${each.consulting}`}</h3>
${lines(each.scope)}
<p class="govuk-body app-muted">${endWords(each, today)}</p>
${each.exercises.map(exerciseView)}
${mayKeep && isOpen(each, today) && html`<p class="govuk-body"><a class="govuk-link" href="${at}/use">Write down that it was used</a> <a class="govuk-link" href="${at}/end">End it</a></p>`}`
})}`
}

export function endWords(delegation: Delegation, today: Day): string {
  const { endedOn, endedWords, expiresOn, expiresWords } = delegation
  if (endedOn !== null) return `Ended on ${longDay(endedOn)}. ${endedWords}`
  if (expiresOn !== null)
    return today > expiresOn ? `Ended on ${longDay(expiresOn)}.` : `Until ${longDay(expiresOn)}.`
  return expiresWords === '' ? 'Without an end.' : `Until ${expiresWords}.`
}

function exerciseView(exercise: Exercise): Html {
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>Used on ${longDay(exercise.doneOn)}</strong> by ${exercise.doneBy}.${exercise.consulted !== '' && ` Consulted: ${exercise.consulted}.`}</p>
${lines(exercise.words)}
${(exercise.before !== '' || exercise.after !== '') && html`<p class="govuk-body">What changed: ${partView(exercise.before, exercise.after)}</p>`}</div>`
}

function callInsView({ decision, callIns, mayKeep }: DecisionModel): Html | false {
  if (callIns.length === 0) return false
  return html`<h2 class="govuk-heading-m">Call-in</h2>
${callIns.map(
  each => html`<h3 class="govuk-heading-s">Asked for on ${longDay(inLondon(each.receivedAt).day)} by ${each.by}</h3>
${lines(each.reasons)}
${
  each.valid
    ? each.outcome === null
      ? html`<p class="govuk-body">It waits for its hearing.${mayKeep && html` <a class="govuk-link" href="${decisionPath(decision.id)}/call-ins/${each.id}">Write down what the hearing came to</a>`}</p>`
      : html`<p class="govuk-body"><strong>${callInOutcomes[each.outcome]}</strong>${each.heardOn !== null && `, ${longDay(each.heardOn)}`}. ${each.outcomeWords}</p>`
    : html`<p class="govuk-body"><strong>Not valid.</strong> The request is kept.</p>`
}
${details({ summaryText: 'The rule', text: each.ruleWords })}`,
)}`
}

function stepsView({ decision, standing }: DecisionModel): Html {
  const at = decisionPath(decision.id)
  const isDraft = decision.publishedAt === null
  return html`<h2 class="govuk-heading-m">What can be done with it</h2>
<ul class="govuk-list">
${isDraft && html`<li><a class="govuk-link" href="${at}/change">Change the record</a></li><li><a class="govuk-link" href="${at}/publish">Publish it</a></li>`}
${!isDraft && decision.executive && standing.kind !== 'called in' && html`<li><a class="govuk-link" href="${at}/call-in">Take in a request to call it in</a></li>`}
<li><a class="govuk-link" href="${at}/delegate">Write down what it lets a post do</a></li></ul>`
}
