import { type Day, monthOf } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { dayIn } from '#people'
import { type Audit, type AuditReason, isDone } from '../audit.ts'
import { allAudits } from '../store/index.ts'
import {
  type Completion,
  completionOf,
  type DoneAudit,
  type OwedMonth,
  owedMonths,
} from './completion.ts'
import type { Exemption, Obligation, Withdrawal } from './obligation.ts'
import { exemptions, obligations, withdrawals } from './store.ts'

/** Second gradings and mock inspections are asked for apart, and what was imported is history. */
const countsFor: readonly AuditReason[] = ['programme', 'asked for', 'again']

export function doneAudits(audits: readonly Audit[]): readonly DoneAudit[] {
  return audits.flatMap(each =>
    each.submittedAt !== null && isDone(each) && countsFor.includes(each.reason)
      ? [
          {
            auditorId: each.auditorId,
            toolKey: each.toolKey,
            dueOn: each.dueOn,
            doneOn: dayIn(each.submittedAt),
          },
        ]
      : [],
  )
}

export interface Programme {
  readonly obligations: readonly Obligation[]
  readonly exemptions: readonly Exemption[]
  readonly withdrawals: readonly Withdrawal[]
  /** From the first month in which anything was owed to this one. */
  readonly owed: readonly OwedMonth[]
  readonly completion: Completion
}

/** The whole programme as it stands. */
export async function programmeOf(trx: Trx, today: Day): Promise<Programme> {
  const all = {
    obligations: await obligations(trx),
    exemptions: await exemptions(trx),
    withdrawals: await withdrawals(trx),
  }
  const to = monthOf(today)
  const from = all.obligations.reduce((first, each) => Math.min(first, monthOf(each.fromOn)), to)
  const done = doneAudits(await allAudits(trx))
  const owed = owedMonths(all.obligations, all.exemptions, done, { from, to })
  return { ...all, owed, completion: completionOf(owed, all.withdrawals, today) }
}
