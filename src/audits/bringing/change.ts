import { createHash, randomUUID } from 'node:crypto'
import { longDay } from '#calendar'
import {
  type Changing,
  finishSheet,
  type KeptSheet,
  type Mapping,
  type RefusedRow,
  sheetToTake,
} from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { noAnswers, type Tool } from '#practice'
import { auditName, type NewAudit } from '../audit.ts'
import { auditsById, insertAudit } from '../store/index.ts'
import { currentTools, pinTool } from '../toolbox.ts'
import { BROUGHT } from './purpose.ts'
import type { GradeMeanings } from './meant.ts'
import { auditFrom, type BroughtAudit, sameAs } from './row.ts'
import { importedRows, insertImported } from './store.ts'
import { broughtTool } from './tool.ts'

/**
 * Takes the audits of a table in, each once however often it is brought; what is not taken in stays
 * with the table, row by row, with the reason.
 * @throws notFound, and conflict where this table was taken in before
 */
export async function bringAudits(
  trx: Trx,
  by: Changing,
  sheetId: string,
  {
    mapping,
    looked,
    meanings = new Map(),
    teams = [],
  }: {
    readonly mapping: Mapping
    readonly looked: boolean
    readonly meanings?: GradeMeanings
    /** The teams as this council writes them. */
    readonly teams?: readonly string[]
  },
): Promise<{ readonly taken: number; readonly refused: readonly RefusedRow[] }> {
  const sheet = await sheetToTake(trx, sheetId, BROUGHT)
  const tools = await currentTools(trx)
  const known = new Map([...(await importedRows(trx))].map(([hash, row]) => [hash, row.auditId]))
  const there = new Map(await auditsById(trx, [...known.values()]))
  const before = new Map<string, number>()
  const wrong: RefusedRow[] = []
  const already: RefusedRow[] = []
  const used = new Set<Tool>()
  for (const line of sheet.lines) {
    const refuse = (message: string) =>
      wrong.push({ line: line.number, cells: line.cells, message })
    const read = auditFrom(line, mapping, { today: by.today, looked, meanings })
    if (read.kind === 'refused') {
      refuse(read.message)
      continue
    }
    const first = sameAs(read.audit, 0)
    const nth = before.get(first) ?? 0
    before.set(first, nth + 1)
    const hash = createHash('sha256').update(sameAs(read.audit, nth)).digest('hex')
    const same = there.get(known.get(hash) ?? '')
    if (same !== undefined) {
      if (same.grade === read.audit.grade)
        already.push({
          line: line.number,
          cells: line.cells,
          already: true,
          message: `It is here already as ${auditName(same).toLowerCase()}: nothing was brought twice.`,
        })
      else
        refuse(
          `${auditName(same)} has the same key, team, auditor and day (${longDay(same.auditedOn)}) with the grade ‘${same.grade}’. Moderate that audit, or correct this row.`,
        )
      continue
    }
    const tool = toolFor(tools, read.audit)
    if (!used.has(tool) && tool !== broughtTool) await pinTool(trx, by, tool)
    used.add(tool)
    const audit = auditOf({ ...read.audit, team: teamAs(teams, read.audit.team) }, tool)
    const number = await insertAudit(trx, by.authority, audit)
    known.set(hash, audit.id)
    there.set(audit.id, {
      ...audit,
      moderatedGrade: audit.moderatedGrade ?? null,
      youngWords: '',
      provisional: false,
      number,
    })
    await insertImported(trx, by.authority, {
      rowSha256: hash,
      auditId: audit.id,
      sheetId,
      line: line.number,
      toolWords: read.audit.toolWords,
    })
  }
  // What is to be corrected comes first.
  const refused = [...wrong, ...already]
  const taken = sheet.lines.length - refused.length
  await finishSheet(trx, sheetId, { mapping, refused, taken })
  await record(
    trx,
    {
      actor: by.actor,
      action: 'audits.imported',
      subject: { kind: 'audit-table', id: sheetId },
      detail: { taken, refused: refused.length },
    },
    by.at,
  )
  return { taken, refused }
}

/** A team as this council writes it, where only capitals or spaces differ. */
export function teamAs(teams: readonly string[], written: string): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return teams.find(each => plain(each) === plain(written)) ?? written
}

/** The tool that a row names by its title, or the one that stands for those of elsewhere. */
function toolFor(tools: readonly Tool[], { toolWords }: BroughtAudit): Tool {
  const plain = toolWords.trim().toLowerCase()
  return (
    tools.find(({ key, title }) => key === plain || title.toLowerCase() === plain) ?? broughtTool
  )
}

const NOON = 43_200_000

function auditOf(brought: BroughtAudit, tool: Tool): NewAudit {
  const at = new Date(brought.on * 86_400_000 + NOON)
  const auditor = brought.auditor === '' ? 'Not recorded' : brought.auditor
  const kind = tool === broughtTool && brought.toolWords !== '' ? `${brought.toolWords}. ` : ''
  return {
    id: randomUUID(),
    toolKey: tool.key,
    toolVersion: tool.version,
    childRef: null,
    foreignKey: brought.key === '' ? null : brought.key,
    team: brought.team,
    worker: '',
    // Nobody's account: who audited then may not be here now, or be two people of one name.
    auditorId: `brought: ${auditor.toLowerCase()}`,
    auditorName: auditor,
    reason: 'imported',
    ofAudit: null,
    sampleId: null,
    begunAt: at,
    dueOn: null,
    submittedAt: at,
    auditedOn: brought.on,
    state: 'closed',
    answers: noAnswers,
    version: 1,
    safe: null,
    derivedGrade: null,
    grade: brought.grade,
    overrideWords: '',
    ownGrade: brought.own,
    ownWords: '',
    voices: [],
    learning: `${kind}${[brought.text, ...brought.notes].join('\n')}`.trim(),
    moderatedGrade: brought.moderated,
  }
}

/** The rows of a table that something about who a child is was left out of. */
export const rowsWithLeftOut = ({ lines }: Pick<KeptSheet, 'lines'>): readonly number[] =>
  lines.flatMap(({ number, cells }) =>
    cells.some(cell => /\[an? [a-z ]+ left out\]/i.test(cell)) ? [number] : [],
  )
