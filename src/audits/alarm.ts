import type { Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { hasRole, type Viewer } from '#people'
import { type Alert, type AlertStep, lateSince, mayConfirm, nextStep, reasonFor } from './alert.ts'
import type { Audit } from './audit.ts'
import { type Clock, dueTimes } from './clock.ts'
import { blindFor } from './sight.ts'
import {
  alertById,
  alertOfAudit,
  allAlerts,
  secondsBegunBy,
  clockOf,
  insertAlert,
  insertClock,
  updateAlert,
} from './store/index.ts'

const ALERT = 'audit-alert'

/**
 * Raises an alert where an audit gives cause and has none yet. One that is open takes the graver
 * reason; it is never taken back, because somebody has to have looked.
 * @returns the alert that was raised now; null for none
 */
export async function raiseIfDue(trx: Trx, by: Changing, audit: Audit): Promise<string | null> {
  const because = reasonFor(audit)
  if (because === null) return null
  const there = await alertOfAudit(trx, audit.id)
  if (there !== null) {
    if (because === 'not safe' && there.because !== 'not safe')
      await updateAlert(trx, { ...there, because })
    return null
  }
  const id = await insertAlert(trx, by.authority, {
    auditId: audit.id,
    because,
    team: audit.team,
    raisedAt: by.at,
    raisedBy: by.actor,
    raisedName: by.actorName,
    ...dueTimes(by.at, await clockOf(trx)),
  })
  await note(trx, by, 'audit-alert.raised', id, { audit: audit.number, because })
  return id
}

/**
 * Takes the next step with an alert.
 * @throws conflict where it has been taken; invalid without words, or by whoever acted
 */
export async function answerAlert(
  trx: Trx,
  by: Changing,
  id: string,
  step: AlertStep,
  words: string,
): Promise<void> {
  const alert = await alertById(trx, id, true)
  if (alert === null) throw notFound()
  const done = { at: by.at, by: by.actor, name: by.actorName, words: words.trim() }
  const next = nextStep(alert)
  // Whoever acts has read it.
  const isNext = next === step || (step === 'act' && next === 'acknowledge')
  if (!isNext) throw conflict('Somebody has done this in the meantime. Open the alert again.')
  if (step !== 'acknowledge' && done.words.length < 3)
    throw invalid([
      {
        field: 'words',
        message:
          step === 'act' ? 'Enter what was done.' : 'Enter what you saw that shows it is safe now.',
      },
    ])
  if (step === 'confirm' && !mayConfirm(alert, by.actor))
    throw invalid([
      {
        field: 'words',
        message: 'Somebody other than who acted has to confirm it. Ask a colleague to look.',
      },
    ])
  await updateAlert(trx, {
    ...alert,
    ...(step === 'acknowledge' && { acknowledged: { ...done, words: '' } }),
    ...(step === 'act' && {
      acknowledged: alert.acknowledged ?? { ...done, words: '' },
      acted: done,
    }),
    ...(step === 'confirm' && { confirmed: done }),
  })
  await note(trx, by, `audit-alert.${step}`, id, {})
}

/** Decides how quickly alerts are answered from now on; those that are raised keep their times. */
export async function setClock(
  trx: Trx,
  by: Changing,
  clock: Clock,
  because: string,
): Promise<void> {
  await insertClock(trx, by.authority, clock, { ...by, because })
  await note(trx, by, 'audit-alert.clock-set', 'clock', { ...clock })
}

/** Whether somebody is told of alerts of a team. */
export function isTold(viewer: Viewer, team: string): boolean {
  if (hasRole(viewer, 'director', 'leadership', 'quality-lead')) return true
  return hasRole(viewer, 'team-manager') && viewer.teams.includes(team)
}

/**
 * Whether somebody may know of an alert now: who grades the same work blind is not told what it found
 * while the others who are told still have time. Once it is late nothing is kept from anybody.
 */
export const mayKnow = (alert: Alert, blind: ReadonlySet<string>, now: Date): boolean =>
  !blind.has(alert.auditId) || lateSince(alert, now) !== null

/**
 * The alerts that nobody has confirmed and that somebody is told of, those that are late first. What
 * is late is worked out here, so that no alert waits for a job.
 */
export async function openAlerts(
  trx: Trx,
  viewer: Viewer,
  now: Date,
  team?: string,
): Promise<readonly (Alert & { readonly lateSince: Date | null })[]> {
  const open = await allAlerts(trx, true)
  if (open.length === 0) return []
  const blind = blindFor(viewer, await secondsBegunBy(trx, viewer.id))
  return open
    .filter(alert => isTold(viewer, alert.team) && (team === undefined || alert.team === team))
    .map(alert => ({ ...alert, lateSince: lateSince(alert, now) }))
    .filter(alert => mayKnow(alert, blind, now))
    .toSorted(
      (a, b) =>
        (a.lateSince?.getTime() ?? Number.MAX_SAFE_INTEGER) -
          (b.lateSince?.getTime() ?? Number.MAX_SAFE_INTEGER) ||
        a.raisedAt.getTime() - b.raisedAt.getTime(),
    )
}

/** Writes down that the director was told of the alerts that have become late. Gives those. */
export async function escalateLate(
  trx: Trx,
  by: Pick<Changing, 'actor' | 'at'>,
): Promise<readonly Alert[]> {
  const late: Alert[] = []
  for (const { id } of await allAlerts(trx, true)) {
    // Two that look at the same time write it down once.
    const alert = await alertById(trx, id, true)
    if (alert === null || alert.escalatedAt !== null || lateSince(alert, by.at) === null) continue
    await updateAlert(trx, { ...alert, escalatedAt: by.at })
    await note(trx, by, 'audit-alert.escalated', id, {})
    late.push(alert)
  }
  return late
}

async function note(
  trx: Trx,
  { actor, at }: Pick<Changing, 'actor' | 'at'>,
  action: string,
  id: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  await record(trx, { actor, action, subject: { kind: ALERT, id }, detail }, at)
}
