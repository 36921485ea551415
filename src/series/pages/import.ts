import { z } from 'zod'
import { placeOf } from '#council'
import { finishSheet, sheetToTake, tablePages } from '#findings'
import { isEntered } from '#indicators'
import { checkboxes, select } from '#kit/html/components/index.ts'
import { lineField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, type FormValues, type Refused, type Route, typed } from '#kit/http/index.ts'
import { columnKeys, columnNames, columnWords, readRows } from '../bring.ts'
import { enterFigures } from '../enter.ts'
import { enteringOf, knownOf, type SeriesRooms } from './rooms.ts'

const PURPOSE = 'series'
const Otherwise = z.looseObject({
  indicator: z.string().max(20).default(''),
  source: z.string().trim().max(300, 'Use 300 characters or fewer.').default(''),
  keep: z.string().max(20).default(''),
})

/** `/series/import`: a table of figures in, of any number of indicators; refused rows told one by one. */
export function importPages(rooms: SeriesRooms): readonly Route[] {
  return tablePages(rooms, {
    at: '/series/import',
    purpose: PURPOSE,
    title: 'Bring a table of figures',
    lead: 'One row for each period and part, of one indicator or of many. You say which column is which on the next page. What cannot be taken in is given back to you row by row.',
    above: html`<p class="govuk-body"><a class="govuk-link" href="/series/template.csv">Download a table to fill in</a></p>`,
    breadcrumbs: [
      { text: 'Indicators', href: '/indicators' },
      { text: 'Figures that are entered', href: '/series' },
    ],
    columns: columnKeys.map(key => ({
      key,
      words: columnWords[key],
      needed: key === 'period' || key === 'numerator',
    })),
    headings: columnNames,
    noun: { one: 'figure', many: 'figures' },
    below: (values, errors) => otherwiseFields(rooms, values, errors),
    body: Otherwise,
    onward: html`<a class="govuk-link" href="/series">See what is entered</a>`,
    bring: async ({ request, body }, sheetId, mapping) => {
      const by = await enteringOf(rooms, request)
      const known = await knownOf(rooms, await placeOf(rooms, request), body.keep === 'yes')
      const otherwise = { indicator: body.indicator, source: body.source }
      await rooms.db.as(by.authority, async trx => {
        const { name, lines } = await sheetToTake(trx, sheetId, PURPOSE)
        const { entries, refused } = readRows(lines, mapping, { ...known, otherwise, file: name })
        await enterFigures(trx, by, entries, rooms.countSeries, sheetId)
        await finishSheet(trx, sheetId, { mapping, refused, taken: entries.length })
      })
    },
  })
}

function otherwiseFields(rooms: SeriesRooms, values: FormValues, errors: Refused['errors']): Html {
  return html`<h2 class="govuk-heading-m">Where a row does not say it</h2>
${select({ id: 'indicator', name: 'indicator', label: { text: 'Indicator' }, items: [{ value: '', text: 'Each row says it' }, ...rooms.definitions.filter(isEntered).map(({ code, name }) => ({ value: code, text: `${code} ${name}`, selected: typed(values, 'indicator') === code }))], errorMessage: errorOf(errors, 'indicator') })}
${lineField({ values, errors }, 'source', 'Source', { hint: 'The record or report that the figures are from' })}
${checkboxes({ idPrefix: 'keep', name: 'keep', items: [{ value: 'yes', text: 'Keep names of teams and localities that are not known yet', checked: typed(values, 'keep') === 'yes' }] })}`
}
