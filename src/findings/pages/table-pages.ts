import { z } from 'zod'
import { placeOf } from '#council'
import { heading } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Page } from '#kit/html/page.ts'
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
  uploadRoute,
} from '#kit/http/index.ts'
import { guessMapping, type Mapping } from '../sheet.ts'
import { type KeptSheet, sheetById } from '../store/index.ts'
import { formView } from './form.view.ts'
import type { FindingsRooms } from './rooms.ts'
import {
  type Column,
  firstRows,
  type Keeping,
  keepTable,
  mappingFields,
  mappingFrom,
  mappingValues,
  mostTableBytes,
  outcomeView,
  refusedCsv,
  tableForm,
} from './table-in.ts'

/** What a room says of the tables that it takes in. */
export interface TableIn<Body extends Readonly<Record<string, unknown>>> {
  /** The address of the first page; those of one table are below it. */
  readonly at: string
  /** What tables of this kind are kept as: no other page opens them. */
  readonly purpose: string
  /** How many files are put together into one table; 1 where nothing is said. */
  readonly files?: number
  /** Whether a column is never kept, whatever stands in it. */
  readonly neverKept?: Keeping['neverKept']
  readonly title: string
  readonly lead: string
  /** Above the choice of a file: where there is a table to fill in. */
  readonly above: Html
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly current?: string
  readonly columns: readonly Column[]
  /** The headings that councils give each column. */
  readonly headings: Readonly<Record<string, readonly string[]>>
  readonly noun: { readonly one: string; readonly many: string }
  /** What stands in the fields below the columns before anybody has typed. */
  readonly begin?: (sheet: KeptSheet) => FormValues
  /** What to know of a table before it is brought in. */
  readonly warning?: (sheet: KeptSheet, asked: Asked) => Html | false | Promise<Html | false>
  /** Fields below the columns. */
  readonly below: (values: FormValues, errors: Refused['errors'], sheet: KeptSheet) => Html
  readonly body: z.ZodType<Body>
  /** Where what was brought in can be seen. */
  readonly onward: Html
  /** Takes the rows in, and finishes the sheet in the same transaction. */
  readonly bring: (
    asked: Asked & { readonly body: Body },
    sheetId: string,
    mapping: Mapping,
  ) => Promise<unknown>
}

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** A table in: sent, its columns named, its rows taken, and those that were refused given back. */
export function tablePages<Body extends Readonly<Record<string, unknown>>>(
  rooms: Pick<FindingsRooms, 'db' | 'here' | 'now'>,
  table: TableIn<Body>,
): readonly Route[] {
  const { at, breadcrumbs, columns, current, noun } = table
  const first = (asked: Asked, errors: Refused['errors'] = []): Answer => {
    const body = html`${heading({ title: table.title, lead: table.lead })}
${table.above}
${tableForm(at, asked.csrf(), errors, 'The table', table.files)}`
    return show({ title: table.title, current, breadcrumbs, body })
  }
  const sheetFor = async ({ request, params }: Request): Promise<KeptSheet> => {
    const { council } = await placeOf(rooms, request)
    const sheet = await rooms.db.as(council.code, trx => sheetById(trx, params.id, table.purpose))
    if (sheet === null) throw notFound()
    return sheet
  }
  const one = async (
    asked: Request,
    typed: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const sheet = await sheetFor(asked)
    const here = `${at}/${sheet.id}`
    const title = sheet.taken === null ? 'Which column is which?' : 'What was brought'
    const values = typed ?? {
      ...mappingValues(guessMapping(sheet.headings, table.headings)),
      ...table.begin?.(sheet),
    }
    const count = sheet.lines.length
    const body =
      sheet.taken === null
        ? html`${heading({ title, lead: `${count} ${count === 1 ? 'row was' : 'rows were'} read from ${sheet.name}.` })}
${await table.warning?.(sheet, asked)}
${firstRows(sheet)}
${formView(here, asked.csrf(), html`${mappingFields(sheet, columns, values, errors)}${table.below(values, errors, sheet)}`, 'Bring them in', at)}`
        : html`${heading({ title })}${outcomeView(sheet, noun, `${here}/refused.csv`)}
<p class="govuk-body">${table.onward}</p>`
    const crumbs = [...breadcrumbs, { text: table.title, href: at }]
    return show({ title, current, breadcrumbs: crumbs, wide: true, body })
  }
  return [
    route({ method: 'GET', url: at, handler: asked => first(asked) }),
    uploadRoute({
      url: at,
      fileBytes: mostTableBytes,
      files: table.files ?? 1,
      handler: async ({ files, ...asked }) =>
        seeOther(`${at}/${await keepTable(rooms, asked, files, table)}`),
      refused: asked => first(asked, asked.errors),
    }),
    route({ method: 'GET', url: `${at}/:id`, params: Params, handler: asked => one(asked) }),
    route({
      method: 'POST',
      url: `${at}/:id`,
      params: Params,
      body: table.body,
      handler: async asked => {
        const mapping = mappingFrom(asked.body, await sheetFor(asked), columns)
        await table.bring(asked, asked.params.id, mapping)
        return seeOther(`${at}/${asked.params.id}`)
      },
      refused: ({ values, errors, ...asked }) => one(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: `${at}/:id/refused.csv`,
      params: Params,
      handler: async asked => {
        const name = `${noun.many}-refused.csv`
        return download(name, 'text/csv; charset=utf-8', refusedCsv(await sheetFor(asked)))
      },
    }),
  ]
}
