import { allUsers, viewerOn, dayIn } from '#people'
import { isTold } from '../alarm.ts'
import type { Alert } from '../alert.ts'
import { gradersNow } from '../hidden.ts'
import { alertById, updateAlert } from '../store/index.ts'
import { alertPath, type AuditsRooms } from './rooms.ts'

/**
 * Tells those by e-mail who are to answer an alert. The letter holds a link and nothing of the child,
 * the team or what was found. Where it cannot be sent the alert stands on the site all the same, and
 * the hourly look tries again.
 * @returns how many were written to
 */
export async function tellOf(
  rooms: Pick<AuditsRooms, 'db' | 'mail' | 'publicUrl' | 'now'>,
  authority: string,
  alertId: string,
  why: 'raised' | 'late' = 'raised',
): Promise<number> {
  const { db, mail, publicUrl } = rooms
  if (mail === null) return 0
  const at = rooms.now()
  const alert = await db.as(authority, trx => alertById(trx, alertId))
  if (alert === null) return 0
  const to = await addresseesOf(db, authority, alert, why, at)
  if (to.length === 0) return 0
  try {
    for (const address of to) await mail.send({ to: [address], ...letterOf(alert, publicUrl, why) })
  } catch {
    return 0
  }
  if (why === 'raised')
    await db.as(authority, async trx => {
      const now = await alertById(trx, alertId, true)
      if (now !== null) await updateAlert(trx, { ...now, mailedAt: at })
    })
  return to.length
}

async function addresseesOf(
  db: AuditsRooms['db'],
  authority: string,
  alert: Alert,
  why: 'raised' | 'late',
  at: Date,
): Promise<readonly string[]> {
  const { users, blind } = await db.as(authority, async trx => ({
    users: await allUsers(trx),
    blind: new Set(await gradersNow(trx, alert.auditId)),
  }))
  return users.flatMap(user => {
    if (user.email === null || user.state !== 'active') return []
    const viewer = viewerOn(user, authority, dayIn(at))
    const isDirector = viewer.roles.includes('director')
    // The director hears of what is late, and of the rest on the site.
    const told =
      why === 'late'
        ? isDirector
        : isTold(viewer, alert.team) && !isDirector && !blind.has(viewer.id)
    return told ? [user.email] : []
  })
}

function letterOf(alert: Alert, publicUrl: string, why: 'raised' | 'late') {
  const words =
    why === 'late'
      ? 'An alert of a practice audit was not answered in time.'
      : 'A practice audit has raised an alert that you are to answer.'
  const link =
    publicUrl === ''
      ? 'Sign in to Sightline and open Audits, Alerts.'
      : new URL(alertPath(alert.id), publicUrl).href
  return {
    subject: why === 'late' ? 'Sightline: an alert is late' : 'Sightline: an alert',
    text: `${words}\n\n${link}\n\nNothing about it is in this letter, because letters are read by others.\n`,
  }
}
