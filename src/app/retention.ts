import { library } from '#indicators'
import type { App } from '../app.ts'
import { extractHolding, type Holding, retain } from '#retention'

const A_DAY = 24 * 3_600_000

/** Destroys, for every council, what its rules say is to be kept no longer. */
export async function retainAll(app: App, more: readonly Holding[], at: Date): Promise<void> {
  const holdings = [extractHolding(app.storeOf, library), ...more]
  const today = Math.floor(at.getTime() / A_DAY)
  for (const { code } of await app.councils()) {
    const options = { today, at, actor: 'retention' }
    const outcomes = await retain(app.db, code, holdings, options)
    for (const { kind, things, rule } of outcomes)
      app.log.info({ kind, things, rule }, 'Records were destroyed by rule.')
  }
}

/** The same now and once a day. What it gives stops it. */
export function retainDaily(app: App, more: readonly Holding[]): () => void {
  const run = () => {
    retainAll(app, more, new Date()).catch((err: unknown) =>
      app.log.error({ err }, 'Retention could not be done; it is tried again tomorrow.'),
    )
  }
  run()
  const timer = setInterval(run, A_DAY)
  timer.unref()
  return () => clearInterval(timer)
}
