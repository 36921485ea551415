import type { Day } from '#calendar'
import type { LibraryReport } from './store/index.ts'

/** A council that was found inadequate and later good. */
export interface Move {
  readonly about: string
  readonly from: { readonly id: string; readonly on: Day }
  readonly to: { readonly id: string; readonly on: Day }
}

type Graded = Pick<LibraryReport, 'id' | 'about' | 'inspectedOn' | 'overall'>

/** Who moved from inadequate to good or better, the quickest first. */
export function movesOf(reports: readonly Graded[]): readonly Move[] {
  const byCouncil = Map.groupBy(
    reports.filter(each => each.about !== null && each.inspectedOn !== null),
    each => (each.about ?? '').trim().toLowerCase(),
  )
  const moves = [...byCouncil.values()].flatMap((those): readonly Move[] => {
    const inOrder = those.toSorted((a, b) => (a.inspectedOn ?? 0) - (b.inspectedOn ?? 0))
    const at = inOrder.findIndex(({ overall }) => overall === 'inadequate')
    const from = inOrder[at]
    const to = inOrder
      .slice(at + 1)
      .find(({ overall }) => overall === 'good' || overall === 'outstanding')
    if (from === undefined || to === undefined) return []
    const end = (each: Graded) => ({ id: each.id, on: each.inspectedOn ?? 0 })
    return [{ about: from.about ?? '', from: end(from), to: end(to) }]
  })
  return moves.toSorted((a, b) => a.to.on - a.from.on - (b.to.on - b.from.on))
}
