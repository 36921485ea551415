import { type Constitution, type Day, longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, checkboxes, dataTable, warningText } from '#kit/html/components/index.ts'
import { lineField, choiceField, type Fields } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, typedAll } from '#kit/http/form.ts'
import { bodyKinds, bodyKindWords } from '../body.ts'
import type { ConstitutionVersion } from '../constitution.ts'
import { localStepKeys, localSteps, localUnits, ruleLines } from '../local-rules.ts'
import { date, dayForm } from './parts.view.ts'

const asItStoodOn = (day: Day): string => `/constitution?on=${encodeURIComponent(longDay(day))}`

export interface ConstitutionModel {
  readonly day: Day
  readonly today: Day
  readonly asked: { readonly typed: string; readonly wrong: string | null }
  readonly constitution: Constitution
  /** From when it holds; null for the example. */
  readonly version: ConstitutionVersion | null
  readonly versions: readonly ConstitutionVersion[]
  readonly mayKeep: boolean
}

export function constitutionView(model: ConstitutionModel): Html {
  const { day, today, asked, constitution, version, versions, mayKeep } = model
  const when = day === today ? 'today' : `on ${longDay(day)}`
  return html`${heading({
    title: 'The constitution’s own rules',
    lead: 'What each council sets for itself: when questions are to be in, who may call a decision in, how many must be there. Deadlines are worked out by what stood on the day.',
  })}
${
  constitution.isExample &&
  warningText({
    text: `No rules of the council’s own are entered for ${when === 'today' ? 'today' : longDay(day)}. These are an example, checked against no constitution. Enter the council’s own before relying on a date that follows from them.`,
    iconFallbackText: 'Warning',
  })
}
${mayKeep && html`<div class="govuk-button-group">${button({ text: constitution.isExample ? 'Enter the council’s own' : 'Enter a new version', href: '/constitution/new' })}</div>`}
${dayForm('/constitution', 'As it stood on', asked)}
<h2 class="govuk-heading-m">${day === today ? 'As it stands' : 'As it stood'} ${when}${constitution.isExample && ': an example'}</h2>
<p class="govuk-body">${
    version === null
      ? constitution.document
      : html`${constitution.document}. In force from ${longDay(version.fromOn)}. ${constitution.readOn === null ? 'Nobody has said that they read the document.' : `The document was read on ${constitution.readOn}.`}`
  }</p>
${dataTable({
  caption: 'The rules',
  captionHidden: true,
  columns: [
    { heading: 'Rule', names: true, cell: ({ title }) => title },
    { heading: 'What it says', cell: ({ says }) => says },
    {
      heading: 'Where it stands',
      cell: ({ paragraph }) =>
        paragraph === null ? '' : constitution.isExample ? 'Example' : paragraph,
    },
  ],
  rows: ruleLines(constitution),
})}
${
  versions.length > 0 &&
  html`<h2 class="govuk-heading-m">Every version</h2>
${dataTable<ConstitutionVersion>({
  caption: 'Every version',
  captionHidden: true,
  columns: [
    {
      heading: 'In force from',
      names: true,
      cell: each =>
        html`<a class="govuk-link" href="${asItStoodOn(each.fromOn)}">${longDay(each.fromOn)}</a>`,
    },
    { heading: 'Document', cell: each => each.constitution.document },
    { heading: 'Entered by', cell: each => each.notedByName },
    {
      heading: 'Entered on',
      cell: each => longDay(Math.floor(each.notedAt.getTime() / 86_400_000)),
    },
  ],
  rows: versions,
})}`
}`
}

export function constitutionFields(form: Fields): Html {
  const { values, errors } = form
  const short = { width: 3 } as const
  const tick = (name: string, text: string): Html =>
    checkboxes({
      idPrefix: name,
      name,
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text, checked: typedAll(values, name).includes('yes') }],
    })
  const where = (rule: string): Html =>
    lineField(form, `${rule}-paragraph`, 'Where it stands', { width: 20 })
  const part = (title: string, fields: Html): Html =>
    html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${title}</legend>${fields}</fieldset>`
  return html`${lineField(form, 'document', 'Document', { hint: 'For example, ‘Constitution of the county council, part 4’' })}
${date(form, 'fromOn', 'In force from')}
${date(form, 'readOn', 'Day on which you read it', 'Leave it empty where nobody has: dates that follow then say so')}
<p class="govuk-body">Leave a rule empty where the council has none.</p>
${localStepKeys.map(step =>
  part(
    localSteps[step],
    html`${lineField(form, `${step}-length`, 'How many', short)}
${choiceField(form, `${step}-unit`, 'Counted in', localUnits)}
${lineField(form, `${step}-at`, 'Time on the last day', { hint: 'For example, 10:00. Leave it empty for the whole day.', width: 5 })}
${where(step)}`,
  ),
)}
${part(
  'Time for questions',
  html`${lineField(form, 'questionTime-minutes', 'Minutes', { hint: 'Leave it empty for as long as it takes', ...short })}
${checkboxes({
  idPrefix: 'questionTime-at',
  name: 'questionTime-at',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Asked at' } },
  items: bodyKinds.map(kind => ({
    value: kind,
    text: bodyKindWords[kind],
    checked: typedAll(values, 'questionTime-at').includes(kind),
  })),
  errorMessage: errorOf(errors, 'questionTime-at'),
})}
${where('questionTime')}`,
)}
${part(
  'Supplementary questions',
  html`${lineField(form, 'supplementaries-each', 'How many to each question', short)}
${tick('supplementaries-consent', 'With the consent of the chair')}
${where('supplementaries')}`,
)}
${part(
  'Who may call a decision in',
  html`${lineField(form, 'callInBy-members', 'How many members of the council together', short)}
${tick('callInBy-chair', 'The chair of scrutiny alone')}
${lineField(form, 'callInBy-others', 'Others', { hint: 'For example, co-opted members with a vote, on education matters' })}
${where('callInBy')}`,
)}
${part(
  'Quorum',
  html`${lineField(form, 'quorum-oneIn', 'One in how many of those who vote', { hint: 'For a quarter, 4', ...short })}
${lineField(form, 'quorum-least', 'Never fewer than', short)}
${where('quorum')}`,
)}
${part(
  'Substitutes',
  html`${choiceField(
    form,
    'substitutes-allowed',
    'Who may be one',
    [
      ['same', 'Members of the same political group'],
      ['any', 'Members of any political group'],
    ],
    { none: 'Nobody' },
  )}
${lineField(form, 'substitutes-hours', 'Named how many hours before', { hint: 'Leave it empty where any time will do', ...short })}
${where('substitutes')}`,
)}
${part(
  'Paragraphs of minutes',
  html`${choiceField(
    form,
    'numbering-minutes',
    'Numbered',
    [
      ['each meeting', 'From 1 at each meeting'],
      ['running', 'On from meeting to meeting'],
    ],
    { none: 'No rule' },
  )}
${where('numbering')}`,
)}
${part(
  'Who agrees that a decision cannot wait',
  html`${lineField(form, 'specialUrgency-who', 'Who', { hint: 'Where the constitution asks for more than regulation 11 of the 2012 Regulations' })}
${where('specialUrgency')}`,
)}`
}
