import { z } from 'zod'
import { longDay } from '#calendar'
import { csvText } from '#kit/files/csv-write.ts'
import { heading } from '#kit/html/blocks.ts'
import { input, select } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
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
import { columnKeys, columnWords, findingColumns, findingFrom } from '../bring.ts'
import { addFinding } from '../change.ts'
import { sourceKindKeys, sourceKinds } from '../finding.ts'
import { guessMapping } from '../sheet.ts'
import { finishSheet, type KeptSheet, type RefusedRow, sheetById } from '../store/index.ts'
import { maybeText, MaybeDay } from './fields.ts'
import { formView } from './form.view.ts'
import { changingOf, type FindingsRooms, placeOf } from './rooms.ts'
import {
  firstRows,
  keepTable,
  mappingFields,
  mappingFrom,
  mappingValues,
  mostTableBytes,
  outcomeView,
  refusedCsv,
  tableForm,
} from './table-in.ts'

const PURPOSE = 'findings'
const fields = columnKeys.map(key => ({
  key,
  words: columnWords[key],
  needed: key === 'words',
}))
const breadcrumbs = [{ text: 'Findings', href: '/findings' }]

const Defaults = z.looseObject({
  source: maybeText(300),
  sourceKind: z.enum(sourceKindKeys, { error: 'Choose a kind of source.' }),
  foundOn: MaybeDay('Enter a date such as 18 September 2017, or leave it empty.'),
})

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/findings/import`: a table of findings in, its columns named, what is refused told row by row. */
export function importPages(rooms: FindingsRooms): readonly Route[] {
  const bringPage = (asked: Asked, errors: Refused['errors'] = []): Answer => {
    const body = html`${heading({ title: 'Bring a table of findings', lead: 'Any table will do: you say which column is which on the next page. What cannot be taken in is given back to you row by row.' })}
<p class="govuk-body"><a class="govuk-link" href="/findings/template.csv">Download a table to fill in</a></p>
${tableForm('/findings/import', asked.csrf(), errors, 'The table')}`
    return show({ title: 'Bring a table of findings', breadcrumbs, body })
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
    const title = sheet.taken === null ? 'Which column is which?' : 'What was brought'
    const at = `/findings/import/${sheet.id}`
    const shown = values ?? {
      ...mappingValues(guessMapping(sheet.headings, findingColumns)),
      source: sheet.name.replace(/\.[a-z]+$/i, ''),
      sourceKind: 'other',
    }
    const body =
      sheet.taken === null
        ? html`${heading({ title, lead: `${sheet.lines.length} rows were read from ${sheet.name}.` })}
${firstRows(sheet)}
${formView(at, asked.csrf(), html`${mappingFields(sheet, fields, shown, errors)}${defaultFields(shown, errors)}`, 'Bring them in', '/findings/import')}`
        : html`${heading({ title })}${outcomeView(sheet, { one: 'finding', many: 'findings' }, `${at}/refused.csv`)}
<p class="govuk-body"><a class="govuk-link" href="/findings?state=new">See the new findings</a></p>`
    return show({ title, breadcrumbs, wide: true, body })
  }
  return [
    route({
      method: 'GET',
      url: '/findings/template.csv',
      handler: () =>
        download(
          'findings-template.csv',
          'text/csv; charset=utf-8',
          csvText(
            columnKeys.map(key => columnWords[key]),
            [
              [
                'Managers do not record why a plan was changed.',
                'Peer review, May 2026',
                'Peer review',
                'Management oversight and supervision',
                longDay(20_590),
                'Medium',
                'Children on child in need plans',
              ],
            ],
          ),
        ),
    }),
    route({ method: 'GET', url: '/findings/import', handler: asked => bringPage(asked) }),
    uploadRoute({
      url: '/findings/import',
      fileBytes: mostTableBytes,
      files: 1,
      handler: async ({ files, ...asked }) =>
        seeOther(`/findings/import/${await keepTable(rooms, asked, files, PURPOSE)}`),
      refused: asked => bringPage(asked, asked.errors),
    }),
    route({
      method: 'GET',
      url: '/findings/import/:id',
      params: Params,
      handler: asked => sheetPage(asked, null),
    }),
    route({
      method: 'POST',
      url: '/findings/import/:id',
      params: Params,
      body: Defaults,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const sheet = await sheetById(trx, params.id, PURPOSE)
          if (sheet === null) throw notFound()
          if (sheet.taken !== null) throw conflict('This table has been brought in already.')
          const mapping = mappingFrom(body, sheet, fields)
          const refused: RefusedRow[] = []
          for (const line of sheet.lines) {
            const read = findingFrom(line, mapping, body, by.today)
            if (read.kind === 'finding') await addFinding(trx, by, read.finding)
            else refused.push({ line: line.number, cells: line.cells, message: read.message })
          }
          const taken = sheet.lines.length - refused.length
          await finishSheet(trx, sheet.id, { mapping, refused, taken })
        })
        return seeOther(`/findings/import/${params.id}`)
      },
      refused: ({ values, errors, ...asked }) => sheetPage(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/findings/import/:id/refused.csv',
      params: Params,
      handler: async asked => {
        const sheet = await sheetFor(asked)
        return download('findings-refused.csv', 'text/csv; charset=utf-8', refusedCsv(sheet))
      },
    }),
  ]
}

function defaultFields(values: FormValues, errors: Refused['errors']) {
  return html`<h2 class="govuk-heading-m">Where a row does not say it</h2>
${input({ id: 'source', name: 'source', label: { text: 'Document or occasion' }, value: typed(values, 'source'), errorMessage: errorOf(errors, 'source') })}
${select({ id: 'sourceKind', name: 'sourceKind', label: { text: 'Kind of source' }, items: sourceKindKeys.map(key => ({ value: key, text: sourceKinds[key], selected: typed(values, 'sourceKind') === key })), errorMessage: errorOf(errors, 'sourceKind') })}
${input({ id: 'foundOn', name: 'foundOn', label: { text: 'Date found' }, hint: { text: 'For example, 18 September 2017' }, value: typed(values, 'foundOn'), classes: 'govuk-input--width-20', errorMessage: errorOf(errors, 'foundOn') })}`
}
