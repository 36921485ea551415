import type { App } from '#app'
import {
  allMarks,
  limitsPath,
  newNotePath,
  newTargetPath,
  notePath,
  targetPath,
  undoPath,
} from '#marks'
import { latestCount, sliceNames } from '#performance'
import { isoMonth, monthOf } from '#calendar'
import { county } from './county.ts'

/** Addresses that answer in the small county for what people set on figures, by their routes. */
export async function marksAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const [marks, count, teams] = await app.db.as(county, async trx => [
    await allMarks(trx),
    await latestCount(trx),
    await sliceNames(trx, 'team'),
  ])
  const newest = monthOf(count?.asOf ?? 0)
  const months = `from=${isoMonth(newest - 12)}&to=${isoMonth(newest)}`
  const team = { dimension: 'team' as const, name: teams[0] ?? '' }
  const whole = { dimension: 'county' as const, name: '' }
  const [rebasing] = marks.rebasings
  return {
    '/indicators/compare': [
      '/indicators/compare',
      `/indicators/compare?${months}`,
      `/indicators/compare?${months}&by=team&part=${encodeURIComponent(team.name)}`,
    ],
    '/indicators/compare/all.csv': [`/indicators/compare/all.csv?${months}`],
    '/indicators/targets/:id': marks.targets.slice(0, 2).map(({ id }) => targetPath(id)),
    '/indicators/notes/:id': marks.notes.slice(0, 2).map(({ id }) => notePath(id)),
    '/indicators/limits/:id/undo': rebasing === undefined ? [] : [undoPath(rebasing.id)],
    '/indicators/:code/target': [
      newTargetPath({ indicator: 'AS01', slice: whole }),
      newTargetPath({ indicator: 'AS01', slice: team }),
    ],
    '/indicators/:code/note': [newNotePath({ indicator: 'AS01', slice: whole })],
    '/indicators/:code/limits': [
      limitsPath({ indicator: 'AS01', slice: whole }),
      limitsPath({ indicator: 'AS01', slice: whole }, isoMonth(newest - 6)),
      ...(rebasing === undefined ? [] : [limitsPath(rebasing)]),
    ],
  }
}
