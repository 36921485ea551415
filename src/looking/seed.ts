import type { Day } from '#calendar'
import { type Definition, notRecorded } from '#indicators'
import type { Database, Trx } from '#kit/db/index.ts'
import { seriesOfDimension } from '#performance'
import { demoColleagues, demoDirector, demoLooking } from './demo.ts'
import type { Colleague } from './looking.ts'
import { performanceByTeam, sharesIn } from './pages/county.ts'
import { insertConversations, insertViews, recordedSince, viewersLike } from './store/index.ts'
import { standing } from './use.ts'

/** The people of the demonstration's teams, for `colleagues` of the house: they never sign in. */
export async function demoColleaguesOf(
  db: Database,
  authority: string,
): Promise<readonly Colleague[]> {
  const people = await db.as(authority, trx => viewersLike(trx, 'demo:'))
  const teams = [...new Set(people.flatMap(each => each.teams))].sort()
  return teams.length === 0 ? [] : [demoDirector, ...demoColleagues(teams)]
}

/**
 * Writes what the people of the demonstration have looked at, once its figures are counted. Does
 * nothing where anything is recorded already.
 */
export async function seedLooking(
  db: Database,
  authority: string,
  definitions: readonly Definition[],
  { seed, today }: { readonly seed: number; readonly today: Day },
): Promise<void> {
  await db.as(authority, async trx => {
    if ((await recordedSince(trx)) !== null) return
    const names = await teamsNow(trx)
    const shares = sharesIn(definitions)
    const does = standing(await performanceByTeam(trx, shares, 'level'))
    const teams = names.map(name => ({ name, does: does.get(name) ?? null }))
    const made = demoLooking(seed, teams, today)
    for (let from = 0; from < made.views.length; from += 5000)
      await insertViews(trx, authority, made.views.slice(from, from + 5000))
    await insertConversations(trx, authority, made.conversations)
  })
}

/** Teams of which any figure says anything in its newest months: those that have ended have none. */
async function teamsNow(trx: Trx): Promise<readonly string[]> {
  const names = (await seriesOfDimension(trx, 'team')).flatMap(({ slice, numerators }) =>
    numerators
      .filter(value => !Number.isNaN(value))
      .slice(-3)
      .some(value => value > 0)
      ? [slice.name]
      : [],
  )
  return [...new Set(names)].filter(name => name !== notRecorded).sort()
}
