import { type Day, explainDeadline, longDay } from '#calendar'
import { changesView, lines, type Likeness } from '#findings'
import type { Deed } from '#kit/db/index.ts'
import { heading } from '#kit/html/blocks.ts'
import { dataTable, details, summaryList } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { type LineMeasure, measureName, measurePath } from '#plan'
import { type ThreadModel, threadView } from '#thread'
import type { Suggested } from '../assurance.ts'
import { type Commitment, kinds, nameOf, verdicts } from '../commitment.ts'
import type { ConcernThread } from '../concerns.ts'
import { dueOfCheck, responseDeadline } from '../due.ts'
import { commitmentPath } from '../in-thread.ts'
import { dueOf, isOpen, isOverdue, stateWords, type Step, timesWords } from '../steps.ts'
import { raisingsView } from './concern-parts.view.ts'
import { dueCell, originLink, stateTag } from './marks.view.ts'
import { measureSays } from './measure.view.ts'

export interface CommitmentModel {
  readonly one: Commitment
  readonly today: Day
  readonly events: readonly Deed[]
  readonly thread: ThreadModel
  readonly measure: LineMeasure | null
  readonly suggested: Suggested | null
  readonly concern: ConcernThread | null
  readonly alike: readonly Likeness<Commitment>[]
  readonly steps: readonly Step[]
  readonly mayKeep: boolean
  readonly mayBring: boolean
}

export function commitmentView(model: CommitmentModel): Html {
  const { one, events, concern, suggested } = model
  return html`${heading({ title: one.title, caption: `${kinds[one.kind]}, ${nameOf(one).toLowerCase()}`, lead: leadOf(model) })}
<blockquote class="govuk-inset-text app-verbatim">${lines(one.words)}<footer class="app-muted">${one.saidBy !== null && `${one.saidBy}, `}${originLink(one)}</footer></blockquote>
${summaryList({ rows: rowsOf(model) })}
${actsView(model)}
${one.statutory && one.receivedOn !== null && workingView(one.receivedOn)}
${concern !== null && raisingsView(concern, one.id)}
${alikeView(model)}
${suggested !== null && checkView(model, suggested)}
${threadView(model.thread)}
<h2 class="govuk-heading-m">What was done</h2>
${dataTable({
  caption: 'What was done, newest first',
  captionHidden: true,
  columns: [
    { heading: 'What', cell: each => each.action },
    { heading: 'Words', cell: each => html`${each.words}${changesView(each, fieldWords)}` },
    { heading: 'Who', cell: each => each.actorName },
    { heading: 'When', cell: each => longDay(Math.floor(each.at.getTime() / 86_400_000)) },
  ],
  rows: events,
})}`
}

function leadOf({ one, today, concern }: CommitmentModel): string {
  const due = dueOf(one)
  const state = `${stateWords(one)}.`
  if (one.check !== null)
    return `${verdicts[one.check.verdict]}, said ${one.check.by} on ${longDay(one.check.on)}.`
  if (concern !== null && concern.raisings.length > 1)
    return `${state} Raised ${timesWords(concern.raisings.length)} since ${longDay(concern.first.origin.on)}.`
  if (isOverdue(one, today) && due !== null) return `${state} It was due on ${longDay(due)}.`
  if (one.kind === 'assurance' && isOpen(one))
    return `${state} Somebody is to look by ${longDay(dueOfCheck(one))}.`
  if (isOpen(one) && due !== null && one.state !== 'done')
    return `${state} It is due on ${longDay(due)}.`
  return state
}

const row = (key: string, value: Content) => ({
  key: { text: key },
  value: { html: html`${value}` },
})

function rowsOf({ one, today, measure }: CommitmentModel) {
  const { response, promised } = one
  const to = [...one.toPosts, ...(one.toBodyName === null ? [] : [one.toBodyName])]
  const some = (test: boolean, key: string, value: Content) => (test ? [row(key, value)] : [])
  return [
    row('State', stateTag(one)),
    ...some(one.kind !== 'recognition', 'Owner', one.owner ?? 'Nobody yet'),
    ...some(to.length > 0, 'Addressed to', to.join(', ')),
    ...some(one.kind !== 'recognition' && one.kind !== 'concern', 'Due', dueCell(one, today)),
    ...some(one.deferrals > 0, 'Put off', timesWords(one.deferrals)),
    ...some(
      promised !== null,
      'Promised for',
      `${promised?.bodyName ?? one.origin.bodyName}${promised?.on ? `, ${longDay(promised.on)}` : ''}`,
    ),
    ...some(
      one.statutory && one.receivedOn !== null,
      'Received',
      `${longDay(one.receivedOn ?? 0)}. The law gives two months to respond.`,
    ),
    ...(response === null
      ? []
      : [
          row(
            response.kind === 'answer' ? 'Answer' : 'Response',
            html`${lines(response.words)}${response.reason !== null && html`<p class="govuk-body"><strong>Reason:</strong> ${response.reason}</p>`}<span class="app-muted">${response.respondent}, ${longDay(response.on)}${response.publishedOn !== null && `; published ${longDay(response.publishedOn)}`}</span>`,
          ),
        ]),
    ...some(
      one.doneOn !== null,
      'Done',
      html`${one.doneWords}<br><span class="app-muted">${longDay(one.doneOn ?? 0)}</span>`,
    ),
    ...some(one.evidence !== null && one.check === null, 'Evidence', one.evidence),
    ...some(
      one.verifiedBy !== null,
      'Verified by',
      `${one.verifiedBy ?? ''}, ${longDay(one.verifiedOn ?? 0)}`,
    ),
    ...some(
      one.closedWords !== null,
      'Ended',
      html`${longDay(one.closedOn ?? 0)}<br>${one.closedWords}`,
    ),
    ...some(
      measure !== null,
      'Measure',
      measure !== null &&
        html`<a class="govuk-link" href="${measurePath(measure.measure)}">${measureName(measure.measure)}</a>`,
    ),
    ...some(one.audit !== null, 'Audit', one.audit),
    row(
      'Seen by',
      [
        one.sharedWith.length === 0
          ? 'The council'
          : `The council and ${one.sharedWith.join(', ')}`,
        one.published ? 'and the public' : '',
      ]
        .join(' ')
        .trim(),
    ),
  ]
}

