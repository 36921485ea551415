import { z } from 'zod'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, insetText } from '#kit/html/components/index.ts'
import { csvText } from '#kit/files/csv-write.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  download,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  uploadRoute,
} from '#kit/http/index.ts'
import type { Trx } from '#kit/db/index.ts'
import {
  allFindings,
  changingOf,
  finishSheet,
  firstRows,
  guessMapping,
  keepTable,
  type KeptSheet,
  type Mapping,
  mappingFields,
  mappingFrom,
  mappingValues,
  mostTableBytes,
  outcomeView,
  refusedCsv,
  sheetById,
  sheetToTake,
  tableForm,
} from '#findings'
import {
  type Draft,
  type PlanRead,
  planColumnKeys,
  planColumns,
  planColumnWords,
  readPlan,
} from '../bring.ts'
import { addLine, type Changing } from '../change.ts'
import { answerFinding } from '../ties.ts'
import { deliveries, lineKinds } from '../line.ts'
import { planCrumbs, planIn, planPath, type PlanRooms, seenBy } from './rooms.ts'

const fields = planColumnKeys.map(key => ({ key, words: planColumnWords[key] }))
const levels = ['theme', 'sub-theme', 'project', 'action'] as const

const Params = z.object({ id: z.uuid() })
const SheetParams = z.object({ id: z.uuid(), sheet: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }
type SheetRequest = Asked & { readonly params: z.output<typeof SheetParams> }

const purposeOf = (planId: string): string => `plan ${planId}`

/** `/plans/<id>/import`: a plan in from a spreadsheet, its columns named, looked at before it is in. */
export function importPages(rooms: PlanRooms): readonly Route[] {
  const bringPage = async (asked: Request, errors: Refused['errors'] = []): Promise<Answer> => {
    const plan = planIn(await seenBy(rooms, asked.request), asked.params.id)
    const at = `${planPath(plan.id)}/import`
    const body = html`${heading({ title: 'Bring lines from a spreadsheet', caption: plan.title, lead: 'Every council has its plan in one. You say which column is which, see what becomes of each row, and only then is it brought in.' })}
<p class="govuk-body"><a class="govuk-link" href="/plans/template.csv">Download a table to fill in</a></p>
${tableForm(at, asked.csrf(), errors, 'The spreadsheet')}`
    return show({ title: 'Bring lines from a spreadsheet', breadcrumbs: planCrumbs(plan), body })
  }
  const sheetFor = async ({ request, params }: SheetRequest) => {
    const seen = await seenBy(rooms, request)
    const plan = planIn(seen, params.id)
    const sheet = await rooms.db.as(seen.authority, trx =>
      sheetById(trx, params.sheet, purposeOf(plan.id)),
    )
    if (sheet === null) throw notFound()
    return { plan, sheet }
  }
  const sheetPage = async (
    asked: SheetRequest,
    typedValues: FormValues | null,
    errors: Refused['errors'] = [],
    read: PlanRead | null = null,
  ): Promise<Answer> => {
    const { plan, sheet } = await sheetFor(asked)
    const at = `${planPath(plan.id)}/import/${sheet.id}`
    const values = typedValues ?? mappingValues(guessMapping(sheet.headings, planColumns))
    const title =
      sheet.taken !== null
        ? 'What was brought'
        : read === null
          ? 'Which column is which?'
          : 'Look before it is brought in'
    const body =
      sheet.taken !== null
        ? html`${heading({ title, caption: plan.title })}${outcomeView(sheet, { one: 'line', many: 'lines' }, `${at}/refused.csv`)}
<p class="govuk-body"><a class="govuk-link" href="${planPath(plan.id)}">Go to the plan</a></p>`
        : html`${heading({ title, caption: plan.title, lead: `${sheet.lines.length} rows were read from ${sheet.name}.` })}
${read === null ? firstRows(sheet) : previewView(read)}
<form method="post" action="${at}" novalidate>${asked.csrf()}
${mappingFields(sheet, fields, values, errors)}
<div class="govuk-button-group">${button({ text: 'Show what becomes of each row', name: 'do', value: 'look', classes: read === null ? '' : 'govuk-button--secondary' })}${read !== null && button({ text: 'Bring it in', name: 'do', value: 'bring', preventDoubleClick: true })}</div>
</form>`
    return show({ title, wide: true, breadcrumbs: planCrumbs(plan), body })
  }
  return [
    route({
      method: 'GET',
      url: '/plans/template.csv',
      handler: () =>
        download(
          'plan-template.csv',
          'text/csv; charset=utf-8',
          csvText(
            planColumnKeys.map(key => planColumnWords[key]),
            [],
          ),
        ),
    }),
    route({
      method: 'GET',
      url: '/plans/:id/import',
      params: Params,
      handler: asked => bringPage(asked),
    }),
    uploadRoute({
      url: '/plans/:id/import',
      fileBytes: mostTableBytes,
      files: 1,
      handler: async ({ files, ...asked }) => {
        const params = paramsOf(asked)
        const sheet = await keepTable(rooms, asked, files, {
          purpose: purposeOf(params.id),
        })
        return seeOther(`${planPath(params.id)}/import/${sheet}`)
      },
      refused: ({ errors, values: _values, ...asked }) =>
        bringPage({ ...asked, params: paramsOf(asked) }, errors),
    }),
    route({
      method: 'GET',
      url: '/plans/:id/import/:sheet',
      params: SheetParams,
      handler: asked => sheetPage(asked, null),
    }),
    route({
      method: 'POST',
      url: '/plans/:id/import/:sheet',
      params: SheetParams,
      body: z.record(z.string(), z.string().max(200)),
      handler: async ({ body, ...asked }) => {
        const { plan, sheet } = await sheetFor(asked)
        const mapping = wanted(body, sheet)
        if (body['do'] !== 'bring')
          return sheetPage(asked, body, [], readPlan(sheet.lines, mapping, titleOf(sheet)))
        const by = await changingOf(rooms, asked.request)
        await rooms.db.as(by.authority, trx => bring(trx, by, plan.id, sheet.id, mapping))
        return seeOther(`${planPath(plan.id)}/import/${sheet.id}`)
      },
      refused: ({ values, errors, ...asked }) => sheetPage(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/plans/:id/import/:sheet/refused.csv',
      params: SheetParams,
      handler: async asked => {
        const { sheet } = await sheetFor(asked)
        return download('plan-refused.csv', 'text/csv; charset=utf-8', refusedCsv(sheet))
      },
    }),
  ]
}

/** An upload has no parsed parameters of its own. */
function paramsOf({ request }: Asked): z.output<typeof Params> {
  const params = Params.safeParse(request.params)
  if (!params.success) throw notFound()
  return params.data
}

const titleOf = ({ name }: KeptSheet): string => `From ${name}`.slice(0, 200)

function wanted(body: Readonly<Record<string, string>>, sheet: KeptSheet): Mapping {
  const mapping = mappingFrom(body, sheet, fields)
  if (levels.every(level => mapping[level] === undefined))
    throw invalid([
      {
        field: 'column-action',
        message: 'Choose the column that says what is to be done: theme, project or action.',
      },
    ])
  return mapping
}

async function bring(
  trx: Trx,
  by: Changing,
  planId: string,
  sheetId: string,
  mapping: Mapping,
): Promise<void> {
  const sheet = await sheetToTake(trx, sheetId, purposeOf(planId))
  const read = readPlan(sheet.lines, mapping, titleOf(sheet))
  const recommendations = (await allFindings(trx)).filter(each => each.sourceKind === 'inspection')
  const made = new Map<number, string>()
  for (const draft of read.drafts) {
    const id = await addLine(trx, by, planId, made.get(draft.parent ?? -1) ?? null, lineOf(draft), {
      delivery: draft.delivery,
      deliveryReason: draft.reason,
    })
    made.set(draft.key, id)
    for (const number of draft.answers) {
      const named = recommendations.find(each =>
        new RegExp(String.raw`recommendation ${number}\b`, 'i').test(each.source),
      )
      if (named !== undefined) await answerFinding(trx, by, id, named.id)
    }
  }
  await finishSheet(trx, sheetId, { mapping, refused: read.refused, taken: read.drafts.length })
}

const lineOf = ({
  kind,
  title,
  difference,
  owner,
  organisation,
  partners,
  startsOn,
  dueOn,
}: Draft) => ({
  kind,
  title,
  difference,
  owner,
  ownerId: null,
  organisation,
  partners,
  startsOn,
  dueOn,
  sharedWith: [],
})

function previewView({ drafts, refused, notes }: PlanRead): Html {
  const depth = (draft: Draft): number => {
    const parent = draft.parent === null ? undefined : drafts[draft.parent]
    return parent === undefined ? 0 : depth(parent) + 1
  }
  return html`${insetText({ text: `${drafts.length} ${drafts.length === 1 ? 'line' : 'lines'} would be made, and ${refused.length} ${refused.length === 1 ? 'row' : 'rows'} given back to you. Nothing is brought in yet.` })}
${
  refused.length > 0 &&
  dataTable({
    caption: 'Rows that would be given back',
    columns: [
      { heading: 'Row', cell: each => each.line },
      { heading: 'Why', cell: each => each.message },
    ],
    rows: refused,
  })
}
${
  notes.length > 0 &&
  dataTable({
    caption: 'What you should know',
    compact: true,
    columns: [
      { heading: 'Row', cell: each => each.row },
      { heading: 'What was made of it', cell: each => each.words },
    ],
    rows: notes,
  })
}
${dataTable({
  caption: 'The lines that would be made',
  compact: true,
  columns: [
    { heading: 'Row', cell: each => each.row },
    {
      heading: 'Line',
      names: true,
      cell: each => html`${'— '.repeat(depth(each))}${lineKinds[each.kind]}: ${each.title}`,
    },
    { heading: 'Owner', cell: each => each.owner ?? each.organisation ?? '' },
    { heading: 'Delivery', cell: each => deliveries[each.delivery] },
  ],
  rows: drafts,
})}`
}
