import { createHmac, randomUUID } from 'node:crypto'
import { addWorkingDays, type Day } from '#calendar'
import type { Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import type { Viewer } from '#people'
import type { Grade } from '#practice'
import { type Audit, isDone } from '../audit.ts'
import { beginAudit } from '../change.ts'
import { hideFound } from '../hidden.ts'
import { answerAlerts, doAudits } from '../policy.ts'
import { alertOfAudit, allAudits, auditById } from '../store/index.ts'
import { vignetteResult } from './reliability.ts'
import {
  giveGrader,
  insertDraw,
  insertOutsideGrade,
  insertRules,
  insertVignette,
  insertVignetteGrading,
  type OutsideGrade,
  reliabilityRules,
  retireVignette,
  secondDraws,
  vignetteById,
  vignetteGradings,
  vignettes,
} from './store.ts'
import { type ReliabilityRules, type SecondDraw, standingOf, type Vignette } from './vignette.ts'

type Colleague = Pick<Viewer, 'id' | 'name' | 'roles' | 'teams'>

/** Working days for grading a second time. */
const DAYS_TO_GRADE = 10
const OF = 10_000

/**
 * What chance draws for an audit, from 0 to 9999: nobody can foresee it, and it can be drawn again.
 * @param secret the installation's own
 */
export function chanceOf(secret: string, auditId: string): number {
  return createHmac('sha256', secret).update(`second\0${auditId}`).digest().readUInt32BE(0) % OF
}

/**
 * Draws for each audit that is handed in and was not drawn for yet whether it is graded a second time,
 * and gives those that are to somebody else. Gives how many were chosen.
 */
export async function drawSeconds(
  trx: Trx,
  by: Changing,
  secret: string,
  colleagues: readonly Colleague[],
): Promise<number> {
  const { secondPercent } = await reliabilityRules(trx)
  const audits = await allAudits(trx)
  const drawn = new Set((await secondDraws(trx)).map(each => each.auditId))
  let chosen = 0
  for (const audit of audits) {
    if (drawn.has(audit.id) || !mayBeDrawn(audit)) continue
    const number = chanceOf(secret, audit.id)
    const below = secondPercent * (OF / 100)
    const draw: SecondDraw = {
      auditId: audit.id,
      drawnAt: by.at,
      drawn: number,
      below,
      chosen: number < below,
      graderId: null,
      graderName: null,
      secondId: null,
    }
    if (!(await insertDraw(trx, by.authority, draw)) || !draw.chosen) continue
    chosen++
    const grader = await graderFor(trx, audit, secret, colleagues)
    if (grader !== null) await assignSecond(trx, by, audit.id, grader)
  }
  if (chosen > 0) await journal(trx, by, 'seconds.drawn', 'seconds', { chosen, secondPercent })
  return chosen
}

const mayBeDrawn = (audit: Audit): boolean =>
  audit.state === 'submitted' &&
  (audit.reason === 'programme' || audit.reason === 'asked for' || audit.reason === 'again')

/**
 * Who may grade an audit a second time: audits alone, did not audit it, and does not manage the team.
 * Where it raised an alert, nobody who answers alerts: they know what was found, and a child's safety
 * does not wait for statistics.
 */
export async function gradersFor(
  trx: Trx,
  audit: Pick<Audit, 'id' | 'auditorId' | 'team' | 'toolKey'>,
  colleagues: readonly Colleague[],
): Promise<readonly Colleague[]> {
  const [all, gradings] = [await vignettes(trx), await vignetteGradings(trx)]
  const wasTold = (each: Colleague) => each.roles.some(role => answerAlerts.roles.includes(role))
  const alert = await alertOfAudit(trx, audit.id)
  return colleagues.filter(
    each =>
      (alert === null || !wasTold(each)) &&
      each.id !== audit.auditorId &&
      !each.teams.includes(audit.team) &&
      each.roles.some(role => doAudits.roles.includes(role)) &&
      standingOf(all, gradings, each.id, audit.toolKey) !== 'moderated first',
  )
}

/** Of those who may, one with the fewest so far; chance decides between equals. */
async function graderFor(
  trx: Trx,
  audit: Audit,
  secret: string,
  colleagues: readonly Colleague[],
): Promise<Colleague | null> {
  const draws = await secondDraws(trx)
  const count = (id: string) => draws.filter(each => each.graderId === id).length
  const may = await gradersFor(trx, audit, colleagues)
  const order = (each: Colleague) => chanceOf(secret, `${audit.id} ${each.id}`)
  return may.toSorted((a, b) => count(a.id) - count(b.id) || order(a) - order(b))[0] ?? null
}

/**
 * Begins the second audit for its grader. Until it is handed in, they see nothing of the first.
 * @throws invalid where they did the first, conflict where somebody grades it already
 */
export async function assignSecond(
  trx: Trx,
  by: Changing,
  auditId: string,
  grader: Pick<Colleague, 'id' | 'name'>,
): Promise<string> {
  const first = await auditById(trx, auditId, true)
  if (first === null || !isDone(first)) throw notFound()
  if (first.auditorId === grader.id)
    throw invalid([{ field: 'grader', message: 'Choose somebody who did not audit it.' }])
  const { id } = await beginAudit(trx, by, {
    toolKey: first.toolKey,
    childRef: first.childRef,
    team: first.team,
    worker: first.worker,
    reason: 'blind second',
    ofAudit: first.id,
    sampleId: first.sampleId,
    dueOn: addWorkingDays(by.today, DAYS_TO_GRADE),
    auditor: grader,
  })
  if (!(await giveGrader(trx, auditId, { id: grader.id, name: grader.name, secondId: id })))
    throw conflict('Somebody grades this audit a second time already.')
  await hideFound(trx, auditId, grader.id, true)
  await journal(trx, by, 'second.assigned', auditId, { grader: grader.id, second: id })
  return id
}

export async function setRules(trx: Trx, by: Changing, rules: ReliabilityRules): Promise<void> {
  await insertRules(trx, by.authority, rules, by)
  const { secondPercent, vignettePercent } = rules
  await journal(trx, by, 'reliability.rules', 'rules', { secondPercent, vignettePercent })
}

export async function addVignette(
  trx: Trx,
  by: Changing,
  vignette: Omit<Vignette, 'id' | 'retired'>,
): Promise<string> {
  const id = randomUUID()
  await insertVignette(trx, by.authority, { ...vignette, id }, by)
  await journal(trx, by, 'vignette.added', id, { tool: vignette.toolKey })
  return id
}

export async function endVignette(trx: Trx, by: Changing, id: string): Promise<void> {
  if (!(await retireVignette(trx, id, by.at))) throw notFound()
  await journal(trx, by, 'vignette.retired', id, {})
}

/**
 * Grades a vignette, once: after it the agreed grades are shown, and a second time would say nothing.
 * @throws conflict where they have graded it, invalid where a standard has no grade
 */
export async function gradeVignette(
  trx: Trx,
  by: Changing,
  id: string,
  given: Readonly<Record<string, Grade>>,
): Promise<boolean> {
  const vignette = await vignetteById(trx, id)
  if (vignette === null || vignette.retired) throw notFound()
  const before = await vignetteGradings(trx)
  if (before.some(each => each.vignetteId === id && each.personId === by.actor))
    throw conflict('You have graded this vignette. Grade another one.')
  const open = Object.keys(vignette.agreed).filter(key => given[key] === undefined)
  if (open.length > 0)
    throw invalid(
      open.map(key => ({ field: `grade-${key}`, message: 'Choose a grade for each standard.' })),
    )
  const { vignettePercent } = await reliabilityRules(trx)
  const result = vignetteResult(vignette.agreed, given, vignettePercent)
  await insertVignetteGrading(trx, by.authority, {
    id: randomUUID(),
    vignetteId: id,
    personId: by.actor,
    personName: by.actorName,
    at: by.at,
    grades: given,
    ...result,
  })
  await journal(trx, by, 'vignette.graded', id, { passed: result.passed ? 1 : 0 })
  return result.passed
}

/** Whether somebody may audit alone with a tool; those who may not are moderated first. */
export async function mayAuditAlone(trx: Trx, personId: string, toolKey: string) {
  const standing = standingOf(await vignettes(trx), await vignetteGradings(trx), personId, toolKey)
  return standing !== 'moderated first'
}

/** Notes the grade of inspectors or others from outside. @throws invalid for an unknown audit */
export async function noteOutsideGrade(
  trx: Trx,
  by: Changing,
  number: number,
  outside: { readonly grade: Grade; readonly byWords: string; readonly on: Day },
): Promise<void> {
  const audit = (await allAudits(trx)).find(each => each.number === number)
  if (audit === undefined || !isDone(audit) || audit.reason === 'blind second')
    throw invalid([{ field: 'number', message: `There is no audit ${number} that was handed in.` }])
  const noted: OutsideGrade = { ...outside, id: randomUUID(), auditId: audit.id }
  await insertOutsideGrade(trx, by.authority, noted, by)
  await journal(trx, by, 'outside-grade.noted', audit.id, { number })
}

function journal(
  trx: Trx,
  by: Changing,
  action: string,
  id: string,
  detail: Readonly<Record<string, string | number>>,
) {
  return record(
    trx,
    {
      actor: by.actor,
      action: `audit.${action}`,
      subject: { kind: 'audit reliability', id },
      detail,
    },
    by.at,
  )
}
