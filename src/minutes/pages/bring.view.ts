import { bodyKinds, bodyKindWords } from '#bodies'
import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import {
  button,
  checkboxes,
  fileUpload,
  input,
  insetText,
  radios,
  select,
  textarea,
  warningText,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { Meeting } from '#meetings'
import type { Proposal } from '../bring/proposal.ts'
import type { Reading } from '../store/index.ts'
import { rowsView } from './bring-rows.view.ts'
import { originalView } from './original.view.ts'

interface Form {
  readonly csrf: Html
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

/** Where a document is brought: as a file, or as text that is pasted. */
export function bringView({
  waiting,
  csrf,
  values,
  errors,
}: Form & { readonly waiting: readonly Reading[] }): Html {
  return html`${heading({ title: 'Read in a document', lead: 'Minutes, an agenda or a report that there is already. What is read in it is a proposal: nothing is kept of it until you have looked at it beside the original.' })}
<form method="post" action="/minutes/import" enctype="multipart/form-data" novalidate>${csrf}
${fileUpload({ id: 'file', name: 'file', label: { text: 'The document' }, hint: { text: 'Word (DOCX), PDF, a web page or text, up to 50 MB' }, errorMessage: errorOf(errors, 'file') })}
${button({ text: 'Read it', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Or paste the text</h2>
<form method="post" action="/minutes/import/text" novalidate>${csrf}
${textarea({ id: 'text', name: 'text', rows: 8, label: { text: 'Text of the document' }, value: typed(values, 'text'), errorMessage: errorOf(errors, 'text') })}
${button({ text: 'Read this text', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
${
  waiting.length > 0 &&
  html`<h2 class="govuk-heading-m">Brought and not confirmed yet</h2>
<ul class="govuk-list">${waiting.map(({ id, name, broughtAt, broughtBy }) => html`<li><a class="govuk-link" href="/minutes/import/${id}">${name}</a> <span class="app-muted">${broughtBy}, ${longDay(Math.floor(broughtAt.getTime() / 86_400_000))}</span></li>`)}</ul>`
}`
}

interface ConfirmModel extends Form {
  readonly reading: Reading
  /** The document as it was read. */
  readonly text: string
  readonly proposal: Proposal
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  /** The meetings that are kept here on that day. */
  readonly meetings: readonly { readonly meeting: Meeting; readonly body: string }[]
}

const kindWords = { minutes: 'Minutes', agenda: 'Agenda', report: 'Report' } as const

/** What was read, field by field, beside the original. */
export function confirmView(model: ConfirmModel): Html {
  const { reading, proposal, csrf, text } = model
  const at = `/minutes/import/${reading.id}`
  return html`${heading({ title: reading.name, caption: 'Read, not yet kept', lead: leadOf(proposal) })}
${reading.notes.map(each => warningText({ text: each, iconFallbackText: 'Look at this' }))}
${proposal.doubts.length > 0 && html`<h2 class="govuk-heading-m">Look at this first</h2><ul class="govuk-list govuk-list--bullet">${proposal.doubts.map(each => html`<li>${each}</li>`)}</ul>`}
<div class="app-beside">
<div class="app-beside__form">
<form method="post" action="${at}" novalidate>${csrf}
${meetingFields(model)}
${rowsView(model)}
${frontView(model)}
${button({ text: 'This is right: keep it', preventDoubleClick: true })}
</form>
<form method="post" action="${at}/set-aside" novalidate>${csrf}${button({ text: 'Set this document aside', classes: 'govuk-button--secondary' })}</form>
</div>
${originalView(text, proposal.marks)}
</div>`
}

function leadOf({ kind, items, people, questions, actions }: Proposal): string {
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]
  const found = [
    ...count(items.length, 'item', 'items'),
    ...count(people.length, 'name', 'names'),
    ...count(questions.length, 'question', 'questions'),
    ...count(actions.length, 'action', 'actions'),
  ]
  const what = found.length === 0 ? 'Nothing could be told apart in it' : found.join(', ')
  return `${kindWords[kind]}: ${what}. Compare each field with the original beside it, correct what is wrong, and confirm.`
}

function meetingFields({ values, errors, bodies, meetings }: ConfirmModel): Html {
  const text = (field: string, label: string, hint?: string, classes?: string) =>
    input({
      id: field,
      name: field,
      label: { text: label },
      ...(hint !== undefined && { hint: { text: hint } }),
      ...(classes !== undefined && { classes }),
      value: typed(values, field),
      errorMessage: errorOf(errors, field),
    })
  const chosen = (field: string, value: string) => typed(values, field) === value
  const isMinutes = chosen('kind', 'minutes')
  return html`<h2 class="govuk-heading-m">The meeting</h2>
${radios({ idPrefix: 'kind', name: 'kind', classes: 'govuk-radios--small govuk-radios--inline', fieldset: { legend: { text: 'What it is' } }, items: Object.entries(kindWords).map(([value, words]) => ({ value, text: words, checked: chosen('kind', value) })), errorMessage: errorOf(errors, 'kind') })}
${select({ id: 'bodyId', name: 'bodyId', label: { text: 'Body' }, items: [{ value: '', text: 'A body that is not kept here yet' }, ...bodies.map(({ id, name }) => ({ value: id, text: name, selected: chosen('bodyId', id) }))], errorMessage: errorOf(errors, 'bodyId') })}
<div class="app-row">${text('bodyName', 'Name of a new body')}${select({ id: 'bodyKind', name: 'bodyKind', label: { text: 'Kind of a new body' }, items: bodyKinds.map(key => ({ value: key, text: bodyKindWords[key], selected: chosen('bodyKind', key) })) })}</div>
${select({ id: 'meetingId', name: 'meetingId', label: { text: 'Meeting' }, items: [{ value: '', text: 'A meeting that is not kept here yet' }, ...meetings.map(({ meeting, body }) => ({ value: meeting.id, text: `${body}, ${longDay(meeting.heldOn)}${meeting.title === '' ? '' : `: ${meeting.title}`}`, selected: chosen('meetingId', meeting.id) }))], errorMessage: errorOf(errors, 'meetingId') })}
<div class="app-row">${text('heldOn', 'Date', 'Such as 18 September 2017', 'govuk-input--width-20')}${text('startsAt', 'Began at', 'Such as 10:00', 'govuk-input--width-5')}${text('concludedAt', 'Ended at', 'Or empty', 'govuk-input--width-5')}</div>
${text('title', 'What sets it apart', 'Such as ‘Extraordinary meeting’; mostly empty')}
${text('venue', 'Venue')}
${
  isMinutes &&
  html`${radios({
    idPrefix: 'state',
    name: 'state',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'How these minutes stand' } },
    items: [
      {
        value: 'draft',
        text: 'A draft, subject to acceptance',
        checked: !chosen('state', 'agreed'),
      },
      { value: 'agreed', text: 'Agreed as a correct record', checked: chosen('state', 'agreed') },
    ],
  })}
${text('agreedOn', 'Agreed on', 'Where they are agreed: the day of the meeting that did so', 'govuk-input--width-20')}`
}`
}

function frontView({ values, errors, proposal }: ConfirmModel): Html {
  const known = proposal.leftOut
  return html`${
    proposal.kind !== 'report' &&
    html`<h2 class="govuk-heading-m">What fits nothing above</h2>
${textarea({ id: 'front', name: 'front', rows: 5, label: { text: 'Before the first item' }, hint: { text: 'What stays here becomes paragraphs before the first item. Take out what is not part of the minutes: the original keeps it.' }, value: typed(values, 'front'), errorMessage: errorOf(errors, 'front') })}`
  }
${known.length > 0 && insetText({ html: html`<p class="govuk-body">Left out, because it is repeated on each page or stands between the paragraphs:</p><ul class="govuk-list">${known.map(each => html`<li>${each}</li>`)}</ul>` })}
${
  proposal.kind === 'agenda' &&
  checkboxes({
    idPrefix: 'asMembers',
    name: 'asMembers',
    items: [
      {
        value: 'yes',
        text: 'Keep those named as members of the body, from the day of this meeting',
        checked: typed(values, 'asMembers') === 'yes',
      },
    ],
  })
}`
}
