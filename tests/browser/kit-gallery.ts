// Every component and block of the kit on one page, to be looked at and to be asked the questions
// that each page is asked. It is a page of the tests only.
import {
  barTable,
  change,
  chartFigure,
  definition,
  emptyState,
  heading,
  keyFigures,
  progress,
  signalList,
} from '#kit/html/blocks.ts'
import {
  button,
  characterCount,
  checkboxes,
  dataTable,
  dateInput,
  details,
  fileUpload,
  input,
  insetText,
  notificationBanner,
  pagination,
  panel,
  radios,
  select,
  summaryList,
  table,
  tabs,
  tag,
  textarea,
  warningText,
} from '#kit/html/components/index.ts'
import { type ChartPoint, controlChart, sparkline } from '#kit/html/charts/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Page } from '#kit/html/page.ts'

const points = (
  values: readonly number[],
  centre: number,
  reach: number,
  from: number,
  tone: 'better' | 'worse',
): ChartPoint[] =>
  values.map((value, at) => ({
    period: `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    value,
    centre,
    lower: centre - reach,
    upper: centre + reach,
    tone: at >= from ? tone : null,
  }))

const onTime = [
  70, 72, 69, 73, 71, 74, 70, 68, 72, 75, 71, 73, 74, 72, 79, 82, 81, 84, 85, 83, 86, 86,
]
const spark = (values: readonly number[], tone: 'better' | 'worse' = 'better', from = 99): Html => {
  const middle = values.slice(0, 6).reduce((sum, value) => sum + value, 0) / 6
  return sparkline({ points: points(values, middle, 6, from, tone), width: 240, height: 48 })
}

const wide = controlChart({
  id: 'on-time',
  title: 'Assessments on time by month, January 2025 to October 2026',
  description: 'Above the usual range since March 2026. The numbers are in the table below.',
  points: points(onTime, 72, 6, 14, 'better'),
  format: value => `${Math.round(value)}%`,
  target: 85,
  notes: [{ at: '2025-09', text: 'New front door' }],
})

const months = [
  'May 2026',
  'June 2026',
  'July 2026',
  'August 2026',
  'September 2026',
  'October 2026',
]

const signals = signalList(
  [
    {
      name: 'Assessments completed within 45 working days',
      href: '#one',
      direction: 'better',
      sentence:
        'Above its usual range in each of the last eight months. Before that it had stood near 71% for two years.',
      value: '86%',
      note: 'October 2026',
      chart: spark([70, 72, 69, 73, 71, 74, 72, 79, 82, 81, 84, 86], 'better', 7),
      strength: { of: 1, words: 'Very strong' },
    },
    {
      name: 'Children looked after with three or more placements in the year',
      href: '#two',
      direction: 'worse',
      sentence:
        'Higher than usual for six months. 14 more children than would be expected from the two years before.',
      value: '13.2%',
      note: 'October 2026',
      chart: spark([61, 60, 63, 59, 62, 60, 66, 69, 68, 70, 71, 73], 'worse', 6),
      strength: { of: 0.6, words: 'Strong' },
    },
    {
      name: 'Contacts',
      href: '#three',
      direction: 'same',
      sentence: 'Moves up and down within its usual range.',
      value: '1,204',
      note: 'October 2026',
      chart: spark([50, 56, 44, 50, 58, 47, 52, 50, 49, 55]),
    },
    {
      name: 'Care leavers in suitable accommodation',
      href: '#four',
      direction: 'unknown',
      sentence: 'Five months of data so far. Twelve are needed to tell change from chance.',
      value: '91%',
      note: 'October 2026',
      chart: spark([50, 60, 55, 62, 60]),
    },
  ],
  'Indicators ranked by how strongly they have changed',
)

const numbers = dataTable({
  caption: 'Assessments on time by month',
  captionHidden: true,
  compact: true,
  columns: [
    { heading: 'Month', cell: month => month },
    { heading: 'On time', cell: (_month, at) => 300 + at * 7, numeric: true },
    { heading: 'Completed', cell: (_month, at) => 412 + at * 3, numeric: true },
    { heading: 'Share', cell: (_month, at) => `${72 + at}%`, numeric: true },
  ],
  rows: months,
})

const report = html`
${heading({
  caption: 'Overview',
  title: 'What is changing',
  lead: 'Of 58 indicators, 6 are improving, 4 are getting worse and 48 have not changed. About one of these ten would appear by chance.',
})}
${keyFigures([
  { label: 'Children looked after', value: '1,482', note: 'on 31 October 2026', direction: 'same' },
  {
    label: 'Children on protection plans',
    value: '612',
    note: 'on 31 October 2026',
    direction: 'better',
  },
  {
    label: 'Assessments on time',
    value: '86%',
    note: 'of 412 in October 2026',
    direction: 'better',
  },
])}
<section class="app-section"><h2 class="govuk-heading-m">Signals</h2>${signals}</section>
<section class="app-section"><h2 class="govuk-heading-m">Assessments completed within 45 working days</h2>
${chartFigure({
  caption:
    'Since March 2026 more assessments are on time than the usual range of the two years before.',
  chart: wide,
  table: numbers,
  note: html`Children in need census, extract of 3 November 2026. Definition version 2.`,
})}
${barTable({
  caption: 'October 2026 by locality',
  nameHeading: 'Locality',
  valueHeading: 'On time',
  noteHeading: 'Assessments',
  max: 100,
  reference: { value: 86, words: 'County 86%' },
  rows: [
    {
      name: 'Northmoor',
      href: '#n',
      value: 94,
      lower: 86,
      upper: 98,
      text: '94%',
      note: '66 of 70',
    },
    { name: 'Eastvale', href: '#e', value: 88, text: '88%', note: '81 of 92' },
    {
      name: 'Westbrook and the Fens',
      href: '#w',
      value: 61,
      lower: 48,
      upper: 72,
      text: '61%',
      note: '38 of 62',
    },
    { name: 'Harbour', value: undefined, text: 'None', note: 'no assessments' },
  ],
})}
<h2 class="govuk-heading-m">What it means</h2>
${definition([
  { term: 'Counts', says: 'Assessments authorised in the month.' },
  { term: 'On time when', says: 'the authorisation is at most 45 working days after the start.' },
  { term: 'Law', says: html`Working Together to Safeguard Children 2023, paragraph 166.` },
])}
</section>`

const states = html`<section class="app-section"><h2 class="govuk-heading-m">States</h2>
<p class="govuk-body">${change('better')} ${change('worse')} ${change('same')} ${change('unknown')}</p>
<p>${tag({ text: 'Draft' })} ${tag({ text: 'Overdue', classes: 'govuk-tag--red' })} ${tag({ text: 'Closed', classes: 'govuk-tag--green' })} ${tag({ text: 'Paused', classes: 'govuk-tag--yellow' })}</p>
${emptyState({ title: 'There is no data yet', text: 'Load a return, and the indicators that it can answer appear here.', action: { text: 'Load data', href: '#load' } })}
${progress({
  title: 'Loading 3 files',
  words: '412,000 of 1,300,000 rows read',
  done: 412,
  total: 1300,
  running: true,
  steps: [
    { text: 'Told what the files are', state: 'done' },
    { text: 'Reading rows', state: 'now' },
    { text: 'Computing indicators', state: 'todo' },
  ],
})}
${insetText({ text: 'One inset text, for what should be noticed.' })}
${warningText({ text: 'This cannot be undone.', iconFallbackText: 'Warning' })}
${notificationBanner({ text: 'The extract of 3 November 2026 is loaded.', type: 'success' })}
${panel({ titleText: 'Extract loaded', text: '1,300,000 rows, 12 refused' })}
${details({ summaryText: 'Why some rows were refused', text: 'They have a date of birth after the date of the event.' })}
</section>`

const form = html`<section class="app-section"><h2 class="govuk-heading-m">A form</h2>
<form method="post" action="/gallery" novalidate>
${input({ id: 'name', name: 'name', label: { text: 'Name of the plan' }, hint: { text: 'As people will say it' }, errorMessage: { text: 'Enter the name of the plan' } })}
${dateInput({
  id: 'due',
  namePrefix: 'due',
  fieldset: { legend: { text: 'When it is due' } },
  items: [
    { name: 'day', classes: 'govuk-input--width-2' },
    { name: 'month', classes: 'govuk-input--width-2' },
    { name: 'year', classes: 'govuk-input--width-4' },
  ],
})}
${radios({
  name: 'kind',
  fieldset: { legend: { text: 'Kind' } },
  items: [
    { value: 'a', text: 'Audit', checked: true },
    { value: 'b', text: 'Survey', hint: { text: 'Of children, families or staff' } },
  ],
})}
${checkboxes({
  name: 'where',
  fieldset: { legend: { text: 'Localities' } },
  items: [
    { value: 'n', text: 'Northmoor' },
    { value: 'e', text: 'Eastvale' },
  ],
})}
${select({
  id: 'team',
  name: 'team',
  label: { text: 'Team' },
  items: [
    { value: '1', text: 'Assessment north' },
    { value: '2', text: 'Assessment east' },
  ],
})}
${textarea({ id: 'why', name: 'why', label: { text: 'Why' } })}
${characterCount({ id: 'short', name: 'short', maxlength: 200, label: { text: 'In short' } })}
${fileUpload({ id: 'file', name: 'file', label: { text: 'Files' }, multiple: true })}
<div class="govuk-button-group">${button({ text: 'Save' })}${button({ text: 'Cancel', classes: 'govuk-button--secondary' })}${button({ text: 'Delete', classes: 'govuk-button--warning' })}</div>
</form></section>`

const lists = html`<section class="app-section"><h2 class="govuk-heading-m">Lists</h2>
${summaryList({
  rows: [
    {
      key: { text: 'Extract' },
      value: { text: '3 November 2026' },
      actions: { items: [{ href: '#x', text: 'Change', visuallyHiddenText: 'extract' }] },
    },
    { key: { text: 'Rows' }, value: { text: '1,300,000' } },
  ],
})}
${table({ caption: 'Small table', head: [{ text: 'Team' }, { text: 'Open', format: 'numeric' }], rows: [[{ text: 'Assessment north' }, { text: '41', format: 'numeric' }]] })}
${dataTable({
  caption: 'Children outside the 45 working days',
  columns: [
    { heading: 'Child', cell: row => html`<a class="govuk-link" href="#c${row}">Child ${row}</a>` },
    { heading: 'Age', cell: row => row % 17, numeric: true },
    { heading: 'Locality', cell: () => 'Westbrook and the Fens' },
    { heading: 'Team', cell: () => 'Assessment west' },
    { heading: 'Started', cell: () => '18 September 2026' },
    { heading: 'Due', cell: () => '20 November 2026' },
    { heading: 'Working days', cell: row => 40 + row, numeric: true },
  ],
  rows: [10482, 10491, 11002],
})}
${tabs({
  items: [
    { label: 'Month', id: 'month', panel: { text: 'By month' } },
    { label: 'Quarter', id: 'quarter', panel: { text: 'By quarter' } },
  ],
})}
${pagination({
  items: [
    { number: '1', href: '#p1' },
    { number: '2', href: '#p2', current: true },
    { number: '3', href: '#p3' },
  ],
  previous: { href: '#p1' },
  next: { href: '#p3' },
})}
</section>`

export const gallery: Page = {
  title: 'What is changing',
  current: '/',
  breadcrumbs: [
    { text: 'Overview', href: '/' },
    { text: 'Indicators', href: '/indicators' },
  ],
  errors: [{ field: 'name', message: 'Enter the name of the plan' }],
  body: html`${report}${states}${form}${lists}`,
}

/** Only what a reader of the front page sees. */
export const frontPage: Page = { title: 'What is changing', current: '/', body: report }
