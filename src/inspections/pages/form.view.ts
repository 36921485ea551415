import {
  button,
  checkboxes,
  details,
  input,
  radios,
  select,
  textarea,
} from '#kit/html/components/index.ts'
import { lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed, typedAll } from '#kit/http/form.ts'
import type { Colleague } from '#findings'
import { type FrameworkKey, frameworkOf } from '../frameworks/index.ts'
import {
  type InspectionKind,
  inspectionKinds,
  pointKindKeys,
  pointKinds,
  statements,
} from '../inspection.ts'
import { pointNumbers } from './fields.ts'

export interface InspectionForm {
  readonly kind: InspectionKind
  readonly framework: FrameworkKey | null
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly colleagues: readonly Colleague[]
  readonly csrf: Html
  readonly action: string
  readonly submit: string
  readonly back: string
  /** Whether it is asked if recommendations go to the inbox: when an inspection is made. */
  readonly asksInbox: boolean
  /** Whether pages of a document stand beside it that a number can lead to. */
  readonly hasPages: boolean
}

/** Empty rows for points, beyond those that are filled in. */
const MORE = 2
/** Rows that are folded away below them: a report of 19 recommendations is written down at once. */
const FOLDED = 18

export function inspectionForm(form: InspectionForm): Html {
  const { values, errors, kind, framework } = form
  return html`<form method="post" action="${form.action}" novalidate>
${form.csrf}
<input type="hidden" name="kind" value="${kind}">
<input type="hidden" name="framework" value="${framework ?? ''}">
<p class="govuk-body"><strong>${inspectionKinds[kind]}</strong>${framework !== null && html`, ${frameworkOf(framework).shortName}`}</p>
${lineField(form, 'title', 'Title', { hint: 'Leave it empty for the usual one' })}
${(kind === 'monitoring' || kind === 'focused' || kind === 'dfe-review' || kind === 'assurance') && html`${lineField(form, 'visitNumber', 'Number of the visit', { hint: 'Where visits are counted', width: 3 })}${lineField(form, 'theme', 'Theme', { hint: 'What they looked at' })}`}
<h2 class="govuk-heading-m">Dates</h2>
${lineField(form, 'beganOn', 'First day on site', { hint: 'Such as 18 September 2017', width: 20 })}
${lineField(form, 'endedOn', 'Last day on site', { width: 20 })}
${lineField(form, 'teamSize', 'How many inspectors came', { width: 3 })}
${lineField(form, 'receivedOn', 'Report received', { hint: 'The statutory days are counted from here', width: 20 })}
${lineField(form, 'embargoedUntil', 'Under embargo until', { hint: 'Before that day nobody but those whom you name can see that this exists', width: 20 })}
${readersField(form)}
${lineField(form, 'publishedOn', 'Published', { width: 20 })}
${framework !== null && gradeFields(framework, values, errors)}
${textarea({ id: 'summary', name: 'summary', rows: 4, label: { text: 'What it says as a whole' }, hint: { text: 'For a letter without grades, or in a sentence' }, value: typed(values, 'summary'), errorMessage: errorOf(errors, 'summary') })}
${radios({
  idPrefix: 'statement',
  name: 'statement',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Statement of action', classes: 'govuk-fieldset__legend--s' } },
  items: (['none', 'full', 'priority'] as const).map(key => ({
    value: key,
    text: statements[key],
    checked: (typed(values, 'statement') || 'none') === key,
  })),
})}
${pointFields(form)}
${
  form.asksInbox &&
  checkboxes({
    idPrefix: 'inbox',
    name: 'inbox',
    items: [
      {
        value: 'yes',
        text: 'Put each recommendation into the inbox of findings',
        hint: {
          text: 'Under embargo they go there when it is lifted. Leave this out for inspections of long ago.',
        },
        checked: typed(values, 'inbox') === 'yes',
      },
    ],
  })
}
<div class="govuk-button-group">${button({ text: form.submit, preventDoubleClick: true })}<a class="govuk-link" href="${form.back}">Cancel</a></div>
</form>`
}

