import { randomUUID } from 'node:crypto'
import { type Day, lastDayOf, monthOf } from '#calendar'
import {
  type Candidate,
  deriveGrade,
  type Grade,
  grades,
  noAnswers,
  rankOf,
  type Safety,
  type Tool,
} from '#practice'
import { type Audit, type AuditReason, type NewAudit, unanswered } from '../audit.ts'
import { insertAudit, insertAudits, insertInvited, insertModeration } from '../store/index.ts'
import { closedAlert } from './closed-alert.ts'
import { answersFor } from './answers.ts'
import { moderationOf } from './moderated.ts'
import { momentOf, officers, pick, type Post, type Telling } from './story.ts'
import { learningFor, ownWordsFor, voicesFor } from './words.ts'

/** What is told of one audit; the rest follows from it and from chance. */
export interface Told {
  readonly on: Day
  readonly aim: Grade
  /** Counted from the first of the telling. */
  readonly month: number
  readonly team: string
  readonly tool: Tool
  readonly auditor?: Post
  readonly child?: Candidate | null
  readonly reason?: AuditReason
  /** The audit that it seconds or repeats. */
  readonly of?: Audit
  readonly sampleId?: string
  readonly safe?: Safety
  /** Not moderated, and its alert, if it gives cause for one, is left to whoever asked. */
  readonly isPlain?: boolean
  /** Where it is not in the morning of its day. */
  readonly handedInAt?: Date
}

/** So many days back every alert has been confirmed. */
const SETTLED = 12
/** And an audit is closed. */
const CLOSED = 85
/** Keys of the records of elsewhere that audits without a child of ours are known by. */
const keyOf = (tool: Tool, random: () => number): string =>
  `${tool.key === 'early-help' ? 'EH' : 'Q'}-${1000 + Math.floor(random() * 9000)}`

/** An audit that was handed in, with all that others said of it. */
export async function tell(telling: Telling, told: Told): Promise<Audit> {
  const [audit] = await tellAll(telling, [told])
  if (audit === undefined) throw new Error('An audit that was told is not there.')
  return audit
}

/** The same of several, in their order: a month of them is written down at once. */
export async function tellAll(telling: Telling, told: readonly Told[]): Promise<readonly Audit[]> {
  const { trx, by } = telling
  const drafts = told.map(each => draftOf(telling, each))
  const numbers = await insertAudits(
    trx,
    by.authority,
    drafts.map(({ audit }) => audit),
  )
  const audits: Audit[] = []
  for (const [nth, { audit, moderation, isPlain }] of drafts.entries()) {
    const number = numbers[nth] ?? 0
    const whole = { moderatedGrade: null, youngWords: '', provisional: false, ...audit, number }
    audits.push(whole)
    if (whole.ownGrade !== null) await hear(telling, whole)
    if (moderation !== null) await insertModeration(trx, by.authority, moderation)
    if (!isPlain) await closedAlert(telling, whole)
  }
  return audits
}

