import { changed } from '../codes.ts'
import type { County } from '../county.ts'
import type { Seat } from '../staff.ts'
import { usual } from '../story.ts'

/**
 * The workers who held a child's work while it lay with a seat: a new row for each change of
 * worker, and for the day on which the teams were re-organised. Now and then a child waits some days
 * for the next worker.
 */
export function allocate(
  county: County,
  allocation: {
    readonly child: number
    readonly referral: number
    readonly from: number
    readonly to: number
    readonly seat: Seat
    readonly first: boolean
  },
): void {
  const { random, staff, span, happened } = county
  const { child, referral, seat, to } = allocation
  if (to <= allocation.from || allocation.from > span.to || to < span.keptFrom) return
  const moved = staff.team(seat, staff.reorganised - 1) !== staff.team(seat, staff.reorganised)
  const breaks = staff
    .changes(seat, allocation.from, to)
    .map(day => ({ day, reason: changed.left as number }))
  if (moved && allocation.from < staff.reorganised && staff.reorganised < to) {
    const same = breaks.find(each => each.day === staff.reorganised)
    if (same === undefined) breaks.push({ day: staff.reorganised, reason: changed.reorganised })
    breaks.sort((a, b) => a.day - b.day)
  }
  let from = allocation.from
  let reason: number = allocation.first ? changed.firstContact : changed.transferred
  for (const each of [...breaks, { day: to, reason: 0 }]) {
    if (each.day >= span.keptFrom && each.day > from)
      happened.involvements.add({ child, referral, from, to: each.day, seat, reason })
    const waits = each.reason === changed.left && random.chance(usual.waitsForWorker)
    from = each.day + (waits ? random.between(2, 18) : 0)
    reason = each.reason
  }
}
