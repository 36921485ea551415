import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, type KeptSheet, tablePages } from '#findings'
import { csvText } from '#kit/files/csv-write.ts'
import { checkboxes, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  download,
  type FormValues,
  type Route,
  route,
  typed,
} from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { leadAudits } from '../../policy.ts'
import { bringAudits, rowsWithLeftOut } from '../change.ts'
import { BROUGHT } from '../purpose.ts'
import { auditColumnKeys, auditColumns, auditColumnWords, neededColumns } from '../row.ts'

const AT = '/audits/import'
const Body = z.looseObject({ names: z.string().default('') })

/** `/audits/import`: audits done in Word or a spreadsheet, so that history comes along. */
export function bringingPages(rooms: AuditsRooms): readonly Route[] {
  return [
    behind(
      allow(leadAudits),
      route({ method: 'GET', url: `${AT}/template.csv`, handler: template }),
      ...tablePages(rooms, {
        at: AT,
        purpose: BROUGHT,
        title: 'Bring audits that were done elsewhere',
        lead: 'Any table will do: you say which column is which on the next page. The same audit is never brought twice, and what cannot be taken in is given back row by row.',
        above: html`<p class="govuk-body">Audits in Word: put each into a row of a table first. <a class="govuk-link" href="${AT}/template.csv">Download a table to fill in</a></p>`,
        breadcrumbs: auditCrumbs,
        current: CURRENT,
        columns: auditColumnKeys.map(key => ({
          key,
          words: auditColumnWords[key],
          needed: neededColumns.includes(key),
        })),
        headings: auditColumns,
        noun: { one: 'audit', many: 'audits' },
        warning,
        below: namesBox,
        body: Body,
        onward: html`<a class="govuk-link" href="/audits">See the audits</a>`,
        bring: async ({ request, body }, sheetId, mapping) => {
          const by = await changingOf(rooms, request)
          const looked = body.names === 'none'
          await rooms.db.as(by.authority, trx => bringAudits(trx, by, sheetId, { mapping, looked }))
        },
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
