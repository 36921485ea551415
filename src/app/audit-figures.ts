import { countFromAudits } from '#audits'
import { library } from '#indicators'
import { recountEntered } from '#performance'
import { dayIn } from '#people'
import type { App } from '../app.ts'

const AN_HOUR = 3_600_000

/**
 * Counts the indicators of audits of every council: a month ends without anybody doing anything, and
 * what became of an action is written in another room.
 * @returns how many figures changed
 */
export async function countAudits(app: Pick<App, 'db' | 'councils'>, at: Date): Promise<number> {
  let changed = 0
  for (const { code } of await app.councils())
    changed += await app.db.as(code, trx =>
      countFromAudits(
        trx,
        { authority: code, actor: 'clock', at, today: dayIn(at) },
        library,
        (own, authority, codes, when) => recountEntered(own, authority, library, codes, when),
      ),
    )
  return changed
}

/** The same now and every hour. What it gives stops it. */
export function countAuditsHourly(app: App): () => void {
  const run = () => {
    countAudits(app, new Date()).catch((err: unknown) =>
      app.log.error({ err }, 'The indicators of audits could not be counted; it is tried again.'),
    )
  }
  run()
  const timer = setInterval(run, AN_HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