function readersField({ colleagues, values, errors }: InspectionForm): Html | false {
  if (colleagues.length === 0) return false
  const chosen = new Set(typedAll(values, 'readers'))
  return details({
    summaryText: 'Who may read it under embargo',
    open: chosen.size > 0 || errorOf(errors, 'readers') !== undefined,
    html: checkboxes({
      idPrefix: 'readers',
      name: 'readers',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: 'Besides you' } },
      items: colleagues.slice(0, 60).map(({ id, name }) => ({
        value: id,
        text: name,
        checked: chosen.has(id),
      })),
      errorMessage: errorOf(errors, 'readers'),
    }),
  })
}

function gradeFields(
  key: FrameworkKey,
  values: FormValues,
  errors: readonly FieldError[],
): Html | false {
  const { judgements, grades } = frameworkOf(key)
  if (judgements.length === 0 || grades.length === 0) return false
  return html`<h2 class="govuk-heading-m">Judgements</h2>
${judgements.map(judgement =>
  select({
    id: `grade-${judgement.key}`,
    name: `grade-${judgement.key}`,
    label: { text: judgement.name },
    items: [
      { value: '', text: 'No grade' },
      ...grades.map(grade => ({
        value: grade.key,
        text: grade.words[0],
        selected: typed(values, `grade-${judgement.key}`) === grade.key,
      })),
    ],
    errorMessage: errorOf(errors, `grade-${judgement.key}`),
  }),
)}`
}

function pointFields(form: InspectionForm): Html {
  const { values } = form
  const sent = pointNumbers(values)
  const isUsed = (at: number): boolean =>
    ['id', 'words', 'number', 'paragraphs', 'page'].some(
      field => typed(values, `point-${at}-${field}`) !== '',
    )
  const filled = sent.slice(0, sent.findLastIndex(isUsed) + 1)
  const next = (filled.at(-1) ?? -1) + 1
  const empty = filled.filter(at => typed(values, `point-${at}-words`) === '').length
  const more = Math.max(0, MORE - empty)
  const numbers = [...filled, ...Array.from({ length: more }, (_, at) => next + at)]
  const folded = Array.from({ length: FOLDED }, (_, at) => next + more + at)
  return html`<h2 class="govuk-heading-m">Recommendations and strengths</h2>
<p class="govuk-body">Word for word. Empty one to leave it out.</p>
${numbers.map((at, place) => pointRow(form, at, place + 1))}
${details({
  summaryText: 'Show more rows',
  html: html`${folded.map((at, place) => pointRow(form, at, numbers.length + place + 1))}`,
})}`
}

function pointRow({ values, errors, hasPages }: InspectionForm, at: number, shown: number): Html {
  const name = (field: string): string => `point-${at}-${field}`
  const words = typed(values, name('words'))
  const page = typed(values, name('page'))
  const small = (field: string, label: string, width: string): Html =>
    input({
      id: name(field),
      name: name(field),
      label: { text: label },
      classes: width,
      value: typed(values, name(field)),
      errorMessage: errorOf(errors, name(field)),
    })
  return html`<fieldset class="govuk-fieldset app-point"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${shown}. ${hasPages && /^\d+$/.test(page) && html`<a class="govuk-link" href="#page-${page}">See page ${page}</a>`}</legend>
<input type="hidden" name="${name('id')}" value="${typed(values, name('id'))}">
${select({ id: name('kind'), name: name('kind'), label: { text: 'Kind' }, items: pointKindKeys.map(key => ({ value: key, text: pointKinds[key], selected: typed(values, name('kind')) === key })) })}
${textarea({ id: name('words'), name: name('words'), rows: Math.min(12, Math.max(2, Math.ceil(words.length / 70) + words.split('\n').length - 1)), label: { text: 'Words' }, value: words, errorMessage: errorOf(errors, name('words')) })}
<div class="app-row">${small('number', 'Number', 'govuk-input--width-5')}${small('paragraphs', 'Paragraphs', 'govuk-input--width-5')}${small('page', 'Page', 'govuk-input--width-3')}</div>
</fieldset>`
}
