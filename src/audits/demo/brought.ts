import { randomUUID } from 'node:crypto'
import { isoDay } from '#calendar'
import { keepSheet } from '#findings'
import { gradeWords } from '#practice'
import { bringAudits } from '../bringing/change.ts'
import { BROUGHT } from '../bringing/purpose.ts'
import { auditColumnKeys, auditColumnWords } from '../bringing/row.ts'
import {
  aimIn,
  asPost,
  firstDayIn,
  pick,
  quality,
  teamFor,
  type Telling,
  workingDay,
} from './story.ts'

const ROWS = 14

/** Audits of the first months, done with another form: brought in from a spreadsheet by its columns. */
export async function tellBrought(telling: Telling): Promise<void> {
  const { trx, by, random } = telling
  const lines = Array.from({ length: ROWS }, (_, nth) => {
    const team = teamFor(telling)
    const grade = gradeWords[aimIn(0, team, telling)]
    const on = workingDay(firstDayIn(telling, 0) + 4 + nth * 11)
    const row = {
      date: isoDay(on),
      team,
      grade,
      auditor: 'Senior manager',
      child: `OLD-${400 + nth}`,
      tool: 'Case audit form of 2021',
      own: random() < 0.5 ? 'Good' : '',
      moderated: '',
      text: pick(oldWords, random),
    }
    return { number: nth + 2, cells: auditColumnKeys.map(key => row[key]) }
  })
  const lead = asPost(telling, quality, firstDayIn(telling, 7) + 8)
  const id = randomUUID()
  await keepSheet(
    trx,
    by.authority,
    {
      id,
      purpose: BROUGHT,
      name: 'audits-before.xlsx',
      headings: auditColumnKeys.map(key => auditColumnWords[key]),
      lines,
      notes: [],
    },
    lead,
  )
  const mapping = Object.fromEntries(auditColumnKeys.map((key, place) => [key, place]))
  await bringAudits(trx, lead, id, { mapping, looked: true })
}

const oldWords = [
  'Visits are on time. The plan is a list of services.',
  'A clear record, and the child’s view is there.',
  'Supervision is missing for the summer.',
  'The assessment is late and thorough.',
]
