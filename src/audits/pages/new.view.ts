import { heading } from '#kit/html/blocks.ts'
import { button, input, insetText, radios, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { Tool } from '#practice'
import { auditReasons } from '../audit.ts'

export interface NewModel {
  readonly tools: readonly Tool[]
  readonly teams: readonly string[]
  /** The children of the team that was chosen: identifier and reference. */
  readonly children: readonly { readonly id: string; readonly ref: string }[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** The mock inspections that are open. */
  readonly mocks: readonly { readonly id: string; readonly name: string }[]
  /** Whether the child is given by a sample or by another audit. */
  readonly given: boolean
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

/** The choices before an audit: which tool, whose record, which team. */
export function newView(model: NewModel): Html {
  const { values, errors, given, csrf } = model
  const team = typed(values, 'team')
  const hidden = (name: string): Html =>
    html`<input type="hidden" name="${name}" value="${typed(values, name)}">`
  return html`${heading({ title: 'Begin an audit', lead: 'One tool, one look at the work. It can be left half done and gone on with.' })}
${!given && teamView(model)}
<form method="post" action="/audits/new" novalidate>
${csrf}${hidden('sample')}${hidden('of')}
${radios({
  idPrefix: 'tool',
  name: 'tool',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What do you look at?', classes: 'govuk-fieldset__legend--m' } },
  items: model.tools.map(({ key, title, about }) => ({
    value: key,
    text: title,
    hint: { text: about },
    checked: typed(values, 'tool') === key,
  })),
  errorMessage: errorOf(errors, 'tool'),
})}
${given ? html`${hidden('child')}${hidden('team')}${insetText({ text: 'The child comes from the sample or the earlier audit.' })}` : childView(model)}
${given ? html`${hidden('reason')}` : reasonView(model)}
${
  model.colleagues.length > 0 &&
  select({
    id: 'practitioner',
    name: 'practitioner',
    label: { text: 'Whose work is it?' },
    hint: {
      text: 'They are asked what they make of it before they see what you make of it. Optional; it can be done later.',
    },
    items: [
      { value: '', text: 'Not chosen yet' },
      ...model.colleagues.map(({ id, name }) => ({
        value: id,
        text: name,
        selected: typed(values, 'practitioner') === id,
      })),
    ],
    errorMessage: errorOf(errors, 'practitioner'),
  })
}
${!given && team !== '' && html`<input type="hidden" name="listed" value="${team}">`}
<div class="govuk-button-group">${button({ text: 'Begin', preventDoubleClick: true })}<a class="govuk-link" href="/audits">Cancel</a></div>
</form>`
}

function teamView({ teams, values }: NewModel): Html {
  return html`<form method="get" action="/audits/new" class="app-row" novalidate>${['tool', 'reason', 'mock'].map(name => html`<input type="hidden" name="${name}" value="${typed(values, name)}">`)}
${select({ id: 'of-team', name: 'team', label: { text: 'Choose a child from a team’s list' }, items: [{ value: '', text: 'Choose a team' }, ...teams.map(team => ({ value: team, text: team, selected: typed(values, 'team') === team }))] })}
${button({ text: 'Show its children', classes: 'govuk-button--secondary' })}</form>`
}

function childView({ children, teams, values, errors }: NewModel): Html {
  return html`${
    children.length > 0 &&
    select({
      id: 'child',
      name: 'child',
      label: { text: `Child with ${typed(values, 'team')}` },
      items: [
        { value: '', text: 'Choose a child' },
        ...children.map(({ id, ref }) => ({
          value: ref,
          text: id,
          selected: typed(values, 'child') === ref,
        })),
      ],
      errorMessage: errorOf(errors, 'child'),
    })
  }
${input({
  id: 'identifier',
  name: 'identifier',
  label: {
    text: children.length > 0 ? 'Or another child, by identifier' : 'The child, by identifier',
  },
  hint: {
    text: 'As your records have it. It is not kept: what is kept is a reference that says nothing. Leave it empty where the audit is about no one child.',
  },
  value: typed(values, 'identifier'),
  classes: 'govuk-input--width-20',
  errorMessage: errorOf(errors, 'identifier'),
})}
${select({
  id: 'team',
  name: 'team',
  label: { text: 'Team' },
  hint: { text: 'Needed where the audit is about no one child; otherwise it is the child’s.' },
  items: [
    { value: '', text: 'The child’s' },
    ...teams.map(team => ({
      value: team,
      text: team,
      selected: typed(values, 'team') === team,
    })),
  ],
  errorMessage: errorOf(errors, 'team'),
})}`
}

function reasonView({ values, errors, mocks }: NewModel): Html {
  const chosen = typed(values, 'reason') || 'programme'
  const which = select({
    id: 'mock',
    name: 'mock',
    label: { text: 'Which mock inspection?' },
    hint: { text: 'Only where it is done for one.' },
    items: [
      { value: '', text: 'Choose one' },
      ...mocks.map(({ id, name }) => ({
        value: id,
        text: name,
        selected: typed(values, 'mock') === id,
      })),
    ],
    errorMessage: errorOf(errors, 'mock'),
  })
  const forMock = {
    value: 'mock inspection',
    text: auditReasons['mock inspection'],
    checked: chosen === 'mock inspection',
  }
  // What is said where there is none open must have its place too.
  const offersMock = mocks.length > 0 || chosen === 'mock inspection'
  return html`${radios({
    idPrefix: 'reason',
    name: 'reason',
    classes: offersMock ? 'govuk-radios--small' : 'govuk-radios--small govuk-radios--inline',
    fieldset: { legend: { text: 'Why now?' } },
    items: [
      ...(['programme', 'asked for', 'again'] as const).map(key => ({
        value: key,
        text: auditReasons[key],
        checked: chosen === key,
      })),
      ...(offersMock ? [forMock] : []),
    ],
    errorMessage: errorOf(errors, 'reason'),
  })}${offersMock && which}`
}
