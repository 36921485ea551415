import { longDay } from '#calendar'
import { insetText, radios, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { LineMeasure } from '#plan'
import type { Suggested } from '../assurance.ts'
import { type Commitment, verdictKeys, verdicts } from '../commitment.ts'
import { dueOf, type Step } from '../steps.ts'
import { fieldsOf } from './field.view.ts'
import { measureSays } from './measure.view.ts'

export interface StepModel {
  readonly step: Step
  readonly one: Commitment
  readonly measure: LineMeasure | null
  readonly suggested: Suggested
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

const titles: Readonly<Record<Step, { readonly title: string; readonly submit: string }>> = {
  respond: { title: 'Respond', submit: 'Send the response' },
  answer: { title: 'Answer', submit: 'Give the answer' },
  done: { title: 'Say that it is done', submit: 'It is done' },
  verify: { title: 'Verify', submit: 'I have seen the evidence' },
  check: { title: 'Check whether it holds', submit: 'Save the verdict' },
  receive: { title: 'Received', submit: 'It was received' },
  defer: { title: 'Put off', submit: 'Put it off' },
  withdraw: { title: 'Withdraw', submit: 'Withdraw it' },
  reopen: { title: 'Open again', submit: 'Open it again' },
}

export const titleOf = (step: Step, { kind }: Pick<Commitment, 'kind'>) =>
  step === 'verify' && kind === 'concern'
    ? { title: 'Show that it has gone', submit: 'Close it' }
    : step === 'defer' && kind === 'report expected'
      ? { title: 'Promise it again', submit: 'Promise it for that day' }
      : titles[step]

export function stepFields(model: StepModel): Html {
  const { step, one, values, errors } = model
  const words = (label: string, hint: string): Html =>
    textarea({
      id: 'words',
      name: 'words',
      rows: 5,
      label: { text: label },
      hint: { text: hint },
      value: typed(values, 'words'),
      errorMessage: errorOf(errors, 'words'),
    })
  const field = fieldsOf(values, errors)
  const respondent = field('respondent', 'Who responds', 'A name, a post or a body.')
  const published = field(
    'publishedOn',
    'Day it was published',
    'Leave it empty if it is not. For example, 18 September 2017',
    'govuk-input--width-20',
  )
  switch (step) {
    case 'respond':
      return html`<blockquote class="govuk-inset-text app-verbatim">${one.words}</blockquote>
${responseField(values, errors)}
${words('The response', 'What will be done, by whom and by when.')}
${textarea({ id: 'reason', name: 'reason', rows: 3, label: { text: 'Reason' }, hint: { text: 'Where it is rejected, or accepted only in part.' }, value: typed(values, 'reason'), errorMessage: errorOf(errors, 'reason') })}
${respondent}${published}`
    case 'answer':
      return html`<blockquote class="govuk-inset-text app-verbatim">${one.words}</blockquote>
${words('The answer', 'As it is given to those who asked.')}${respondent}${published}`
    case 'done':
      return html`${insetText({ text: 'Done is not the end of it: somebody else then looks at the evidence.' })}
${words('What was done?', 'And where it can be seen.')}`
    case 'verify':
      return html`${insetText({ text: `${one.owner ?? 'Whoever did it'} cannot verify it: somebody else looks and says what they saw.` })}
${one.doneWords !== null && html`<p class="govuk-body"><strong>Said to be done:</strong> ${one.doneWords}</p>`}
${words('What is the evidence?', 'What you looked at, and what it shows.')}`
    case 'check':
      return html`<blockquote class="govuk-inset-text app-verbatim">${one.words}</blockquote>
${measureSays(model.measure, model.suggested)}
${verdictField(model)}
${words('What does the verdict rest on?', 'The measure, an audit, or what children, families and staff say.')}`
    case 'receive':
      return words('What came?', 'The report, and the item of the agenda.')
    case 'defer':
      return html`${dueOf(one) !== null && insetText({ text: `It is due on ${longDay(dueOf(one) ?? 0)}${one.firstDueOn !== null && one.firstDueOn !== dueOf(one) ? `, and first was on ${longDay(one.firstDueOn)}` : ''}. The first date stays visible.` })}
${field('dueOn', one.kind === 'report expected' ? 'For the meeting on' : 'New date', 'For example, 18 September 2017', 'govuk-input--width-20')}
${words('Why is it put off?', 'It is shown to those who asked for it.')}`
    case 'withdraw':
      return words(
        'Why is it withdrawn?',
        'For example, it was raised twice, or another decision has taken its place.',
      )
    case 'reopen':
      return words('Why is it opened again?', 'What was said before stays in its history.')
  }
}

function responseField(values: FormValues, errors: readonly FieldError[]): Html {
  return radios({
    idPrefix: 'response',
    name: 'response',
    fieldset: { legend: { text: 'Is it accepted?' } },
    items: [
      { value: 'accept', text: 'Accepted' },
      { value: 'partly', text: 'Accepted in part' },
      { value: 'reject', text: 'Rejected' },
    ].map(item => ({ ...item, checked: typed(values, 'response') === item.value })),
    errorMessage: errorOf(errors, 'response'),
  })
}

function verdictField({ values, errors, measure, suggested }: StepModel): Html {
  const chosen = typed(values, 'verdict')
  return radios({
    idPrefix: 'verdict',
    name: 'verdict',
    fieldset: { legend: { text: 'Verdict' } },
    items: verdictKeys.map(key => ({
      value: key,
      text: verdicts[key],
      ...(measure !== null &&
        suggested.verdict === key && { hint: { text: 'What the measure says' } }),
      checked: chosen === key,
    })),
    errorMessage: errorOf(errors, 'verdict'),
  })
}
