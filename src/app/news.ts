import type { Council } from '#council'
import type { Jobs } from '#kit/jobs/index.ts'
import { newsJob, sendNews, type Sent } from '#published'
import type { App } from '../app.ts'
import { mailOf, outboxOf } from './mail.ts'

const AN_HOUR = 3_600_000
const A_DAY = 24 * AN_HOUR

/** Tells those who follow a council what is new. Does nothing where no letter can be sent. */
export async function tellFollowers(app: App, council: Council, at: Date): Promise<Sent | null> {
  const mail = mailOf(app)
  try {
    const outbox = outboxOf(app, mail)
    if (outbox === null) return null
    const { secret, people } = app.config
    const base = people.publicUrl.replace(/\/+$/, '')
    const today = Math.floor(at.getTime() / A_DAY)
    return await sendNews({ db: app.db, outbox, secret, base }, council, today, at, err =>
      app.log.error({ err }, 'A letter could not be sent; it is tried again.'),
    )
  } finally {
    mail?.close()
  }
}

/** Has the queue look every hour whether anything is new. What it gives stops it. */
export function tellFollowersHourly(app: App, jobs: Jobs): () => void {
  if (outboxOf(app, null) === null && app.config.mail === null) return () => {}
  const run = async () => {
    for (const { code } of await app.councils()) await jobs.send(newsJob, code, {})
  }
  const runOrSay = () => {
    run().catch((err: unknown) =>
      app.log.error({ err }, 'Nobody could be told what is new; it is tried again.'),
    )
  }
  runOrSay()
  const timer = setInterval(runOrSay, AN_HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
