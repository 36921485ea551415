import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import type { Grade } from '#practice'
import {
  type ReliabilityRules,
  type SecondDraw,
  usualRules,
  type Vignette,
  type VignetteGrading,
} from './vignette.ts'

type RulesTable = {
  authority: string
  id: number
  second_percent: number
  vignette_percent: number
  because: string
  set_at: Date
  set_by: string
}
type DrawsTable = {
  authority: string
  audit_id: string
  drawn_at: Date
  drawn: number
  below: number
  chosen: boolean
  grader_id: string | null
  grader_name: string | null
  second_id: string | null
}
type VignettesTable = {
  authority: string
  id: string
  title: string
  words: string
  tool_key: string
  tool_version: number
  agreed: unknown
  agreed_by: string
  made_at: Date
  made_by: string
  retired_at: Date | null
}
type GradingsTable = {
  authority: string
  id: string
  vignette_id: string
  person_id: string
  person_name: string
  at: Date
  grades: unknown
  same: number
  adjacent: number
  graded: number
  passed: boolean
}
type OutsideTable = {
  authority: string
  id: string
  audit_id: string
  grade: Grade
  by_words: string
  on_day: string
  noted_at: Date
  noted_by: string
}
type Tables = {
  'audits.reliability_rules': RulesTable
  'audits.second_draws': DrawsTable
  'audits.vignettes': VignettesTable
  'audits.vignette_gradings': GradingsTable
  'audits.outside_grades': OutsideTable
}

interface By {
  readonly actorName: string
  readonly at: Date
}

/** The rules that hold now. */
export async function reliabilityRules(trx: Trx): Promise<ReliabilityRules> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('audits.reliability_rules')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return usualRules
  return {
    secondPercent: row.second_percent,
    vignettePercent: row.vignette_percent,
    because: row.because,
  }
}

export async function insertRules(
  trx: Trx,
  authority: string,
  rules: ReliabilityRules,
  by: By,
): Promise<void> {
  await sql`insert into audits.reliability_rules
    (authority, second_percent, vignette_percent, because, set_at, set_by)
    values (${authority}, ${rules.secondPercent}, ${rules.vignettePercent}, ${rules.because},
      ${by.at}, ${by.actorName})`.execute(trx)
}

export async function secondDraws(trx: Trx): Promise<readonly SecondDraw[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.second_draws')
    .selectAll()
    .orderBy('drawn_at')
    .orderBy('audit_id')
    .execute()
  return rows.map(row => ({
    auditId: row.audit_id,
    drawnAt: row.drawn_at,
    drawn: row.drawn,
    below: row.below,
    chosen: row.chosen,
    graderId: row.grader_id,
    graderName: row.grader_name,
    secondId: row.second_id,
  }))
}

/** Keeps a draw; one that is there stays. Gives whether it was new. */
export async function insertDraw(trx: Trx, authority: string, draw: SecondDraw): Promise<boolean> {
  const result = await sql`insert into audits.second_draws
    (authority, audit_id, drawn_at, drawn, below, chosen, grader_id, grader_name, second_id)
    values (${authority}, ${draw.auditId}, ${draw.drawnAt}, ${draw.drawn}, ${draw.below},
      ${draw.chosen}, ${draw.graderId}, ${draw.graderName}, ${draw.secondId})
    on conflict do nothing`.execute(trx)
  return (result.numAffectedRows ?? 0n) > 0n
}

/** Says who grades an audit a second time; gives false where somebody does already. */
export async function giveGrader(
  trx: Trx,
  auditId: string,
  grader: { readonly id: string; readonly name: string; readonly secondId: string },
): Promise<boolean> {
  const result = await sql`update audits.second_draws
    set grader_id = ${grader.id}, grader_name = ${grader.name}, second_id = ${grader.secondId}
    where audit_id = ${auditId} and chosen and grader_id is null`.execute(trx)
  return (result.numAffectedRows ?? 0n) > 0n
}

export async function vignettes(trx: Trx): Promise<readonly Vignette[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.vignettes')
    .selectAll()
    .orderBy('tool_key')
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(vignetteOf)
}

export async function vignetteById(trx: Trx, id: string): Promise<Vignette | null> {
  if (!isUuid(id)) return null
  const row = await trx
    .withTables<Tables>()
    .selectFrom('audits.vignettes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : vignetteOf(row)
}

const vignetteOf = (row: VignettesTable): Vignette => ({
  id: row.id,
  title: row.title,
  words: row.words,
  toolKey: row.tool_key,
  toolVersion: row.tool_version,
  // as: written by `insertVignette` and by nothing else.
  agreed: row.agreed as Vignette['agreed'],
  agreedBy: row.agreed_by,
  retired: row.retired_at !== null,
})

export async function insertVignette(
  trx: Trx,
  authority: string,
  vignette: Omit<Vignette, 'retired'>,
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.vignettes')
    .values({
      authority,
      id: vignette.id,
      title: vignette.title,
      words: vignette.words,
      tool_key: vignette.toolKey,
      tool_version: vignette.toolVersion,
      agreed: JSON.stringify(vignette.agreed),
      agreed_by: vignette.agreedBy,
      made_at: by.at,
      made_by: by.actorName,
      retired_at: null,
    })
    .execute()
}

/** Takes a vignette out of use; what was graded stays. */
export async function retireVignette(trx: Trx, id: string, at: Date): Promise<boolean> {
  if (!isUuid(id)) return false
  const result = await sql`update audits.vignettes set retired_at = ${at}
    where id = ${id} and retired_at is null`.execute(trx)
  return (result.numAffectedRows ?? 0n) > 0n
}

export async function vignetteGradings(trx: Trx): Promise<readonly VignetteGrading[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.vignette_gradings')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    vignetteId: row.vignette_id,
    personId: row.person_id,
    personName: row.person_name,
    at: row.at,
    // as: written by `insertVignetteGrading` and by nothing else.
    grades: row.grades as VignetteGrading['grades'],
    graded: row.graded,
    same: row.same,
    adjacent: row.adjacent,
    passed: row.passed,
  }))
}

export async function insertVignetteGrading(
  trx: Trx,
  authority: string,
  grading: VignetteGrading,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.vignette_gradings')
    .values({
      authority,
      id: grading.id,
      vignette_id: grading.vignetteId,
      person_id: grading.personId,
      person_name: grading.personName,
      at: grading.at,
      grades: JSON.stringify(grading.grades),
      same: grading.same,
      adjacent: grading.adjacent,
      graded: grading.graded,
      passed: grading.passed,
    })
    .execute()
}

/** A grade from outside of work that was audited here. */
export interface OutsideGrade {
  readonly id: string
  readonly auditId: string
  readonly grade: Grade
  readonly byWords: string
  readonly on: Day
}

export async function outsideGrades(trx: Trx): Promise<readonly OutsideGrade[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('audits.outside_grades')
    .selectAll()
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    auditId: row.audit_id,
    grade: row.grade,
    byWords: row.by_words,
    on: parseIsoDay(row.on_day) ?? 0,
  }))
}

export async function insertOutsideGrade(
  trx: Trx,
  authority: string,
  outside: OutsideGrade,
  by: By,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('audits.outside_grades')
    .values({
      authority,
      id: outside.id,
      audit_id: outside.auditId,
      grade: outside.grade,
      by_words: outside.byWords,
      on_day: isoDay(outside.on),
      noted_at: by.at,
      noted_by: by.actorName,
    })
    .execute()
}
