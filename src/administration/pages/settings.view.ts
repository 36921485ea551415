import { type Day, isoDay, longDay } from '#calendar'
import { type Council, type Setting, type SettingKey, settingOn } from '#council'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, input, select } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { type Standard, standards } from '../standards.ts'
import { actorInWords } from '../words.ts'

export interface SettingsModel {
  readonly council: Council
  readonly settings: readonly Setting[]
  /** The names of users by their ids. */
  readonly names: ReadonlyMap<string, string>
  readonly today: Day
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
}

const NAME = 'The council’s name'

export function settingsView(model: SettingsModel): Html {
  const { council, settings, today } = model
  const name = settingOn(settings, 'name', today)
  const rows = [
    {
      title: NAME,
      now: council.name,
      since: sinceOf(name, 'It was set up'),
      used: 'The top of every page.' as Content,
    },
    ...standards.map(standard => {
      const setting = settingOn(settings, standard.key, today)
      return {
        title: standard.title,
        now: `${setting?.value ?? standard.usual} ${standard.unit}`,
        since: sinceOf(setting, 'Not set: what councils commonly hold'),
        used: usedBy(standard),
      }
    }),
  ]
  return html`${heading({ title: 'Settings', lead: 'What the council sets for itself. A setting holds from its day on and is never overwritten: a new one follows it.' })}
${dataTable({
  caption: 'What holds today',
  columns: [
    { heading: 'Setting', cell: row => row.title },
    { heading: 'Today', cell: row => row.now },
    { heading: 'Since', cell: row => row.since },
    { heading: 'Used by', cell: row => row.used },
  ],
  rows,
})}
${formView(model)}
${settings.length > 0 && historyView(model)}`
}

function sinceOf(setting: Setting | null, otherwise: string): string {
  return setting === null ? otherwise : longDay(setting.from)
}

function usedBy({ indicators }: Standard): Html {
  return html`${indicators.map((code, place) => html`${place > 0 && ', '}<a class="govuk-link" href="/indicators/${code}">${code}</a>`)}`
}

function titleOf(key: SettingKey): string {
  if (key === 'published-code') return 'Code of the council in published statistics'
  return standards.find(each => each.key === key)?.title ?? NAME
}

function unitOf(key: SettingKey): string {
  const unit = standards.find(each => each.key === key)?.unit
  return unit === undefined ? '' : ` ${unit}`
}

function formView({ values, errors, today, csrf }: SettingsModel): Html {
  const keys: readonly SettingKey[] = ['name', ...standards.map(each => each.key)]
  return html`<h2 class="govuk-heading-m">Set something from a day on</h2>
<form method="post" action="/administration/settings" novalidate>
${csrf}
${select({
  id: 'key',
  name: 'key',
  label: { text: 'What' },
  items: [
    { value: '', text: 'Choose what to set' },
    ...keys.map(key => ({
      value: key,
      text: `${titleOf(key)}${key === 'name' ? '' : ` … ${unitOf(key).trim()}`}`,
      selected: typed(values, 'key') === key,
    })),
  ],
  errorMessage: errorOf(errors, 'key'),
})}
${input({
  id: 'value',
  name: 'value',
  label: { text: 'New value' },
  value: typed(values, 'value'),
  classes: 'govuk-!-width-one-half',
  errorMessage: errorOf(errors, 'value'),
})}
${input({
  id: 'from',
  name: 'from',
  type: 'date',
  label: { text: 'First day on which it holds' },
  value: typed(values, 'from') || isoDay(today),
  classes: 'govuk-input--width-10',
  errorMessage: errorOf(errors, 'from'),
})}
${input({
  id: 'because',
  name: 'because',
  label: { text: 'Why, and who decided it' },
  value: typed(values, 'because'),
  errorMessage: errorOf(errors, 'because'),
})}
${button({ text: 'Set it', preventDoubleClick: true })}
</form>`
}

function historyView({ settings, names }: SettingsModel): Html {
  return dataTable({
    caption: 'Everything that was set, newest first',
    columns: [
      { heading: 'Setting', cell: each => titleOf(each.key) },
      { heading: 'Value', cell: each => `${each.value}${unitOf(each.key)}` },
      { heading: 'From', cell: each => longDay(each.from) },
      { heading: 'Why', cell: each => each.because },
      { heading: 'Set by', cell: each => actorInWords(each.setBy, names) },
    ],
    rows: settings.toReversed(),
  })
}
