import { type Day, longDay } from '#calendar'
import { dimensions, library } from '#indicators'
import { input, insetText, radios, select, warningText } from '#kit/html/components/index.ts'
import { wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { brief, type Finding, namesField, nameOf } from '#findings'
import type { Standing } from '../gather.ts'
import { isGood, verdicts } from '../impact.ts'
import { accountable, deliveries, deliveryKeys } from '../line.ts'
import { measureName } from '../measure.ts'
import { measuresView, verdictMark } from './marks.view.ts'

export type Act = 'update' | 'evidence' | 'dispute' | 'measure' | 'answers' | 'close' | 'reopen'

export const actTitles: Readonly<Record<Act, { readonly title: string; readonly submit: string }>> =
  {
    update: { title: 'Write an update', submit: 'Save the update' },
    evidence: { title: 'Record a re-audit or what people say', submit: 'Record it' },
    dispute: { title: 'Dispute the verdict', submit: 'Write it down' },
    measure: { title: 'Measures', submit: 'Save' },
    answers: { title: 'Which findings does it answer?', submit: 'Save' },
    close: { title: 'Close on evidence', submit: 'Close it' },
    reopen: { title: 'Open again', submit: 'Open it again' },
  }

export interface ActModel {
  readonly act: Act
  readonly standing: Standing
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly findings: readonly Finding[]
  readonly answered: readonly Finding[]
  readonly today: Day
}

/** What is in view while somebody writes, and the fields that they write into. */
export function actView(model: ActModel): { readonly before: Html; readonly fields: Html } {
  const { act, standing } = model
  const { line, impact } = standing
  const names = namesField(model.errors)
  const date = (id: string, label: string, hint: string): Html =>
    input({
      id,
      name: id,
      label: { text: label },
      hint: { text: hint },
      value: typed(model.values, id),
      classes: 'govuk-input--width-20',
      errorMessage: errorOf(model.errors, id),
    })
  switch (act) {
    case 'update':
      return {
        before: html`${insetText({ html: html`<strong>What will be different for children:</strong> ${line.difference || 'not said yet'}` })}
<p class="govuk-body">What the evidence says now: ${verdictMark(impact.verdict)}</p>
${figuresView(standing)}`,
        fields: html`${select({ id: 'delivery', name: 'delivery', label: { text: 'How does the work stand?' }, items: deliveryKeys.map(key => ({ value: key, text: deliveries[key], selected: typed(model.values, 'delivery') === key })), errorMessage: errorOf(model.errors, 'delivery') })}
${words(model, 'words', 'How does it go?', 'What was done, what stands in the way, and what the figures above have to do with it.')}
${date('forecastOn', 'When is it now expected?', `Leave it empty if it will be done by ${line.dueOn === null ? 'its date' : longDay(line.dueOn)}.`)}${names}`,
      }
    case 'evidence':
      return {
        before: html``,
        fields: html`${radios({
          idPrefix: 'kind',
          name: 'kind',
          fieldset: { legend: { text: 'Who looked, or who was heard?' } },
          items: [
            {
              value: 're-audit',
              text: 'A re-audit',
              hint: { text: 'Somebody looked again at practice or at records' },
              checked: typed(model.values, 'kind') === 're-audit',
            },
            {
              value: 'feedback',
              text: 'Children, parents, carers or staff',
              checked: typed(model.values, 'kind') === 'feedback',
            },
          ],
          errorMessage: errorOf(model.errors, 'kind'),
        })}
${radios({
  idPrefix: 'says',
  name: 'says',
  fieldset: { legend: { text: 'What did they find?' } },
  items: [
    { value: 'better', text: 'Better than before' },
    { value: 'same', text: 'No different' },
    { value: 'worse', text: 'Worse than before' },
  ].map(item => ({ ...item, checked: typed(model.values, 'says') === item.value })),
  errorMessage: errorOf(model.errors, 'says'),
})}
${input({ id: 'source', name: 'source', label: { text: 'Where this is from' }, hint: { text: 'For example, ‘Re-audit of 24 assessments, May 2026’' }, value: typed(model.values, 'source'), errorMessage: errorOf(model.errors, 'source') })}
${date('heardOn', 'When', 'For example, 18 September 2017')}
${words(model, 'words', 'What they found or said', 'Never a child’s name.')}${names}`,
      }
    case 'dispute':
      return {
        before: html`<p class="govuk-body">The evidence says: ${verdictMark(impact.verdict)}</p>
<ul class="govuk-list govuk-list--bullet">${impact.reasons.map(reason => html`<li>${reason}</li>`)}</ul>
<p class="govuk-body">What you write stands beside “${verdicts[impact.verdict]}” for everybody to read. The verdict stays until the evidence changes.</p>`,
        fields: html`${words(model, 'words', 'Why do you think it is wrong?', 'For example, what the measure does not see.')}${names}`,
      }
    case 'measure':
      return { before: html``, fields: measureFields(model) }
    case 'answers':
      return { before: html``, fields: answerFields(model) }
    case 'close':
      return {
        before: html`<p class="govuk-body">What the evidence says now: ${verdictMark(impact.verdict)}</p>
<ul class="govuk-list govuk-list--bullet">${impact.reasons.map(reason => html`<li>${reason}</li>`)}</ul>
${figuresView(standing)}
${!isGood(impact.verdict) && warningText({ text: 'Nothing shows a difference for children yet. Closed now, it is listed as a gap: closed without verification.', iconFallbackText: 'Warning' })}
${insetText({ text: `Whoever answers for it (${accountable(line) ?? 'nobody yet'}) cannot close it. Re-tests follow after six and twelve months.` })}`,
        fields: html`${words(model, 'evidence', 'What shows that it is done?', 'What you saw yourself, and where it can be seen.')}${names}`,
      }
    case 'reopen':
      return {
        before: html``,
        fields: html`${words(model, 'words', 'Why is it opened again?', 'The evidence that it was closed on stays in its history.')}${names}`,
      }
  }
}

const figuresView = ({ measures }: Standing): Html | false =>
  measures.length > 0 &&
  html`<h2 class="govuk-heading-m">What the figures say</h2>${measuresView(measures)}`

const words = (model: ActModel, field: string, label: string, hint: string): Html =>
  wordsField(model, field, label, { hint, rows: 4 })

function measureFields({ standing, values, errors }: ActModel): Html {
  const { ownMeasures } = standing
  return html`${
    ownMeasures.length > 0 &&
    select({
      id: 'remove',
      name: 'remove',
      label: { text: 'Take one away' },
      items: [
        { value: '', text: 'Keep all' },
        ...ownMeasures.map(each => ({ value: each.id, text: measureName(each.measure) })),
      ],
    })
  }
${select({ id: 'indicator', name: 'indicator', label: { text: 'Link a measure' }, items: [{ value: '', text: 'Choose one' }, ...library.map(({ code, name }) => ({ value: code, text: `${code} ${name}`, selected: typed(values, 'indicator') === code }))], errorMessage: errorOf(errors, 'indicator') })}
${select({ id: 'dimension', name: 'dimension', label: { text: 'Of which part' }, items: [{ value: '', text: 'The whole county' }, ...dimensions.filter(each => each !== 'county').map(each => ({ value: each, text: `By ${each}`, selected: typed(values, 'dimension') === each }))] })}
${input({ id: 'part', name: 'part', label: { text: 'Name of that part' }, hint: { text: 'For example, a team or a locality' }, value: typed(values, 'part'), errorMessage: errorOf(errors, 'part') })}`
}

function answerFields({ findings, answered, values, errors }: ActModel): Html {
  return html`${
    answered.length > 0 &&
    select({
      id: 'remove',
      name: 'remove',
      label: { text: 'No longer answers' },
      items: [
        { value: '', text: 'Keep all' },
        ...answered.map(each => ({
          value: each.id,
          text: `${nameOf(each)}: ${brief(each.words, 80)}`,
        })),
      ],
    })
  }
${select({ id: 'finding', name: 'finding', label: { text: 'It answers' }, hint: { text: 'Open findings, those that are most like its words first' }, items: [{ value: '', text: 'Choose one' }, ...findings.map(each => ({ value: each.id, text: `${nameOf(each)}: ${brief(each.words, 80)}`, selected: typed(values, 'finding') === each.id }))], errorMessage: errorOf(errors, 'finding') })}`
}
