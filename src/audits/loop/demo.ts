import { randomUUID } from 'node:crypto'
import { addMonths, type Day, monthOf, firstDayOf } from '#calendar'
import { type Changing, takeStep, type Theme } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import {
  type Answers,
  deriveGrade,
  type Grade,
  grades,
  type Random,
  rankOf,
  seeded,
  type Tool,
} from '#practice'
import type { Audit, AuditReason } from '../audit.ts'
import { insertExemptions, insertObligations, withdraw } from '../programme/index.ts'
import { insertDraw, insertVignette, insertVignetteGrading } from '../reliability/store.ts'
import { insertAudit } from '../store/index.ts'
import { pinTool } from '../toolbox.ts'
import { shippedTools } from '../tools/index.ts'
import { bringFound } from './change.ts'

/** Three years, a month at a time. */
const MONTHS = 36
const MONTHLY = 11
/** The month in which vignettes began, and the one in which exemptions were withdrawn. */
const VIGNETTES_FROM = 16
const WITHDRAWN_IN = 20

/** Nobody: names of posts, so that nobody is taken for somebody. */
const auditors = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map(letter => ({
  id: `demo-auditor-${letter.toLowerCase()}`,
  name: `Auditor ${letter}`,
}))

const found: readonly (readonly [Theme, string])[] = [
  ['plans', 'Plans do not say what will be different for the child, or by when.'],
  ['management-oversight', 'Supervision notes say what was done and not why a decision was taken.'],
  ['strategy-and-protection', 'Health was not asked before the strategy discussion ended.'],
  ['voice', 'What the child said is there, and nothing that followed from it.'],
  ['assessments', 'A parent who lives elsewhere was not spoken to.'],
  ['visits', 'Visits are recorded a week late, in the same words each time.'],
]

/**
 * Three years of audits in a county that does not exist: inadequate falls and then stays where it
 * is, one is outstanding, exemptions are withdrawn, and agreement rises once vignettes begin.
 */
export async function fillDemoAudits(
  trx: Trx,
  by: Changing,
  teams: readonly string[],
): Promise<void> {
  const tool = shippedTools.find(each => each.key === 'whole-case-file') ?? shippedTools[0]
  if (tool === undefined || teams.length === 0) return
  const random = seeded(2017)
  const begins = firstDayOf(monthOf(addMonths(by.today, -MONTHS)))
  await pinTool(trx, { ...by, at: momentOf(begins) }, tool)
  await programme(trx, by, tool, begins)
  await vignette(trx, by, tool, begins)
  const telling: Telling = { trx, by, tool, random, teams }
  let outstandingIs = true
  for (let month = 0; month < MONTHS; month++) {
    const first = firstDayOf(monthOf(begins) + month)
    // Fewer came in while whoever asked was let off.
    const many = month < WITHDRAWN_IN ? MONTHLY - 4 + (month % 3) : MONTHLY + (month % 2)
    for (let nth = 0; nth < many; nth++) {
      const on = Math.min(first + 2 + Math.floor(random() * 24), by.today - 1)
      const aim: Grade =
        month === MONTHS - 8 && nth === 0 && outstandingIs ? 'outstanding' : aimIn(month, random)
      if (aim === 'outstanding') outstandingIs = false
      const audit = await tell(telling, { on, aim, month })
      if (random() < 0.2) await second(telling, audit, month)
      if (audit.grade === 'inadequate') await loop(telling, audit, month)
    }
  }
}

interface Telling {
  readonly trx: Trx
  readonly by: Changing
  readonly tool: Tool
  readonly random: Random
  readonly teams: readonly string[]
}

const momentOf = (day: Day): Date => new Date(day * 86_400_000 + 36_000_000)
const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const chosen = items[Math.floor(random() * items.length)]
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}

/** Inadequate from 36 % to 14 % in twenty months, and there it stays. */
function aimIn(month: number, random: Random): Grade {
  const inadequate = Math.max(0.14, 0.36 - month * 0.011)
  const good = Math.min(0.42, 0.22 + month * 0.01)
  const chance = random()
  if (chance < inadequate) return 'inadequate'
  return chance < 1 - good ? 'requires improvement' : 'good'
}

type Asked = {
  readonly on: Day
  readonly aim: Grade
  readonly month: number
  readonly reason?: AuditReason
  readonly of?: Audit
  readonly auditor?: (typeof auditors)[number]
}

