import { monthOf } from '#calendar'
import { type County, childAt } from '../county.ts'

/** An early help episode of some months; some lead to a referral. */
export function earlyHelpFor(county: County, child: number, from: number): void {
  const { random, chances, staff, happened } = county
  const { locality, childUntil } = childAt(county, child)
  const to = Math.min(from + 14 + Math.round(random.wait(125)), childUntil - 60)
  if (to <= from) return
  const steppedUp = random.chance(chances.of('stepUp', to, locality))
  happened.earlyHelp.add({
    child,
    from,
    to,
    seat: staff.seat('earlyHelp', locality),
    reason: steppedUp ? 1 : random.chance(0.78) ? 0 : 2,
  })
  if (steppedUp) toCome(county, child, to + random.between(1, 80))
}

/** Puts off a referral to the month that it falls in. */
function toCome(county: County, child: number, on: number): void {
  const due = county.toCome.get(monthOf(on)) ?? []
  due.push({ child, on })
  county.toCome.set(monthOf(on), due)
}
