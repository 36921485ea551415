import { longDay } from '#calendar'
import type { KindOfThing } from '#thread'
import { DECISION } from './change.ts'
import { nameOf, outcomes } from './decision.ts'
import { decisionPath } from './pages/paths.ts'
import { allDecisions } from './store/index.ts'

/** How the thread shows a decision; one that is not published or is exempt is not shown. */
export const decisionKind: KindOfThing = {
  kind: DECISION,
  name: 'Decision',
  describe: async (trx, ids) => {
    const wanted = new Set(ids)
    const found = (await allDecisions(trx)).filter(
      each => wanted.has(each.id) && each.publishedAt !== null && each.exemptWords === '',
    )
    return new Map(
      found.map(each => [
        each.id,
        {
          title: `${nameOf(each)}: ${each.title}`,
          href: decisionPath(each.id),
          state: `${outcomes[each.outcome]}, ${longDay(each.takenOn)}`,
        },
      ]),
    )
  },
}
