import { randomUUID } from 'node:crypto'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { conflict, forbidden, invalid, notFound } from '#kit/http/index.ts'
import type { Grade } from '#practice'
import { raiseIfDue } from './alarm.ts'
import { gradeOf, isDone } from './audit.ts'
import { heldAudit, journal } from './change.ts'
import { secondsOf } from './hidden.ts'
import { type Dispute, directionOf, involvedIn, moderatedBy } from './sides.ts'
import {
  decideDispute,
  disputesOf,
  insertDispute,
  insertModeration,
  invitedTo,
  moderationsOf,
  updateAudit,
} from './store/index.ts'

export interface Moderating {
  /** Only the standards that the moderator grades otherwise. */
  readonly grades: Readonly<Record<string, Grade>>
  /** A grade against the rule; null for none. */
  readonly override: Grade | null
  readonly reason: string
}

/**
 * Judges the practice: the moderator's grades stand beside the auditor's, which stay.
 * @returns the alert that this raised; null for none
 * @throws forbidden for whoever had a part in the audit
 */
export async function moderateAudit(
  trx: Trx,
  by: Changing,
  id: string,
  given: Moderating,
): Promise<string | null> {
  const { audit, tool } = await heldAudit(trx, id)
  const was = gradeOf(audit)
  if (!isDone(audit) || was === null) throw conflict('This audit has not been handed in yet.')
  if (audit.state === 'disputed')
    throw conflict('This grade is disputed: whoever decides the dispute decides the grade.')
  refuseInvolved(await involvedOf(trx, id), by.actor)
  const grades = Object.fromEntries(
    Object.entries(given.grades).filter(([key, grade]) => audit.answers.grades[key] !== grade),
  )
  const auditors = audit.grade ?? was
  // Without a grade of the moderator's own the auditor's stands, with the auditor's reason for it.
  const grade =
    given.override ??
    (Object.keys(grades).length === 0
      ? auditors
      : (moderatedBy(tool, audit.answers, grades)?.grade ?? auditors))
  const direction = directionOf(auditors, grade)
  await insertModeration(trx, by.authority, {
    id: randomUUID(),
    auditId: id,
    at: by.at,
    byId: by.actor,
    byName: by.actorName,
    grades,
    wasGrade: auditors,
    grade,
    direction,
    reason: given.reason,
  })
  const now = await updateAudit(trx, { ...audit, moderatedGrade: grade, state: 'moderated' })
  await journal(trx, by, 'audit.moderated', id, { number: audit.number, grade, direction })
  return raiseIfDue(trx, by, now)
}

/** Says that somebody does not agree with a grade; from then on somebody else decides. */
export async function disputeGrade(
  trx: Trx,
  by: Changing,
  id: string,
  raised: Pick<Dispute, 'raisedAs' | 'words'>,
): Promise<void> {
  const { audit } = await heldAudit(trx, id)
  const was = gradeOf(audit)
  if (!isDone(audit) || was === null) throw conflict('There is no grade yet to disagree with.')
  if (audit.state === 'disputed')
    throw conflict('This grade is disputed already and waits for a decision.')
  await insertDispute(trx, by.authority, {
    id: randomUUID(),
    auditId: id,
    raisedAt: by.at,
    raisedBy: by.actor,
    raisedName: by.actorName,
    wasGrade: was,
    ...raised,
  })
  await updateAudit(trx, { ...audit, state: 'disputed' })
  await journal(trx, by, 'audit.disputed', id, { number: audit.number, as: raised.raisedAs })
}

/**
 * Decides a dispute.
 * @param grade what it comes to; null where the grade stands
 * @returns the alert that this raised; null for none
 */
export async function decideGrade(
  trx: Trx,
  by: Changing,
  id: string,
  decided: { readonly grade: Grade | null; readonly words: string },
): Promise<string | null> {
  const { audit } = await heldAudit(trx, id)
  const dispute = (await disputesOf(trx, id)).findLast(each => each.decidedAt === null)
  if (dispute === undefined) throw notFound()
  refuseInvolved(await involvedOf(trx, id), by.actor)
  if (decided.words.length < 3)
    throw invalid([{ field: 'words', message: 'Enter why, for those who read it later.' }])
  const changes = decided.grade !== null && decided.grade !== dispute.wasGrade
  await decideDispute(trx, {
    ...dispute,
    decidedAt: by.at,
    decidedBy: by.actor,
    decidedName: by.actorName,
    outcome: changes ? 'changed' : 'stands',
    decidedGrade: changes ? decided.grade : null,
    decidedWords: decided.words,
  })
  const now = await updateAudit(trx, {
    ...audit,
    moderatedGrade: changes ? decided.grade : audit.moderatedGrade,
    state: audit.moderatedGrade === null && !changes ? 'submitted' : 'moderated',
  })
  await journal(trx, by, 'audit.dispute-decided', id, {
    number: audit.number,
    outcome: changes ? 'changed' : 'stands',
  })
  return raiseIfDue(trx, by, now)
}

/** Everybody who had a part in an audit. */
export async function involvedOf(trx: Trx, id: string): Promise<ReadonlySet<string>> {
  const { audit } = await heldAudit(trx, id)
  return involvedIn(audit, {
    invited: await invitedTo(trx, { auditId: id }),
    moderations: await moderationsOf(trx, id),
    disputes: await disputesOf(trx, id),
    seconds: await secondsOf(trx, id),
  })
}

function refuseInvolved(involved: ReadonlySet<string>, actor: string): void {
  if (involved.has(actor))
    throw forbidden('You had a part in this audit. Somebody who had none judges it.')
}