async function tell(
  { trx, by, tool, random, teams }: Telling,
  { on, aim, month, reason = 'programme', of, auditor = pick(auditors, random) }: Asked,
): Promise<Audit> {
  const answers = answersFor(tool, aim, random)
  const derived = deriveGrade(tool, answers)?.grade ?? aim
  // People grade their own work milder, less so as time goes on.
  const milder = random() < 0.5 - month * 0.008 ? 1 : 0
  const own = grades[Math.max(1, rankOf(derived) - milder)] ?? derived
  const audit: Omit<Audit, 'number'> = {
    id: randomUUID(),
    toolKey: tool.key,
    toolVersion: tool.version,
    childRef: null,
    foreignKey: of?.foreignKey ?? `Q-${String(1000 + Math.floor(random() * 9000))}`,
    team: of?.team ?? pick(teams, random),
    worker: '',
    auditorId: auditor.id,
    auditorName: auditor.name,
    reason,
    ofAudit: of?.id ?? null,
    sampleId: null,
    begunAt: momentOf(on - 2),
    dueOn: null,
    submittedAt: momentOf(on),
    auditedOn: on,
    state: month < MONTHS - 3 ? 'closed' : 'submitted',
    answers,
    version: 2,
    safe: answers.safe,
    derivedGrade: derived,
    grade: derived,
    overrideWords: '',
    ownGrade: reason === 'programme' ? own : null,
    ownWords:
      reason === 'programme' ? 'I know this child, and I would begin sooner next time.' : '',
    voices:
      random() < 0.2 + month * 0.012
        ? [
            {
              who: 'parent',
              words: 'We were told what was decided, and why, once we asked.',
              agreed: true,
              because: '',
            },
          ]
        : [
            {
              who: 'parent',
              words: '',
              agreed: false,
              because: 'The family was not asked: a conference was the same week.',
            },
          ],
    learning: '',
    moderatedGrade: null,
    youngWords: '',
    provisional: false,
  }
  const number = await insertAudit(trx, by.authority, audit)
  return { ...audit, number }
}

/** Grades around an aim, so that the rule comes to it; a second auditor sees the same work. */
function answersFor(tool: Tool, aim: Grade, random: Random): Answers {
  const around = (): Grade => {
    const turn = random() < 0.2 ? 1 : random() < 0.2 ? -1 : 0
    return grades[Math.min(3, Math.max(0, rankOf(aim) + turn))] ?? aim
  }
  const graded = tool.standards.map(({ key, limiting }) => {
    const grade = around()
    // Only work that is inadequate as a whole fails a standard that limits the whole.
    const held = limiting && grade === 'inadequate' && aim !== 'inadequate' ? aim : grade
    return [key, aim === 'inadequate' && limiting ? 'inadequate' : held] as const
  })
  const evidence = tool.standards.map(({ key }) => [key, 'Seen in the record of the last review.'])
  const ticks = tool.standards.flatMap(({ compliance }) =>
    compliance.map(check => [
      check.key,
      random() < 0.72
        ? ('yes' as const)
        : random() < 0.8
          ? ('no' as const)
          : ('not applicable' as const),
    ]),
  )
  return {
    grades: Object.fromEntries(graded),
    evidence: Object.fromEntries(evidence),
    notApplicable: {},
    ticks: Object.fromEntries(ticks),
    safe: 'yes',
    safeWords: 'Seen by the social worker in the last two weeks.',
  }
}

/** The same work graded blind by somebody else, who agrees more often once vignettes have begun. */
async function second(telling: Telling, audit: Audit, month: number): Promise<void> {
  const { trx, by, random } = telling
  const agrees = random() < (month < VIGNETTES_FROM ? 0.5 : 0.78)
  const turn = agrees ? 0 : random() < 0.6 ? 1 : -1
  const aim = grades[Math.min(3, Math.max(1, rankOf(audit.grade ?? 'good') + turn))] ?? 'good'
  const other = pick(
    auditors.filter(each => each.id !== audit.auditorId),
    random,
  )
  const on = Math.min(audit.auditedOn + 6, by.today - 1)
  const graded = await tell(telling, {
    on,
    aim,
    month,
    reason: 'blind second',
    of: audit,
    auditor: other,
  })
  await insertDraw(trx, by.authority, {
    auditId: audit.id,
    drawnAt: momentOf(audit.auditedOn),
    drawn: 700,
    below: 1500,
    chosen: true,
    graderId: other.id,
    graderName: other.name,
    secondId: graded.id,
  })
}