const stepWords: Readonly<Record<Step, string>> = {
  respond: 'Respond: accept, accept in part, or reject with a reason',
  answer: 'Answer',
  done: 'Say that it is done',
  verify: 'Verify, with the evidence',
  check: 'Check whether it holds',
  receive: 'Say that it was received',
  defer: 'Put it off, with a reason',
  withdraw: 'Withdraw, with a reason',
  reopen: 'Open it again',
}

/** An answer belongs to the raising that came last. */
const answerPath = ({ first, raisings }: ConcernThread): string =>
  `${commitmentPath((raisings.at(-1) ?? first).id)}/answer`

function actsView({ one, steps, concern, mayKeep, mayBring }: CommitmentModel): Html | false {
  const at = commitmentPath(one.id)
  const acts = [
    ...steps.map(step => [
      step === 'answer' && concern !== null ? answerPath(concern) : `${at}/${step}`,
      one.kind === 'concern' && step === 'verify'
        ? 'Close it: show that it has gone'
        : stepWords[step],
    ]),
    ...(mayKeep && one.kind === 'concern'
      ? [[`${at}/join`, 'Join it with a concern that was raised before']]
      : []),
    ...(mayKeep && isOpen(one) && isForMeeting(one)
      ? [[`${at}/agenda`, 'Say which item of an agenda it is']]
      : []),
    ...(mayKeep && isOpen(one) ? [[`${at}/line`, 'Say which line of the plan answers it']] : []),
    ...(mayBring ? [[`${at}/finding`, 'Bring it in as a finding, or link it to one']] : []),
    ...(mayKeep ? [[`${at}/change`, 'Change what it says, its owner or its date']] : []),
  ] as const
  if (acts.length === 0) return false
  return html`<h2 class="govuk-heading-m">What can be done with it</h2>
<ul class="govuk-list">${acts.map(([href, words]) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>`)}</ul>`
}

/** What a meeting is to hear about again. */
const isForMeeting = ({ kind }: Commitment): boolean =>
  ['report expected', 'action', 'recommendation', 'question'].includes(kind)

function workingView(receivedOn: Day): Html | false {
  const deadline = responseDeadline(receivedOn)
  if (deadline === null) return false
  return details({
    summaryText: 'How the last day to respond is worked out',
    html: html`${explainDeadline(deadline).map(each => html`<p class="govuk-body">${each}</p>`)}`,
  })
}

function alikeView({ alike, one }: CommitmentModel): Html | false {
  if (alike.length === 0) return false
  return html`<h2 class="govuk-heading-m">It may have been raised before</h2>
<ul class="govuk-list govuk-list--bullet">${alike.map(
    ({ other, shared }) =>
      html`<li><a class="govuk-link" href="${commitmentPath(other.id)}">${other.title}</a> <span class="app-muted">${other.origin.label}. Both have the words ${shared.slice(0, 5).join(', ')}.</span> <a class="govuk-link" href="${commitmentPath(one.id)}/join?into=${other.id}">Join<span class="govuk-visually-hidden"> it with ${nameOf(other).toLowerCase()}</span></a></li>`,
  )}</ul>`
}

function checkView({ one, measure }: CommitmentModel, suggested: Suggested): Html {
  return html`<h2 class="govuk-heading-m">Does it hold?</h2>
${
  one.check === null
    ? html`<p class="govuk-body">Nobody has looked yet.</p>`
    : html`<p class="govuk-body"><strong>${verdicts[one.check.verdict]}.</strong> ${one.check.words} <span class="app-muted">${one.check.by}, ${longDay(one.check.on)}</span></p>`
}
${measureSays(measure, suggested)}`
}

const fieldWords: Readonly<Record<string, string>> = {
  title: 'Title',
  words: 'Words',
  kind: 'Kind',
  saidBy: 'Said by',
  owner: 'Owner',
  to: 'Addressed to',
  sharedWith: 'Seen by',
  published: 'Published',
  due: 'Due',
  receivedOn: 'Received',
  promised: 'Promised for',
  measure: 'Measure',
  audit: 'Audit',
  reason: 'Reason',
}
