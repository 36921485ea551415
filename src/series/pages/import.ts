import { z } from 'zod'
import { placeOf } from '#council'
import {
  finishSheet,
  firstRows,
  guessMapping,
  keepTable,
  type KeptSheet,
  mappingFields,
  mappingFrom,
  mappingValues,
  mostTableBytes,
  outcomeView,
  refusedCsv,
  sheetById,
  tableForm,
} from '#findings'
import { isEntered } from '#indicators'
import { heading } from '#kit/html/blocks.ts'
import { button, checkboxes, input, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  download,
  errorOf,
  type FormValues,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
  uploadRoute,
} from '#kit/http/index.ts'
import { columnKeys, columnNames, columnWords, readRows } from '../bring.ts'
import { enterFigures } from '../enter.ts'
import { enteringOf, knownOf, type SeriesRooms } from './rooms.ts'

const PURPOSE = 'series'
const fields = columnKeys.map(key => ({
  key,
  words: columnWords[key],
  needed: key === 'period' || key === 'numerator',
}))
const breadcrumbs = [
  { text: 'Indicators', href: '/indicators' },
  { text: 'Figures that are entered', href: '/series' },
]
const Otherwise = z.looseObject({
  indicator: z.string().max(20).default(''),
  source: z.string().trim().max(300, 'Use 300 characters or fewer.').default(''),
  keep: z.string().max(20).default(''),
})
const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/series/import`: a table of figures in, of any number of indicators; refused rows told one by one. */
export function importPages(rooms: SeriesRooms): readonly Route[] {
  const bringPage = (asked: Asked, errors: Refused['errors'] = []): Answer => {
    const body = html`${heading({ title: 'Bring a table of figures', lead: 'One row for each period and part, of one indicator or of many. You say which column is which on the next page. What cannot be taken in is given back to you row by row.' })}
<p class="govuk-body"><a class="govuk-link" href="/series/template.csv">Download a table to fill in</a></p>
${tableForm('/series/import', asked.csrf(), errors, 'The table')}`
    return show({ title: 'Bring a table of figures', breadcrumbs, body })
  }
  const sheetFor = async ({ request, params }: Request): Promise<KeptSheet> => {
    const place = await placeOf(rooms, request)
    const sheet = await rooms.db.as(place.council.code, trx => sheetById(trx, params.id, PURPOSE))
    if (sheet === null) throw notFound()
    return sheet
  }
  const sheetPage = async (
    asked: Request,
    values: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const sheet = await sheetFor(asked)
    const at = `/series/import/${sheet.id}`
    const title = sheet.taken === null ? 'Which column is which?' : 'What was brought'
    const shown = values ?? mappingValues(guessMapping(sheet.headings, columnNames))
    const body =
      sheet.taken === null
        ? html`${heading({ title, lead: `${sheet.lines.length} rows were read from ${sheet.name}.` })}
${firstRows(sheet)}
<form method="post" action="${at}" novalidate>${asked.csrf()}
${mappingFields(sheet, fields, shown, errors)}${otherwiseFields(rooms, shown, errors)}
${button({ text: 'Bring them in', preventDoubleClick: true })}
</form>`
        : html`${heading({ title })}${outcomeView(sheet, { one: 'figure', many: 'figures' }, `${at}/refused.csv`)}
<p class="govuk-body"><a class="govuk-link" href="/series">See what is entered</a></p>`
    return show({ title, breadcrumbs, wide: true, body })
  }
  return [
    route({ method: 'GET', url: '/series/import', handler: asked => bringPage(asked) }),
    uploadRoute({
      url: '/series/import',
      fileBytes: mostTableBytes,
      files: 1,
      handler: async ({ files, ...asked }) =>
        seeOther(`/series/import/${await keepTable(rooms, asked, files, PURPOSE)}`),
      refused: asked => bringPage(asked, asked.errors),
    }),
    route({
      method: 'GET',
      url: '/series/import/:id',
      params: Params,
      handler: asked => sheetPage(asked, null),
    }),
    route({
      method: 'POST',
      url: '/series/import/:id',
      params: Params,
      body: Otherwise,
      handler: async ({ request, params, body }) => {
        const by = await enteringOf(rooms, request)
        const known = await knownOf(rooms, await placeOf(rooms, request), body.keep === 'yes')
        await rooms.db.as(by.authority, async trx => {
          const sheet = await sheetById(trx, params.id, PURPOSE)
          if (sheet === null) throw notFound()
          if (sheet.taken !== null) throw conflict('This table has been brought in already.')
          const mapping = mappingFrom(body, sheet, fields)
          const otherwise = { indicator: body.indicator, source: body.source }
          const brought = readRows(sheet.lines, mapping, { ...known, otherwise, file: sheet.name })
          await enterFigures(trx, by, brought.entries, rooms.countSeries, sheet.id)
          const taken = brought.entries.length
          await finishSheet(trx, sheet.id, { mapping, refused: brought.refused, taken })
        })
        return seeOther(`/series/import/${params.id}`)
      },
      refused: ({ values, errors, ...asked }) => sheetPage(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/series/import/:id/refused.csv',
      params: Params,
      handler: async asked => {
        const sheet = await sheetFor(asked)
        return download('figures-refused.csv', 'text/csv; charset=utf-8', refusedCsv(sheet))
      },
    }),
  ]
}

function otherwiseFields(rooms: SeriesRooms, values: FormValues, errors: Refused['errors']): Html {
  return html`<h2 class="govuk-heading-m">Where a row does not say it</h2>
${select({ id: 'indicator', name: 'indicator', label: { text: 'Indicator' }, items: [{ value: '', text: 'Each row says it' }, ...rooms.definitions.filter(isEntered).map(({ code, name }) => ({ value: code, text: `${code} ${name}`, selected: typed(values, 'indicator') === code }))], errorMessage: errorOf(errors, 'indicator') })}
${input({ id: 'source', name: 'source', label: { text: 'Source' }, hint: { text: 'The record or report that the figures are from' }, value: typed(values, 'source'), errorMessage: errorOf(errors, 'source') })}
${checkboxes({ idPrefix: 'keep', name: 'keep', items: [{ value: 'yes', text: 'Keep names of teams and localities that are not known yet', checked: typed(values, 'keep') === 'yes' }] })}`
}
