import { type Day, longDay, momentInWords } from '#calendar'
import type { FrozenExtract } from '#extracts'
import { heading, keyFigures } from '#kit/html/blocks.ts'
import { dataTable, warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { DestroyedThing, Outcome } from '#retention'
import type { Stored } from '../rooms.ts'
import { bytesInWords, number } from '../words.ts'

export interface StorageModel {
  readonly extracts: readonly FrozenExtract[]
  readonly gone: readonly unknown[]
  readonly stored: Stored
  readonly rules: readonly string[]
  /** What is destroyed by a day, if nothing changes. */
  readonly next: readonly Outcome[]
  readonly nextUntil: Day
  readonly destroyed: readonly DestroyedThing[]
}

export function storageView(model: StorageModel): Html {
  const { extracts, gone, stored, next, nextUntil, destroyed, rules } = model
  const lists = extracts.flatMap(extract => extract.lists)
  const sum = (of: 'rows' | 'bytes') => lists.reduce((all, list) => all + list[of], 0)
  return html`${heading({ title: 'Storage', lead: `${number(extracts.length)} ${extracts.length === 1 ? 'extract is' : 'extracts are'} kept${gone.length > 0 ? `, and the records of ${number(gone.length)} were destroyed by rule` : ''}.` })}
${keyFigures([
  { label: 'Rows', value: number(sum('rows')), note: `in ${number(lists.length)} lists` },
  { label: 'Size of the lists', value: bytesInWords(sum('bytes')), note: 'before they are sealed' },
  {
    label: 'Frozen files',
    value: number(stored.files),
    note: `${bytesInWords(stored.bytes)} on the disk of this installation`,
  },
])}
<h2 class="govuk-heading-m">Keys</h2>
${stored.keysAreBeside && warningText({ text: 'The key stands in the home folder, beside the records that it seals: whoever takes the disk has both. Set SIGHTLINE_KEY_FILE or SIGHTLINE_KEY, and keep a copy.', iconFallbackText: 'Warning' })}
${dataTable({
  caption: 'Keys in use',
  captionHidden: true,
  columns: [
    {
      heading: 'Key',
      cell: key => (key.id === '' ? 'Not sealed' : html`<code>${key.id}</code>`),
    },
    { heading: 'Files that it opens', numeric: true, cell: key => number(key.files) },
    {
      heading: 'Which',
      cell: key =>
        key.id === ''
          ? 'To be sealed with “sightline keys rotate”'
          : key.newest
            ? 'The newest: seals what is written'
            : key.known
              ? 'Older'
              : 'Not among the keys given: these files cannot be opened',
    },
  ],
  rows: stored.keys,
})}
<h2 class="govuk-heading-m">What is kept for how long</h2>
<ul class="govuk-list govuk-list--bullet">${rules.map(rule => html`<li>${rule}</li>`)}</ul>
<h2 class="govuk-heading-m">What is destroyed by ${longDay(nextUntil)}</h2>
${
  next.length === 0
    ? html`<p class="govuk-body">Nothing.</p>`
    : dataTable({
        caption: 'What is destroyed next',
        captionHidden: true,
        columns: [
          { heading: 'What', cell: each => each.words },
          { heading: 'By which rule', cell: each => each.rule },
        ],
        rows: next,
      })
}
${
  destroyed.length > 0 &&
  dataTable({
    caption: 'What was destroyed, newest first',
    captionSize: 'm',
    columns: [
      { heading: 'What', cell: each => each.words },
      { heading: 'By which rule', cell: each => each.rule },
      { heading: 'When', cell: each => momentInWords(each.destroyedAt) },
    ],
    rows: destroyed.slice(0, 100),
  })
}`
}
