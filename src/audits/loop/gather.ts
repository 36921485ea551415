import type { Day } from '#calendar'
import { findingsById, type Finding, mayReadFinding } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import { closureOf, type Closure, type Effect, effectOf, type Found } from '#practice'
import { type Audit, countedGrade } from '../audit.ts'
import { counted } from '../figures.ts'
import { allAudits } from '../store/index.ts'
import { type FoundByAudit, foundByAudits } from './store.ts'

/** Something that an audit found, with how far it has come. */
export interface OpenLoop extends Found {
  readonly found: FoundByAudit
  readonly finding: Finding
  readonly audit: Audit
  readonly isLate: boolean
}

/** What audits found and what became of it: the measure that stands above the grades. */
export interface Loop {
  readonly closure: Closure
  readonly loops: readonly OpenLoop[]
  readonly effect: Effect
  /** Audits that found inadequate work, and from how many of them nothing was written down. */
  readonly inadequate: { readonly audits: number; readonly silent: number }
}

/** @param viewer what they may not read yet is in the measure, and not among the loops */
export async function loopOf(trx: Trx, today: Day, viewer?: Viewer): Promise<Loop> {
  const audits = await allAudits(trx)
  const byId = new Map(audits.map(audit => [audit.id, audit]))
  const kept = await foundByAudits(trx)
  const findings = new Map(
    (
      await findingsById(
        trx,
        kept.map(each => each.findingId),
      )
    ).map(finding => [finding.id, finding]),
  )
  const again = Map.groupBy(
    audits.filter(each => each.reason === 'again' && countedGrade(each) !== null),
    each => each.ofAudit ?? '',
  )
  const loops = kept.flatMap((found): readonly OpenLoop[] => {
    const audit = byId.get(found.auditId)
    const finding = findings.get(found.findingId)
    if (audit === undefined || finding === undefined) return []
    const looked = again.get(audit.id)?.map(each => each.auditedOn) ?? []
    const againOn = looked.length === 0 ? null : Math.min(...looked)
    const { verifiedOn } = finding
    return [
      {
        found,
        finding,
        audit,
        foundOn: audit.auditedOn,
        verifiedOn,
        againOn,
        isLate: verifiedOn === null && found.dueOn < today,
      },
    ]
  })
  const seen = loops.filter(
    ({ finding }) => viewer === undefined || mayReadFinding(viewer, finding),
  )
  const pairs = audits.flatMap(after => {
    const first = after.reason === 'again' ? byId.get(after.ofAudit ?? '') : undefined
    const [before, now] = [first && countedGrade(first), countedGrade(after)]
    return before && now ? [{ before, after: now }] : []
  })
  // What waits for moderation is worked on all the same, but is not in the measure yet.
  const certain = loops.filter(({ audit }) => !audit.provisional)
  const wrote = new Set(kept.map(each => each.auditId))
  // As in the figures of all audits: a child audited twice counts once.
  const inadequate = counted(audits).filter(each => countedGrade(each) === 'inadequate')
  return {
    closure: closureOf(certain),
    loops: seen,
    effect: effectOf(pairs),
    inadequate: {
      audits: inadequate.length,
      silent: inadequate.filter(each => !wrote.has(each.id)).length,
    },
  }
}
