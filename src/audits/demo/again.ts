import { takeStep } from '#findings'
import { daysToAct, type Grade } from '#practice'
import { type Audit, gradeOf } from '../audit.ts'
import { bringFound } from '../loop/change.ts'
import { insertDraw } from '../reliability/store.ts'
import {
  asPost,
  auditors,
  heads,
  MONTHS,
  momentOf,
  pick,
  quality,
  type Telling,
  VIGNETTES_FROM,
  workingDay,
} from './story.ts'
import { tell } from './tell.ts'
import { found } from './words.ts'

/** The share graded twice: as the rules have it that nobody has changed. */
const BELOW = 1500

/** Chance draws some audits to be graded blind by somebody else, who agrees more often since vignettes. */
export async function tellSecond(telling: Telling, audit: Audit, month: number): Promise<void> {
  const { trx, by, random } = telling
  const drawn = Math.floor(random() * 10_000)
  const chosen = drawn < BELOW
  const draw = {
    auditId: audit.id,
    drawnAt: momentOf(audit.auditedOn),
    drawn,
    below: BELOW,
    chosen,
  }
  if (!chosen || audit.auditedOn > by.today - 8) {
    const nobody = { graderId: null, graderName: null, secondId: null }
    await insertDraw(trx, by.authority, { ...draw, ...nobody })
    return
  }
  const agrees = random() < (month < VIGNETTES_FROM ? 0.4 : 0.84)
  const grade = audit.grade ?? 'good'
  const aim = agrees ? grade : beside(grade, random() < 0.6)
  const other = pick(
    auditors.filter(each => each.id !== audit.auditorId),
    random,
  )
  const graded = await tell(telling, {
    on: workingDay(Math.min(audit.auditedOn + 6, by.today - 1)),
    aim,
    month,
    team: audit.team,
    tool: telling.toolOf(audit.toolKey),
    reason: 'blind second',
    of: audit,
    auditor: other,
  })
  const grader = { graderId: other.id, graderName: other.name, secondId: graded.id }
  await insertDraw(trx, by.authority, { ...draw, ...grader })
}

/** The grade beside another, which only one audit here is graded above. */
function beside(grade: Grade, isWorse: boolean): Grade {
  if (grade === 'requires improvement') return isWorse ? 'inadequate' : 'good'
  return 'requires improvement'
}

/** What an audit found, what was done, and what looking again has shown. */
export async function tellLoop(telling: Telling, audit: Audit, month: number): Promise<void> {
  const { trx, by, random } = telling
  const grade = gradeOf(audit)
  // The loop itself began after the first year; the newest have not come round.
  const isBrought = month >= 12 && random() < (grade === 'inadequate' ? 0.6 : 0.1)
  if (!isBrought || grade === null || grade === 'good' || grade === 'outstanding') return
  const at = { ...by, at: momentOf(audit.auditedOn, 12), today: audit.auditedOn }
  const [theme, words] = pick(found, random)
  const kept = await bringFound(trx, at, audit, { theme, words, standard: '' })
  if (month > MONTHS - 3) return
  const fields = { owner: pick(heads, random).name, ownerId: null }
  await takeStep(trx, at, kept.findingId, 'triage', { fields })
  await takeStep(trx, at, kept.findingId, 'act')
  if (random() < 0.3) return
  // Two of five are done well before their day, and then looked at again within six weeks.
  const pace = random()
  const took = pace < 0.4 ? Math.floor(daysToAct[grade] * 0.6) : Math.floor(20 + pace * 40)
  const verifiedOn = workingDay(Math.min(audit.auditedOn + took, by.today - 1))
  await takeStep(trx, asPost(telling, quality, verifiedOn), kept.findingId, 'verify', {
    words: 'Ten records of the team were read again; nine show that it is different.',
  })
  if (random() < 0.25) return
  const aim = random() < 0.55 ? 'good' : random() < 0.7 ? 'requires improvement' : 'inadequate'
  await tell(telling, {
    on: workingDay(Math.min(verifiedOn + 30, by.today - 1)),
    aim,
    month,
    team: audit.team,
    tool: telling.toolOf(audit.toolKey),
    reason: 'again',
    of: audit,
  })
}
