import { remindersJob, sendReminders } from '#audits'
import type { Jobs } from '#kit/jobs/index.ts'
import { allUsers, dayIn } from '#people'
import type { App } from '../app.ts'
import { mailOf } from './mail.ts'

const SIX_HOURS = 6 * 3_600_000

/** Writes to those of a council who still owe audits. Does nothing where no letter can be sent. */
export async function remindAuditors(app: App, authority: string, at: Date): Promise<number> {
  const mail = mailOf(app)
  if (mail === null) return 0
  try {
    const users = await app.db.as(authority, allUsers)
    const addresses = new Map(
      users.flatMap(({ id, email, state }) =>
        email === null || state !== 'active' ? [] : [[id, email] as const],
      ),
    )
    return await sendReminders(
      {
        db: app.db,
        mail,
        addressOf: personId => addresses.get(personId) ?? null,
        base: app.config.people.publicUrl.replace(/\/+$/, ''),
      },
      authority,
      { today: dayIn(at), at },
      err => app.log.error({ err }, 'A reminder could not be sent; it is tried again.'),
    )
  } finally {
    mail.close()
  }
}

/** Has the queue look a few times a day who is to be reminded. What it gives stops it. */
export function remindAuditorsDaily(app: App, jobs: Jobs): () => void {
  if (app.config.mail === null) return () => {}
  const run = async () => {
    for (const { code } of await app.councils()) await jobs.send(remindersJob, code, {})
  }
  const runOrSay = () => {
    run().catch((err: unknown) =>
      app.log.error({ err }, 'Nobody could be reminded of audits; it is tried again.'),
    )
  }
  runOrSay()
  const timer = setInterval(runOrSay, SIX_HOURS)
  timer.unref()
  return () => clearInterval(timer)
}