/** What an inadequate audit found, what was done, and what looking again has shown. */
async function loop(telling: Telling, audit: Audit, month: number): Promise<void> {
  const { trx, by, random } = telling
  // The loop itself began after the first year; the newest have not come round.
  if (month < 12 || random() < 0.45) return
  const at = { ...by, at: momentOf(audit.auditedOn), today: audit.auditedOn }
  const [theme, words] = pick(found, random)
  const kept = await bringFound(trx, at, audit, { theme, words, standard: '' })
  if (month > MONTHS - 3) return
  const fields = { owner: 'Head of service', ownerId: null }
  await takeStep(trx, at, kept.findingId, 'triage', { fields })
  await takeStep(trx, at, kept.findingId, 'act')
  if (random() < 0.3) return
  const verifiedOn = Math.min(audit.auditedOn + 20 + Math.floor(random() * 40), by.today - 1)
  const verifying = {
    ...by,
    actor: 'demo-quality',
    actorName: 'Quality lead',
    at: momentOf(verifiedOn),
    today: verifiedOn,
  }
  await takeStep(trx, verifying, kept.findingId, 'verify', {
    words: 'Ten plans of the team were read again; nine say what will be different.',
  })
  if (random() < 0.25) return
  const aim = random() < 0.55 ? 'good' : random() < 0.7 ? 'requires improvement' : 'inadequate'
  const on = Math.min(verifiedOn + 30, by.today - 1)
  await tell(telling, { on, aim, month, reason: 'again', of: audit })
}

async function programme(trx: Trx, by: Changing, tool: Tool, begins: Day): Promise<void> {
  await insertObligations(
    trx,
    by.authority,
    auditors.map(({ id, name }) => ({
      id: randomUUID(),
      personId: id,
      personName: name,
      role: 'auditor' as const,
      team: '',
      toolKey: tool.key,
      monthly: 1,
      fromOn: begins,
      untilOn: null,
    })),
    by,
  )
  const withdrawnOn = firstDayOf(monthOf(begins) + WITHDRAWN_IN)
  const letOff = auditors.slice(0, 4).flatMap(({ id, name }, nth) =>
    [4, 10, 16].map(month => ({
      id: randomUUID(),
      personId: id,
      personName: name,
      toolKey: '',
      kind: 'discretionary' as const,
      reason: 'Their own work left no time for two months.',
      fromOn: firstDayOf(monthOf(begins) + month + nth),
      untilOn: firstDayOf(monthOf(begins) + month + nth + 6) - 1,
      approvedById: 'demo-head',
      approvedBy: 'Head of service',
    })),
  )
  await insertExemptions(trx, by.authority, letOff, momentOf(begins))
  await withdraw(
    trx,
    by.authority,
    {
      id: randomUUID(),
      on: withdrawnOn,
      reason: 'The director has withdrawn discretionary exemptions.',
      decidedBy: 'Director of Children’s Services',
    },
    { ...by, at: momentOf(withdrawnOn) },
  )
}

async function vignette(trx: Trx, by: Changing, tool: Tool, begins: Day): Promise<void> {
  const id = randomUUID()
  const on = firstDayOf(monthOf(begins) + VIGNETTES_FROM)
  const agreed = Object.fromEntries(
    tool.standards.map(({ key }, nth) => [key, grades[1 + (nth % 2)] ?? 'good']),
  )
  await insertVignette(
    trx,
    by.authority,
    {
      id,
      title: 'Two children and a new address',
      words:
        'A health visitor is worried about two children whose family has moved twice in a year. Visits are on time and the elder child is seen alone. The plan says ‘support the family’. A strategy discussion was held two days later, without health. The manager asked why, and wrote down what was decided.',
      toolKey: tool.key,
      toolVersion: tool.version,
      agreed,
      agreedBy: 'Five auditors and the quality lead',
    },
    { ...by, at: momentOf(on) },
  )
  const standards = tool.standards.length
  for (const [nth, auditor] of auditors.entries()) {
    // Everybody passes: who does not is moderated first, and their grades are in no figure until then.
    const same = standards - (nth % 2)
    await insertVignetteGrading(trx, by.authority, {
      id: randomUUID(),
      vignetteId: id,
      personId: auditor.id,
      personName: auditor.name,
      at: momentOf(on),
      grades: agreed,
      graded: standards,
      same,
      adjacent: standards,
      passed: same / standards >= 0.8,
    })
  }
}
