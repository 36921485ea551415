import { longMonth } from '#calendar'
import { definitionOf } from '#indicators'
import type { KindOfThing } from '#thread'
import { permits } from '#people'
import { REBASING } from './change.ts'
import { limitsPath } from './paths.ts'
import { seeTargets } from './policy.ts'
import { rebasingsById } from './store/index.ts'

/** How the thread shows a decision on limits. */
export const rebasingKind: KindOfThing = {
  kind: REBASING,
  name: 'Decision on limits',
  describe: async (trx, ids, viewer) => {
    if (!permits(seeTargets, viewer)) return new Map()
    const found = await rebasingsById(trx, ids)
    return new Map(
      found.map(each => [
        each.id,
        {
          title: `Limits anew from ${longMonth(each.from)}: ${definitionOf(each.indicator)?.name ?? each.indicator}${each.slice.dimension === 'county' ? '' : `, ${each.slice.name}`}`,
          href: limitsPath(each),
          state: each.undone === null ? 'In force' : 'Undone',
        },
      ]),
    )
  },
}
