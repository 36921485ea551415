import { longDay } from '#calendar'
import { type Colleague, ownerFields } from '#findings'
import { library } from '#indicators'
import {
  checkboxes,
  details,
  input,
  insetText,
  radios,
  select,
  textarea,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { type Commitment, type CommitmentKind, kindKeys, kinds } from '../commitment.ts'
import { dueOf } from '../steps.ts'
import { type Field, fieldsOf } from './field.view.ts'

export interface FormModel {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly colleagues: readonly Colleague[]
  readonly bodies: readonly string[]
}

const hints: Readonly<Record<CommitmentKind, string>> = {
  action: 'Somebody is to do something.',
  recommendation: 'A body or post is to accept it, in part or in whole, or say why not.',
  question: 'It was asked, and is to be answered after the meeting.',
  assurance: 'Somebody said that it is so. It is checked later.',
  concern: 'Worry that was minuted. It is joined with earlier ones that say the same.',
  recognition: 'Good practice or an award, for the self-evaluation.',
  'report expected': 'A report, promised for a meeting.',
}

/** The fields of a commitment, for raising one and for changing one. */
export function commitmentFields(model: FormModel): Html {
  const { values, errors, colleagues } = model
  const field = fieldsOf(values, errors)
  return html`${radios({
    idPrefix: 'kind',
    name: 'kind',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'What is it?' } },
    items: kindKeys.map(key => ({
      value: key,
      text: kinds[key],
      hint: { text: hints[key] },
      checked: typed(values, 'kind') === key,
    })),
    errorMessage: errorOf(errors, 'kind'),
  })}
${textarea({ id: 'words', name: 'words', rows: 5, label: { text: 'The words' }, hint: { text: 'Word for word, as the minutes have them.' }, value: typed(values, 'words'), errorMessage: errorOf(errors, 'words') })}
${field('title', 'In short', 'Optional. For lists; the first words are used where you leave it empty.')}
${field('saidBy', 'Who said it', 'Optional. As the minutes name them, such as ‘Director of Children’s Services’.')}
${originFields(model, field)}
${ownerFields(values, errors, colleagues)}
${field('due', 'When it is due', 'A date, such as 18 September 2017, or words, such as ‘later this year’.', 'govuk-input--width-20')}
${addressFields(model, field)}
${checkFields(model, field)}
${field('sharedWith', 'Partner organisations that see it', 'With commas between them. Leave it empty to keep it within the council.')}`
}

const hidden = (values: FormValues, name: string): Html =>
  html`<input type="hidden" name="${name}" value="${typed(values, name)}">`

/** Raised from a paragraph, where it was said is known and only shown. */
function originFields({ values, errors, bodies }: FormModel, field: Field): Html {
  const kept = html`${['originKind', 'originId', 'originHref', 'forMeeting', 'back'].map(name => hidden(values, name))}`
  const isWrong = ['bodyName', 'on', 'originLabel'].some(name => errorOf(errors, name))
  if (typed(values, 'originId') !== '' && !isWrong)
    return html`${kept}${['originLabel', 'bodyName', 'on'].map(name => hidden(values, name))}
${insetText({ text: `Said at ${typed(values, 'originLabel') || `${typed(values, 'bodyName')}, ${typed(values, 'on')}`}` })}`
  return html`${kept}
${input({ id: 'bodyName', name: 'bodyName', label: { text: 'Body or occasion' }, value: typed(values, 'bodyName'), attributes: { list: 'bodies' }, errorMessage: errorOf(errors, 'bodyName') })}
<datalist id="bodies">${bodies.map(name => html`<option value="${name}"></option>`)}</datalist>
${field('on', 'Date it was said', 'For example, 18 September 2017', 'govuk-input--width-20')}
${field('originLabel', 'Where in it', 'Optional. For example, ‘Scrutiny, 16 January 2020, paragraph 3.5’')}`
}

function addressFields({ values, errors }: FormModel, field: Field): Html {
  const names = ['toBodyName', 'toPosts', 'statutory', 'receivedOn', 'forBodyName']
  return details({
    summaryText: 'Recommendations and reports: to whom, and for which meeting',
    open:
      ['recommendation', 'report expected'].includes(typed(values, 'kind')) ||
      names.some(name => typed(values, name) !== '' || errorOf(errors, name) !== undefined),
    html: html`${field('toBodyName', 'To a body', 'Or where it is reported to, if that is another body than the one that asked.')}
${textarea({ id: 'toPosts', name: 'toPosts', rows: 2, label: { text: 'To posts' }, hint: { text: 'One a line. More than one answer jointly.' }, value: typed(values, 'toPosts'), errorMessage: errorOf(errors, 'toPosts') })}
${checkboxes({ idPrefix: 'statutory', name: 'statutory', items: [{ value: 'yes', text: 'The law gives two months to respond', hint: { text: 'A report or recommendation of overview and scrutiny, with notice to respond: Local Government Act 2000, section 9FE. The day is worked out.' }, checked: typed(values, 'statutory') !== '' }], errorMessage: errorOf(errors, 'statutory') })}
${field('receivedOn', 'Day it was received', 'The two months begin with this day.', 'govuk-input--width-20')}
${field('forBodyName', 'Report expected by', 'The body that is to receive it, where it is not the one that asked. The day above is that of its meeting.')}`,
  })
}

function checkFields({ values, errors }: FormModel, field: Field): Html {
  return details({
    summaryText: 'Assurances: what to check it against',
    open:
      typed(values, 'kind') === 'assurance' ||
      ['measure', 'audit'].some(
        name => typed(values, name) !== '' || errorOf(errors, name) !== undefined,
      ),
    html: html`${select({
      id: 'measure',
      name: 'measure',
      label: { text: 'Measure' },
      hint: { text: 'The date when it is due is the day to look.' },
      items: [
        { value: '', text: 'None' },
        ...library.map(({ code, name }) => ({
          value: code,
          text: `${code} ${name}`,
          selected: typed(values, 'measure') === code,
        })),
        ...ofPart(typed(values, 'measure')),
      ],
      errorMessage: errorOf(errors, 'measure'),
    })}
${field('audit', 'Or an audit', 'For example, ‘Audit of supervision, spring 2026’')}`,
  })
}

/** A measure of one part of the county, where it was chosen elsewhere, stays. */
const ofPart = (id: string) =>
  id.includes('/') ? [{ value: id, text: id.replaceAll('/', ' '), selected: true }] : []

/** What a commitment says now, as the form has it. */
export function valuesOf(one: Commitment): FormValues {
  const due = one.kind === 'report expected' ? dueOf(one) : one.dueOn
  return {
    kind: one.kind,
    words: one.words,
    title: one.title,
    saidBy: one.saidBy ?? '',
    originKind: one.origin.kind,
    originId: one.origin.id,
    originLabel: one.origin.label,
    originHref: one.origin.href ?? '',
    bodyName: one.origin.bodyName,
    on: longDay(one.origin.on),
    ownerId: one.ownerId ?? '',
    owner: one.ownerId === null ? (one.owner ?? '') : '',
    toBodyName: one.toBodyName ?? '',
    toPosts: one.toPosts.join('\n'),
    due: due === null ? (one.dueWords ?? '') : longDay(due),
    statutory: one.statutory ? 'yes' : '',
    receivedOn: one.receivedOn === null ? '' : longDay(one.receivedOn),
    measure: one.measure ?? '',
    audit: one.audit ?? '',
    forBodyName: one.promised?.bodyName ?? '',
    forMeeting: one.promised?.meetingId ?? '',
    sharedWith: one.sharedWith.join(', '),
  }
}
