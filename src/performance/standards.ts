import { type Setting, settings } from '#council'
import { isStandardKey, type Standards, standardsOf } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { teamNamesIn } from './team-names.ts'

/** The standards that a council's decisions give, each with the day from which it holds. */
export function standardsFrom(decisions: readonly Setting[]): Standards {
  const inOrder = decisions.toSorted((a, b) => a.setAt.getTime() - b.setAt.getTime())
  return standardsOf(
    inOrder.flatMap(({ key, value, from }) => {
      const number = Number(value)
      return isStandardKey(key) && number > 0 ? [{ key, value: number, from }] : []
    }),
  )
}

/** The council's standards as they are decided now. */
export async function standardsIn(trx: Trx): Promise<Standards> {
  const standards = standardsFrom(await settings(trx))
  const { mark } = await teamNamesIn(trx)
  // Which teams are one is a decision that figures follow from, too.
  return mark === '' ? standards : { ...standards, mark: `${standards.mark} ${mark}`.trim() }
}
