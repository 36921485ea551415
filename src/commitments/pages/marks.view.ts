import { type Day, longDay } from '#calendar'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { type Commitment, kinds, type State, type Verdict, verdicts } from '../commitment.ts'
import { addressees } from '../counts.ts'
import { commitmentPath } from '../in-thread.ts'
import { dueOf, isOverdue, stateWords } from '../steps.ts'

const tagOf: Readonly<Record<State, string>> = {
  open: 'govuk-tag--blue',
  accepted: 'govuk-tag--blue',
  partly: 'govuk-tag--blue',
  rejected: 'govuk-tag--grey',
  answered: 'govuk-tag--turquoise',
  done: 'govuk-tag--yellow',
  closed: 'govuk-tag--green',
  checked: 'govuk-tag--turquoise',
  received: 'govuk-tag--turquoise',
  recorded: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
}

export const stateTag = (one: Commitment): Html =>
  html`<strong class="govuk-tag ${one.check === null ? tagOf[one.state] : verdictTag[one.check.verdict]}">${one.check === null ? stateWords(one) : verdicts[one.check.verdict]}</strong>`

const verdictTag: Readonly<Record<Verdict, string>> = {
  'borne out': 'govuk-tag--green',
  'not borne out': 'govuk-tag--orange',
  'cannot be said': 'govuk-tag--grey',
}

export const commitmentLink = (one: Commitment): Html =>
  html`<a class="govuk-link" href="${commitmentPath(one.id)}">${one.title}</a>`

/** Where it comes from, with the way there. */
export const originLink = ({ origin }: Pick<Commitment, 'origin'>): Content =>
  origin.href === null
    ? origin.label
    : html`<a class="govuk-link" href="${origin.href}">${origin.label}</a>`

export const whoWords = (one: Commitment): string => addressees(one).join(', ') || 'Nobody yet'

/** By when, and that it is late; the first date where it was put off. */
export function dueCell(one: Commitment, today: Day): Content {
  const due = dueOf(one)
  const first = one.firstDueOn
  if (due === null) return one.dueWords ?? 'No day'
  return html`${longDay(due)}${isOverdue(one, today) && html`<br><strong class="govuk-tag govuk-tag--red">Overdue</strong>`}${first !== null && first !== due && html`<br><span class="app-muted">First ${longDay(first)}</span>`}`
}

export const kindCell = (one: Pick<Commitment, 'kind'>): string => kinds[one.kind]
