import { heading } from '#kit/html/blocks.ts'
import {
  button,
  checkboxes,
  details,
  insetText,
  radios,
  textarea,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf } from '#kit/http/form.ts'
import {
  type Derived,
  type Grade,
  gradeRule,
  grades,
  gradeWords,
  jargonIn,
  readingAge,
  type Standard,
  type Tool,
  type Jargon,
} from '#practice'
import { type Audit, auditName } from '../audit.ts'
import { field, type FormText, NOT_APPLICABLE, voicesAsked } from '../form-text.ts'
import { lookedField } from './fields.ts'
import { jargonView } from './jargon.view.ts'
import { recordView } from './record.view.ts'
import { auditPath } from './rooms.ts'

export interface AuditFormModel {
  readonly audit: Audit
  readonly tool: Tool
  /** Whether a newer version of the tool is in use for audits that begin now. */
  readonly newer: number | null
  readonly values: FormText
  readonly errors: readonly FieldError[]
  readonly derived: Derived | null
  /** How many questions are still open. */
  readonly open: number
  readonly jargon: readonly Jargon[]
  readonly viewerId: string
  readonly savedBy: string
  readonly savedAt: string
  /** Whether what is handed in waits for moderation, because its auditor has not passed a vignette. */
  readonly waits: boolean
  readonly alert: Html | false
  readonly csrf: Html
}

/** The whole of an audit on one page: every question once, one click or one text each. */
export function auditFormView(model: AuditFormModel): Html {
  const { audit, tool, csrf, viewerId } = model
  const at = auditPath(audit.id)
  return html`${heading({ title: tool.title, caption: captionOf(audit), lead: tool.about })}
<div data-app-refresh="alert">${model.alert}</div>
${model.newer !== null && insetText({ text: `This audit was begun with version ${audit.toolVersion} of the tool and keeps it. Audits that begin now use version ${model.newer}.` })}
${model.waits && html`<div class="govuk-inset-text">${audit.auditorId === viewerId ? 'You have' : `${audit.auditorName} has`} not passed a vignette of this tool yet. The audit can be done all the same: once it is handed in it waits for moderation, and its grade is in no figure before that. <a class="govuk-link" href="/audits/reliability/vignettes">Grade a vignette first</a></div>`}
${recordView(audit, csrf)}
${keysView()}
<form method="post" action="${at}/form" novalidate class="app-audit" data-app-autosave data-app-keep="${viewerId}:${audit.id}">
${csrf}<input type="hidden" name="version" value="${audit.version}" data-app-version>
<div class="app-audit__offer govuk-inset-text" data-app-offer hidden></div>
${safetyView(model)}
${tool.standards.map((standard, nth) => standardView(standard, nth, model))}
${voicesView(model)}
${endView(model)}
<div data-app-refresh="names">${lookedField(model.errors)}</div>
<div class="app-audit__end">
<p class="govuk-body" role="status" data-app-refresh="saved" data-app-said>${model.savedBy === '' ? 'Nothing is saved yet.' : `Saved at ${model.savedAt} by ${model.savedBy}.`} ${openWords(model.open)}</p>
<div class="govuk-button-group">${button({ text: 'Save', name: 'do', value: 'save', classes: 'govuk-button--secondary' })}${button({ text: 'Hand in', name: 'do', value: 'hand-in', preventDoubleClick: true })}<a class="govuk-link" href="${at}">Leave it for now</a></div>
</div>
</form>`
}

const captionOf = (audit: Audit): string =>
  [auditName(audit), audit.team, audit.reason === 'blind second' ? 'blind second' : '']
    .filter(each => each !== '')
    .join(' · ')

export const openWords = (open: number): string =>
  open === 0
    ? 'Every question is answered.'
    : `${open} ${open === 1 ? 'question is' : 'questions are'} still open.`

function keysView(): Html {
  return details({
    summaryText: 'Keys',
    html: html`<p class="govuk-body">When a question has the focus, one key answers it; the Tab key goes on to the next.</p>
<ul class="govuk-list">${grades.map((grade, nth) => html`<li><kbd>${nth + 1}</kbd> ${gradeWords[grade]}</li>`)}<li><kbd>0</kbd> Does not apply</li><li><kbd>y</kbd> Yes, <kbd>n</kbd> No, <kbd>x</kbd> Does not apply or not known</li></ul>`,
  })
}

function safetyView({ audit, values, errors }: AuditFormModel): Html {
  const title =
    audit.childRef === null
      ? 'Is every child whom this is about safe now, as far as you saw?'
      : 'Is this child safe now?'
  return html`<section class="app-audit__standard" aria-label="Safety">
${radios({
  idPrefix: 'safe',
  name: 'safe',
  fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--m' } },
  hint: {
    text: 'No is told to the team’s manager, the service’s leaders and the quality lead as soon as it is saved.',
  },
  classes: 'govuk-radios--inline',
  formGroup: { attributes: { 'data-app-keys': '' } },
  items: [
    choice('yes', 'Yes', 'y', values['safe']),
    choice('no', 'No', 'n', values['safe']),
    choice('not known', 'I do not know', 'x', values['safe']),
  ],
  errorMessage: errorOf(errors, 'safe'),
})}
${words('safeWords', 'What makes you say so?', '', 2, values, errors)}
</section>`
}

const choice = (value: string, text: string, key: string, chosen: string | undefined) => ({
  value,
  text,
  checked: chosen === value,
  attributes: { 'data-app-key': key },
})

