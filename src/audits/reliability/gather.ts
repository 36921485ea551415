import type { Trx } from '#kit/db/index.ts'
import { dayIn } from '#people'
import { type Audit, isDone } from '../audit.ts'
import { allAudits } from '../store/index.ts'
import { type Doubled, type GradedWork, type Judged } from './reliability.ts'
import { type OutsideGrade, outsideGrades, vignetteGradings } from './store.ts'

/** Work that was graded twice, both handed in. What is still being graded is not among it. */
export function doubledOf(audits: readonly Audit[]): readonly Doubled[] {
  const byId = new Map(audits.map(each => [each.id, each]))
  return audits.flatMap(second => {
    if (second.reason !== 'blind second' || !isDone(second)) return []
    const first = second.ofAudit === null ? undefined : byId.get(second.ofAudit)
    if (first === undefined || !isDone(first) || first.auditorId === second.auditorId) return []
    const [one, other] = [judgedIn(first), judgedIn(second)]
    if (one === null || other === null) return []
    const on = second.submittedAt === null ? second.auditedOn : dayIn(second.submittedAt)
    return [{ work: first.id, toolKey: first.toolKey, first: one, second: other, on }]
  })
}

/** As each handed it in: moderation comes later and is no grade of theirs. */
function judgedIn({ auditorId, auditorName, grade, answers }: Audit): Judged | null {
  return grade === null ? null : { auditorId, auditorName, grade, standards: answers.grades }
}

/** Every grade that the work of an audit was given, with those from outside. */
export function gradedWorks(
  audits: readonly Audit[],
  outside: readonly OutsideGrade[],
): readonly GradedWork[] {
  const fromOutside = Map.groupBy(outside, each => each.auditId)
  return audits.flatMap(each => {
    if (!isDone(each) || each.provisional || each.reason === 'blind second') return []
    const newest = fromOutside.get(each.id)?.at(-1) ?? null
    return [
      {
        on: each.auditedOn,
        own: each.ownGrade,
        auditor: each.grade,
        moderated: each.moderatedGrade,
        outside: newest?.grade ?? null,
      },
    ]
  })
}

/** All that reliability is read from. */
export async function gradingsOf(trx: Trx) {
  const audits = await allAudits(trx)
  const outside = await outsideGrades(trx)
  const graded = (await vignetteGradings(trx)).map(each => dayIn(each.at))
  return {
    audits,
    doubled: doubledOf(audits),
    works: gradedWorks(audits, outside),
    vignettesFrom: graded.length === 0 ? null : Math.min(...graded),
  }
}
