import { addWorkingDays } from '#calendar'
import type { County } from '../county.ts'

/** Where visits to a child go, and how they are timed. */
export interface Visiting {
  readonly from: number
  readonly to: number
  /** Working days between visits where the visit is on time: from the shortest to the standard. */
  readonly soonest: number
  readonly standard: number
  /** Working days late at most. */
  readonly latest: number
  readonly onTime: (on: number) => number
  readonly visit: (on: number) => void
}

/** Makes the visits of a spell, one after the other, from the spell's first days to its end. */
export function visitThrough(county: County, visiting: Visiting): void {
  const { random, span } = county
  const { soonest, standard, latest, to } = visiting
  const last = Math.min(to, span.to)
  let on = visiting.from
  // Years before anything is kept are passed over in one step, at no particular day.
  if (on < span.keptFrom) on = Math.max(on, span.keptFrom - random.between(1, standard))
  for (;;) {
    const timely = random.chance(visiting.onTime(on))
    on = addWorkingDays(
      on,
      timely
        ? random.between(soonest, standard)
        : standard + 1 + Math.min(latest, Math.floor(random.wait(latest / 2.5))),
    )
    if (on > last) return
    visiting.visit(on)
  }
}
