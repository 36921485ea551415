import { reasonFor } from '../alert.ts'
import type { Audit } from '../audit.ts'
import { addWorkingHours, dueTimes, usualClock } from '../clock.ts'
import { insertAlert, updateAlert } from '../store/index.ts'
import { heads, pick, type Post, type Telling } from './story.ts'
import { alertActs, alertSeen } from './words.ts'

/** Raises the alert that an audit of the past gave cause for, and closes it as it was closed then. */
export async function closedAlert(
  { trx, by, random, people }: Telling,
  audit: Audit,
): Promise<void> {
  const because = reasonFor(audit)
  const at = audit.submittedAt
  if (because === null || at === null) return
  const { id } = audit
  const alert = {
    auditId: id,
    because,
    team: audit.team,
    raisedAt: at,
    raisedBy: audit.auditorId,
    raisedName: audit.auditorName,
    ...dueTimes(at, usualClock),
  }
  const alertId = await insertAlert(trx, by.authority, alert)
  const manager = people.managerOf(audit.team)
  const head = pick(heads, random)
  const done = (post: Post, hours: number, words: string) => ({
    at: addWorkingHours(at, hours),
    by: post.id,
    name: post.name,
    words,
  })
  await updateAlert(trx, {
    ...alert,
    id: alertId,
    acknowledged: done(manager, 1 + random() * 3, ''),
    acted: done(manager, 4 + random() * 4, pick(alertActs, random)),
    confirmed: done(head, 12 + random() * 26, pick(alertSeen, random)),
    escalatedAt: null,
    mailedAt: at,
  })
}