function standardView(
  { key, title, asks, anchors, limiting, evidence, compliance }: Standard,
  nth: number,
  { values, errors }: AuditFormModel,
): Html {
  const name = field.grade(key)
  const chosen = values[name]
  return html`<section class="app-audit__standard" aria-labelledby="standard-${key}">
<h2 class="govuk-heading-m" id="standard-${key}">${nth + 1}. ${title}</h2>
${radios({
  idPrefix: name,
  name,
  fieldset: { legend: { text: asks, classes: 'govuk-fieldset__legend--s' } },
  ...(limiting && {
    hint: { text: 'It limits the whole: inadequate here is inadequate as a whole.' },
  }),
  classes: 'govuk-radios--small',
  formGroup: { attributes: { 'data-app-keys': '' } },
  items: [
    ...grades.map((grade, place) => ({
      ...choice(grade, gradeWords[grade], String(place + 1), chosen),
      hint: { text: anchors[grade] },
    })),
    choice(NOT_APPLICABLE, 'It does not apply', '0', chosen),
  ],
  errorMessage: errorOf(errors, name),
})}
${words(field.evidence(key), 'Evidence, or why it does not apply', evidence, 3, values, errors)}
${compliance.map(check =>
  radios({
    idPrefix: field.tick(check.key),
    name: field.tick(check.key),
    fieldset: { legend: { text: check.asks } },
    ...(check.rests !== undefined && { hint: { text: check.rests } }),
    classes: 'govuk-radios--inline govuk-radios--small',
    formGroup: { attributes: { 'data-app-keys': '' } },
    items: [
      choice('yes', 'Yes', 'y', values[field.tick(check.key)]),
      choice('no', 'No', 'n', values[field.tick(check.key)]),
      choice('not applicable', 'Does not apply', 'x', values[field.tick(check.key)]),
    ],
    errorMessage: errorOf(errors, field.tick(check.key)),
  }),
)}
</section>`
}

const whoWords = { child: 'the child', parent: 'a parent', carer: 'a carer' } as const

function voicesView({ values, errors }: AuditFormModel): Html {
  return html`<section class="app-audit__standard" aria-labelledby="voices">
<h2 class="govuk-heading-m" id="voices">What those say whom the work is about</h2>
<p class="govuk-body">Their own words, kept because they agreed to it; or why they were not asked.</p>
${voicesAsked.map(
  who => html`<fieldset class="govuk-fieldset app-audit__voice"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What ${whoWords[who]} said</legend>
${words(field.said(who), `Words of ${whoWords[who]}`, '', 2, values, errors)}
${checkboxes({
  idPrefix: field.agreed(who),
  name: field.agreed(who),
  classes: 'govuk-checkboxes--small',
  items: [
    {
      value: 'yes',
      text: 'They agreed that this is kept',
      checked: values[field.agreed(who)] === 'yes',
    },
  ],
  errorMessage: errorOf(errors, field.agreed(who)),
})}
${words(field.notAsked(who), 'Or why they were not asked', '', 2, values, errors)}</fieldset>`,
)}
</section>`
}

function endView(model: AuditFormModel): Html {
  const { values, errors } = model
  return html`<section class="app-audit__standard" aria-labelledby="end">
<h2 class="govuk-heading-m" id="end">To end with</h2>
${words('learning', 'What can others learn from this work?', 'What went well teaches as much as what did not. Optional.', 3, values, errors)}
${words('youngWords', 'What you found, in words for a young person', 'Young reviewers read this and nothing else, and say what is wrong with the words. No names, places or dates. Optional.', 4, values, errors)}
<div data-app-refresh="language">${languageView(values['youngWords'] ?? '', model.jargon)}</div>
<div data-app-refresh="grade">${gradeView(model)}</div>
${overrideView(model)}
</section>`
}

/** The grade that the rule gives, and the rule. */
export function gradeView({ derived }: Pick<AuditFormModel, 'derived'>): Html {
  return html`<p class="govuk-body"><strong>The grade by the rule: ${derived === null ? 'not yet' : gradeWords[derived.grade]}.</strong> ${derived?.because.join(' ')}</p>
${details({ summaryText: 'The rule', html: html`<ol class="govuk-list govuk-list--number">${gradeRule.map(each => html`<li>${each}</li>`)}</ol>` })}`
}

function overrideView({ values, errors }: AuditFormModel): Html {
  const chosen = values['override'] ?? ''
  return details({
    summaryText: 'Give another grade than the rule does',
    open: chosen !== '' || ['override', 'overrideWords'].some(name => errorOf(errors, name)),
    html: html`${radios({
      idPrefix: 'override',
      name: 'override',
      fieldset: { legend: { text: 'The grade as a whole' } },
      classes: 'govuk-radios--small',
      formGroup: { attributes: { 'data-app-keys': '' } },
      items: [
        { value: '', text: 'As the rule gives it', checked: chosen === '' },
        ...grades.map((grade: Grade, nth) =>
          choice(grade, gradeWords[grade], String(nth + 1), chosen),
        ),
      ],
      errorMessage: errorOf(errors, 'override'),
    })}
${words('overrideWords', 'Why?', 'Whoever moderates it reads this first.', 2, values, errors)}`,
  })
}

function languageView(text: string, list: readonly Jargon[]): Html | false {
  if (text === '') return false
  return jargonView(text, jargonIn(text, list), readingAge(text))
}

function words(
  name: string,
  label: string,
  hint: string,
  rows: number,
  values: FormText,
  errors: readonly FieldError[],
): Html {
  return textarea({
    id: name,
    name,
    rows,
    label: { text: label },
    ...(hint !== '' && { hint: { text: hint } }),
    value: values[name] ?? '',
    errorMessage: errorOf(errors, name),
  })
}