function draftOf(telling: Telling, told: Told) {
  const { by, random } = telling
  const { on, month, tool, reason = 'programme', of, isPlain = false, safe = 'yes' } = told
  const { auditor = pick(officers, random) } = told
  const isRecent = on > by.today - SETTLED
  const aim = isRecent && !isPlain && told.aim === 'inadequate' ? 'requires improvement' : told.aim
  const answers = answersFor(tool, { aim, safe }, random)
  const grade = deriveGrade(tool, answers)?.grade ?? aim
  const isOwned = reason !== 'blind second' && random() < 0.3 + month * 0.015
  const child = of === undefined ? (told.child ?? null) : null
  const isAboutChild = tool.needsChild === true || child !== null
  const audit: NewAudit = {
    id: randomUUID(),
    toolKey: tool.key,
    toolVersion: tool.version,
    childRef: of?.childRef ?? child?.child ?? null,
    foreignKey:
      of?.foreignKey ??
      (child === null && of === undefined && isAboutChild ? keyOf(tool, random) : null),
    team: of?.team ?? told.team,
    worker: of?.worker ?? child?.worker ?? '',
    auditorId: auditor.id,
    auditorName: auditor.name,
    reason,
    ofAudit: of?.id ?? null,
    sampleId: told.sampleId ?? null,
    begunAt: momentOf(on - 2),
    dueOn: reason === 'programme' ? lastDayOf(monthOf(on)) : null,
    submittedAt: told.handedInAt ?? momentOf(on),
    auditedOn: on,
    state: on < by.today - CLOSED ? 'closed' : 'submitted',
    answers,
    version: 2,
    safe: answers.safe,
    derivedGrade: grade,
    grade,
    overrideWords: '',
    ownGrade: isOwned ? ownGradeFor(grade, month, random) : null,
    ownWords: '',
    voices: isAboutChild ? voicesFor(grade, 0.35 + month * 0.013, random) : [],
    learning: random() < 0.25 ? learningFor(grade, random) : '',
    youngWords:
      isAboutChild && random() < 0.02 + month * 0.002 ? (telling.youngLeft.shift() ?? '') : '',
  }
  const own = audit.ownGrade === null ? '' : ownWordsFor(audit.ownGrade, random)
  const moderation =
    isPlain || isRecent || reason !== 'programme' || random() > 0.3
      ? null
      : moderationOf(audit, tool, random)
  const kept: NewAudit = {
    ...audit,
    ownWords: own,
    moderatedGrade: moderation?.grade ?? null,
    state: moderation !== null && audit.state === 'submitted' ? 'moderated' : audit.state,
  }
  return { audit: kept, moderation, isPlain }
}

/** The practitioner was asked when the audit began, and said so before it was handed in. */
async function hear({ trx, by, random, people }: Telling, audit: Audit): Promise<void> {
  const { id, name } = people.practitionerOf(audit.team, random)
  const invitedAt = audit.begunAt
  const saidAt = momentOf(audit.auditedOn - 1)
  const asked = { auditId: audit.id, userId: id, name, invitedAt, saidAt }
  await insertInvited(trx, by.authority, asked)
}

/** People grade their own work milder, less so as time goes on. */
function ownGradeFor(grade: Grade, month: number, random: () => number): Grade {
  const milder = random() < 0.5 - month * 0.008 ? 1 : 0
  return grade === 'outstanding' ? 'good' : (grades[Math.max(1, rankOf(grade) - milder)] ?? grade)
}

/** An audit that somebody has begun and left: half of it is answered, and nothing is lost. */
export async function tellBegun(
  { trx, by, random }: Telling,
  {
    on,
    team,
    tool,
    auditor = pick(officers, random),
    child,
    sampleId,
  }: Omit<Told, 'aim' | 'month'>,
): Promise<void> {
  const whole = answersFor(tool, { aim: 'good' }, random)
  const half = new Set(tool.standards.slice(0, tool.standards.length / 2).map(({ key }) => key))
  const ofHalf = <Value>(answers: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => half.has(key)))
  await insertAudit(trx, by.authority, {
    id: randomUUID(),
    toolKey: tool.key,
    toolVersion: tool.version,
    childRef: child?.child ?? null,
    foreignKey: null,
    team,
    worker: child?.worker ?? '',
    auditorId: auditor.id,
    auditorName: auditor.name,
    reason: 'programme',
    ofAudit: null,
    sampleId: sampleId ?? null,
    begunAt: momentOf(on),
    dueOn: lastDayOf(monthOf(on)),
    submittedAt: null,
    auditedOn: on,
    ...unanswered,
    answers: {
      ...noAnswers,
      grades: ofHalf(whole.grades),
      evidence: ofHalf(whole.evidence),
      safe: 'yes',
      safeWords: whole.safeWords,
    },
    version: 2,
    safe: 'yes',
  })
}
