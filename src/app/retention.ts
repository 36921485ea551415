import { retain } from '#retention'
import type { App } from '../app.ts'
import { holdingsOf } from './holdings.ts'

const A_DAY = 24 * 3_600_000

/** Destroys, for every council, what its rules say is to be kept no longer. */
export async function retainAll(app: App, at: Date): Promise<void> {
  const holdings = holdingsOf(app)
  const today = Math.floor(at.getTime() / A_DAY)
  for (const { code } of await app.councils()) {
    const options = { today, at, actor: 'retention' }
    const outcomes = await retain(app.db, code, holdings, options)
    for (const { kind, things, rule } of outcomes)
      app.log.info({ kind, things, rule }, 'Records were destroyed by rule.')
  }
}

/** The same now and once a day. What it gives stops it. */
export function retainDaily(app: App): () => void {
  const run = () => {
    retainAll(app, new Date()).catch((err: unknown) =>
      app.log.error({ err }, 'Retention could not be done; it is tried again tomorrow.'),
    )
  }
  run()
  const timer = setInterval(run, A_DAY)
  timer.unref()
  return () => clearInterval(timer)
}
