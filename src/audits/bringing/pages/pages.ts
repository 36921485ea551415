import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, guessMapping, type KeptSheet, sheetToTake, tablePages } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { csvText } from '#kit/files/csv-write.ts'
import { checkboxes, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  download,
  type FormValues,
  type Route,
  route,
  typed,
} from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { leadAudits } from '../../policy.ts'
import { countAgain } from '../../counting/again.ts'
import { allAudits } from '../../store/index.ts'
import { bringAudits, rowsWithLeftOut, teamAs } from '../change.ts'
import { BROUGHT } from '../purpose.ts'
import { meaningsFrom } from '../meant.ts'
import { auditColumnKeys, auditColumns, auditColumnWords, neededColumns, saysWho } from '../row.ts'
import { soonTaken } from '../soon-taken.ts'
import { meaningFields } from './meanings.view.ts'

const AT = '/audits/import'
const Body = z.looseObject({ names: z.string().default('') })
/** Audits in Word are a file each; as many as a form may send without making anybody wait. */
const FILES = 50

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
        lead: 'Any table will do, in a spreadsheet or in Word: you say which column is which on the next page. The same audit is never brought twice, and what cannot be taken in is given back row by row.',
        files: FILES,
        neverKept: saysWho,
        above: html`<p class="govuk-body">In Word, a table with a row for each audit will do, and so will forms with what is asked on the left and what was answered on the right. Columns that say who a child is, such as names and dates of birth, are not kept. <a class="govuk-link" href="${AT}/template.csv">Download a table to fill in</a></p>`,
        breadcrumbs: auditCrumbs,
        current: CURRENT,
        columns: auditColumnKeys.map(key => ({
          key,
          words: auditColumnWords[key],
          needed: neededColumns.includes(key),
        })),
        headings: auditColumns,
        noun: { one: 'audit', many: 'audits' },
        warning: (sheet, asked) => warning(rooms, sheet, asked),
        below: (values, errors, sheet) =>
          html`${meaningFields(sheet, values, errors)}${namesBox(values)}`,
        body: Body,
        onward: html`<a class="govuk-link" href="/audits">See the audits</a>`,
        bring: async ({ request, body }, sheetId, mapping) => {
          const by = await changingOf(rooms, request)
          const looked = body.names === 'none'
          await rooms.db.as(by.authority, async trx => {
            const meanings = meaningsFrom(body, await sheetToTake(trx, sheetId, BROUGHT), mapping)
            const teams = await teamsOf(rooms, trx, by.authority)
            const brought = await bringAudits(trx, by, sheetId, {
              mapping,
              looked,
              meanings,
              teams,
            })
            if (brought.taken > 0) await countAgain(rooms, trx, by)
          })
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

async function warning(rooms: AuditsRooms, sheet: KeptSheet, asked: Asked): Promise<Html> {
  const by = await changingOf(rooms, asked.request)
  const { soon, teams } = await rooms.db.as(by.authority, async trx => ({
    soon: await soonTaken(trx, sheet, by.today),
    teams: await teamsOf(rooms, trx, by.authority),
  }))
  const place = guessMapping(sheet.headings, auditColumns)['team'] ?? -1
  const written = new Set(sheet.lines.map(({ cells }) => teamAs(teams, cells[place]?.trim() ?? '')))
  const unknown = [...written].filter(each => each !== '' && !teams.includes(each))
  const some = unknown.slice(0, 10).map(each => `“${each.slice(0, 60)}”`)
  const more = unknown.length > some.length ? ` and ${unknown.length - some.length} more` : ''
  return html`${leftOutView(sheet)}${soon !== '' && insetText({ text: soon })}${unknown.length > 0 && insetText({ text: `No team here is called ${some.join(', ')}${more}. Its audits are taken in under that name; if it is another name of a team that is here, correct the table first.` })}`
}

/** The teams of the records, and those that audits name already. */
async function teamsOf(
  rooms: AuditsRooms,
  trx: Trx,
  authority: string,
): Promise<readonly string[]> {
  const audited = (await allAudits(trx)).map(({ team }) => team)
  return [...new Set([...(await rooms.teamNames(authority)), ...audited])].filter(Boolean)
}

function leftOutView(sheet: KeptSheet): Html | false {
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
      text: 'Rows whose words may hold the name of a person are given back to you unless you tick this.',
    },
    items: [
      {
        value: 'none',
        text: 'I have looked at the words: no child and no family is named',
        checked: typed(values, 'names') === 'none',
      },
    ],
  })
