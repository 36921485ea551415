import { randomUUID } from 'node:crypto'
import {
  addFinding,
  type Changing,
  type NewFinding,
  noCohort,
  type Severity,
  type Theme,
} from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict } from '#kit/http/index.ts'
import { daysToAct, type Grade } from '#practice'
import { type Audit, auditName, gradeOf, isDone } from '../audit.ts'
import { AUDIT, auditThing, beginAudit } from '../change.ts'
import { hideNewFound } from '../hidden.ts'
import { type FoundByAudit, insertFound } from './store.ts'

/** How pressing something is that an audit with a grade found. */
const severityOf: Readonly<Record<Grade, Severity>> = {
  inadequate: 'urgent',
  'requires improvement': 'high',
  good: 'medium',
  outstanding: 'low',
}

/**
 * Brings what an audit found into the inbox of findings, with the day by which its grade asks for
 * something to be done. Whoever owns it there is not who verifies it.
 */
export async function bringFound(
  trx: Trx,
  by: Changing,
  audit: Audit,
  found: { readonly words: string; readonly theme: Theme; readonly standard: string },
): Promise<FoundByAudit> {
  const grade = gradeOf(audit)
  if (!isDone(audit) || grade === null)
    throw conflict('Hand the audit in first: the day by which to act follows from its grade.')
  const finding: NewFinding = {
    words: found.words,
    sourceKind: 'audit',
    source: auditName(audit),
    foundOn: audit.auditedOn,
    theme: found.theme,
    severity: severityOf[grade],
    cohort: { ...noCohort, words: audit.team },
    sharedWith: [],
  }
  const { id } = await addFinding(trx, by, finding, auditThing(audit.id))
  const kept: FoundByAudit = {
    id: randomUUID(),
    auditId: audit.id,
    findingId: id,
    standard: found.standard,
    dueOn: audit.auditedOn + daysToAct[grade],
  }
  await insertFound(trx, by.authority, kept, by)
  await hideNewFound(trx, audit.id, id)
  await record(
    trx,
    {
      actor: by.actor,
      action: 'audit.found',
      subject: { kind: AUDIT, id: audit.id },
      detail: { finding: id },
    },
    by.at,
  )
  return kept
}

/** Begins an audit of the same child or the same work again, to see whether it is different. */
export async function lookAgain(
  trx: Trx,
  by: Changing,
  audit: Audit,
): Promise<{ readonly id: string; readonly number: number }> {
  if (!isDone(audit))
    throw conflict('Hand the audit in first: there is nothing yet to look at again.')
  return beginAudit(trx, by, {
    toolKey: audit.toolKey,
    childRef: audit.childRef,
    team: audit.team,
    worker: audit.worker,
    reason: 'again',
    ofAudit: audit.id,
  })
}
