import { allAlerts, escalateLate, tellOf } from '#audits'
import { openMail } from '#kit/mail.ts'
import type { App } from '../app.ts'

const AN_HOUR = 3_600_000

/**
 * Looks at the alerts of every council: what has become late is told to the director, once, and
 * whoever could not be written to when an alert was raised is written to again. On the site an alert is
 * late by the clock, whether or not this has run.
 * @returns how many alerts were found late now
 */
export async function watchAlerts(app: App, at: Date): Promise<number> {
  const mail = app.config.mail === null ? null : openMail(app.config.mail)
  const publicUrl = app.config.people.publicUrl
  const rooms = { db: app.db, mail, publicUrl, now: () => at }
  let found = 0
  try {
    for (const { code } of await app.councils()) {
      const waiting = await app.db.as(code, trx => allAlerts(trx, true))
      for (const alert of waiting) if (alert.mailedAt === null) await tellOf(rooms, code, alert.id)
      const late = await app.db.as(code, trx => escalateLate(trx, { actor: 'clock', at }))
      for (const alert of late) await tellOf(rooms, code, alert.id, 'late')
      found += late.length
    }
  } finally {
    mail?.close()
  }
  return found
}

/** The same now and every hour. What it gives stops it. */
export function watchAlertsHourly(app: App): () => void {
  const run = () => {
    watchAlerts(app, new Date()).catch((err: unknown) =>
      app.log.error({ err }, 'The alerts of audits could not be looked at; it is tried again.'),
    )
  }
  run()
  const timer = setInterval(run, AN_HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
