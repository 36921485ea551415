import { z } from 'zod'
import { longDay } from '#calendar'
import {
  changingOf,
  firstRows,
  formView,
  guessMapping,
  keepTable,
  type KeptSheet,
  mappingFields,
  mappingFrom,
  mappingValues,
  mostTableBytes,
  outcomeView,
  placeOf,
  refusedCsv,
  sheetById,
  tableForm,
} from '#findings'
import { csvText } from '#kit/files/csv-write.ts'
import { heading } from '#kit/html/blocks.ts'
import { checkboxes, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  download,
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
import { allow, behind } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { leadAudits } from '../../policy.ts'
import { bringAudits, BROUGHT, rowsWithLeftOut } from '../change.ts'
import { auditColumnKeys, auditColumns, auditColumnWords, neededColumns } from '../row.ts'

const AT = '/audits/import'
const fields = auditColumnKeys.map(key => ({
  key,
  words: auditColumnWords[key],
  needed: neededColumns.includes(key),
}))
const breadcrumbs = [...auditCrumbs, { text: 'Bring audits', href: AT }]
const Params = z.object({ id: z.uuid() })
const Body = z.looseObject({ names: z.string().default('') })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/audits/import`: audits done in Word or a spreadsheet, so that history comes along. */
export function bringingPages(rooms: AuditsRooms): readonly Route[] {
  const bringPage = (asked: Asked, errors: Refused['errors'] = []): Answer => {
    const body = html`${heading({ title: 'Bring audits that were done elsewhere', lead: 'Any table will do: you say which column is which on the next page. The same audit is never brought twice, and what cannot be taken in is given back row by row.' })}
<p class="govuk-body">Audits in Word: put each into a row of a table first. <a class="govuk-link" href="${AT}/template.csv">Download a table to fill in</a></p>
${tableForm(AT, asked.csrf(), errors, 'The table')}`
    return show({ title: 'Bring audits', current: CURRENT, breadcrumbs: auditCrumbs, body })
  }
  const sheetFor = async ({ request, params }: Request): Promise<KeptSheet> => {
    const { council } = await placeOf(rooms, request)
    const sheet = await rooms.db.as(council.code, trx => sheetById(trx, params.id, BROUGHT))
    if (sheet === null) throw notFound()
    return sheet
  }
  const sheetPage = async (
    asked: Request,
    values: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const sheet = await sheetFor(asked)
    const at = `${AT}/${sheet.id}`
    const title = sheet.taken === null ? 'Which column is which?' : 'What was brought'
    const shown = values ?? mappingValues(guessMapping(sheet.headings, auditColumns))
    const body =
      sheet.taken === null
        ? html`${heading({ title, lead: `${sheet.lines.length} ${sheet.lines.length === 1 ? 'row was' : 'rows were'} read from ${sheet.name}.` })}
${warning(sheet)}
${firstRows(sheet)}
${formView(at, asked.csrf(), html`${mappingFields(sheet, fields, shown, errors)}${namesBox(shown)}`, 'Bring them in', AT)}`
        : html`${heading({ title })}${outcomeView(sheet, { one: 'audit', many: 'audits' }, `${at}/refused.csv`)}
<p class="govuk-body"><a class="govuk-link" href="/audits">See the audits</a></p>`
    return show({ title, current: CURRENT, breadcrumbs, wide: true, body })
  }
  return [
    behind(
      allow(leadAudits),
      route({ method: 'GET', url: AT, handler: asked => bringPage(asked) }),
      route({ method: 'GET', url: `${AT}/template.csv`, handler: template }),
      uploadRoute({
        url: AT,
        fileBytes: mostTableBytes,
        files: 1,
        handler: async ({ files, ...asked }) =>
          seeOther(`${AT}/${await keepTable(rooms, asked, files, BROUGHT)}`),
        refused: asked => bringPage(asked, asked.errors),
      }),
      route({
        method: 'GET',
        url: `${AT}/:id`,
        params: Params,
        handler: asked => sheetPage(asked, null),
      }),
      route({
        method: 'POST',
        url: `${AT}/:id`,
        params: Params,
        body: Body,
        handler: async asked => {
          const { request, params, body } = asked
          const by = await changingOf(rooms, request)
          const mapping = mappingFrom(body, await sheetFor(asked), fields)
          const looked = body.names === 'none'
          await rooms.db.as(by.authority, trx =>
            bringAudits(trx, by, params.id, { mapping, looked }),
          )
          return seeOther(`${AT}/${params.id}`)
        },
        refused: ({ values, errors, ...asked }) => sheetPage(asked, values, errors),
      }),
      route({
        method: 'GET',
        url: `${AT}/:id/refused.csv`,
        params: Params,
        handler: async asked =>
          download(
            'audits-refused.csv',
            'text/csv; charset=utf-8',
            refusedCsv(await sheetFor(asked)),
          ),
      }),
    ),
  ]
}

const template = (): Answer =>
  download(
    'audits-template.csv',
    'text/csv; charset=utf-8',
    csvText(
      auditColumnKeys.map(key => auditColumnWords[key]),
      [
        [
          longDay(17_427),
          'Assessment North',
          'Requires improvement',
          'Service manager',
          'A-1042',
          'Whole case file',
          'Good',
          'Requires improvement',
          'Visits are on time; the plan does not say what is to change.',
        ],
      ],
    ),
  )

function warning(sheet: KeptSheet): Html | false {
  const rows = rowsWithLeftOut(sheet)
  if (rows.length === 0) return false
  const [where, are] =
    rows.length === 1
      ? [`Row ${rows[0]}`, 'It is']
      : [`Rows ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ' and more' : ''}`, 'They are']
  return insetText({
    text: `${where} held a number or a date of birth that says who a child is. It was left out and is not kept. ${are} not taken in where it stood in the key or the words: correct the table and bring it again.`,
  })
}

const namesBox = (values: FormValues): Html =>
  checkboxes({
    idPrefix: 'names',
    name: 'names',
    hint: {
      text: 'Otherwise rows whose words may hold the name of a person are given back to you.',
    },
    items: [
      {
        value: 'none',
        text: 'I have looked at the words: no child and no family is named',
        checked: typed(values, 'names') === 'none',
      },
    ],
  })
