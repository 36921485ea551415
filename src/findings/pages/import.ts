import { z } from 'zod'
import { longDay } from '#calendar'
import { csvText } from '#kit/files/csv-write.ts'
import { lineField } from '#kit/html/fields.ts'
import { select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  download,
  errorOf,
  type FormValues,
  type Refused,
  type Route,
  route,
  typed,
} from '#kit/http/index.ts'
import { columnKeys, columnWords, findingColumns, findingFrom } from '../bring.ts'
import { addFinding } from '../change.ts'
import { sourceKindKeys, sourceKinds } from '../finding.ts'
import { sheetToTake } from '../sheet-to-take.ts'
import { finishSheet, type RefusedRow } from '../store/index.ts'
import { maybeText, MaybeDay } from './fields.ts'
import { changingOf, type FindingsRooms } from './rooms.ts'
import { tablePages } from './table-pages.ts'

const PURPOSE = 'findings'
const Defaults = z.looseObject({
  source: maybeText(300),
  sourceKind: z.enum(sourceKindKeys, { error: 'Choose a kind of source.' }),
  foundOn: MaybeDay('Enter a date such as 18 September 2017, or leave it empty.'),
})

/** `/findings/import`: a table of findings in, its columns named, what is refused told row by row. */
export function importPages(rooms: FindingsRooms): readonly Route[] {
  return [
    template,
    ...tablePages(rooms, {
      at: '/findings/import',
      purpose: PURPOSE,
      title: 'Bring a table of findings',
      lead: 'Any table will do: you say which column is which on the next page. What cannot be taken in is given back to you row by row.',
      above: html`<p class="govuk-body"><a class="govuk-link" href="/findings/template.csv">Download a table to fill in</a></p>`,
      breadcrumbs: [{ text: 'Findings', href: '/findings' }],
      columns: columnKeys.map(key => ({ key, words: columnWords[key], needed: key === 'words' })),
      headings: findingColumns,
      noun: { one: 'finding', many: 'findings' },
      begin: ({ name }) => ({ source: name.replace(/\.[a-z]+$/i, ''), sourceKind: 'other' }),
      below: defaultFields,
      body: Defaults,
      onward: html`<a class="govuk-link" href="/findings?state=new">See the new findings</a>`,
      bring: async ({ request, body }, sheetId, mapping) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const { lines } = await sheetToTake(trx, sheetId, PURPOSE)
          const refused: RefusedRow[] = []
          for (const line of lines) {
            const read = findingFrom(line, mapping, body, by.today)
            if (read.kind === 'finding') await addFinding(trx, by, read.finding)
            else refused.push({ line: line.number, cells: line.cells, message: read.message })
          }
          const taken = lines.length - refused.length
          await finishSheet(trx, sheetId, { mapping, refused, taken })
        })
      },
    }),
  ]
}

const example = [
  'Managers do not record why a plan was changed.',
  'Peer review, May 2026',
  'Peer review',
  'Management oversight and supervision',
  longDay(20_590),
  'Medium',
  'Children on child in need plans',
]

const template = route({
  method: 'GET',
  url: '/findings/template.csv',
  handler: () => {
    const table = csvText(
      columnKeys.map(key => columnWords[key]),
      [example],
    )
    return download('findings-template.csv', 'text/csv; charset=utf-8', table)
  },
})

function defaultFields(values: FormValues, errors: Refused['errors']): Html {
  return html`<h2 class="govuk-heading-m">Where a row does not say it</h2>
${lineField({ values, errors }, 'source', 'Document or occasion')}
${select({ id: 'sourceKind', name: 'sourceKind', label: { text: 'Kind of source' }, items: sourceKindKeys.map(key => ({ value: key, text: sourceKinds[key], selected: typed(values, 'sourceKind') === key })), errorMessage: errorOf(errors, 'sourceKind') })}
${lineField({ values, errors }, 'foundOn', 'Date found', { hint: 'For example, 18 September 2017', width: 20 })}`
}
