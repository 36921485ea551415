import { addMonths } from '#calendar'
import type { EpisodeEnd } from '../codes.ts'
import type { County } from '../county.ts'
import { NONE } from '../sheet.ts'
import type { InCare } from './care-planning.ts'

export interface Adoption {
  readonly decidedOn: number
  readonly orderOn: number
  readonly matchedOn: number
  readonly placedOn: number
  /** NONE where the decision was reversed. */
  readonly adoptedOn: number | null
  readonly reversedOn: number | null
  readonly byCarer: boolean
}

/** The steps from the decision to the order; one decision in ten is reversed. */
export function adoptionFrom(county: County, from: number): Adoption {
  const { random } = county
  const decidedOn = from + Math.max(90, Math.round(random.near(225, 50)))
  const orderOn = decidedOn + random.between(25, 120)
  const reversed = random.chance(0.1)
  const byCarer = random.chance(0.14)
  const matchedOn = orderOn + (byCarer ? random.between(10, 60) : 25 + Math.round(random.wait(115)))
  const placedOn = matchedOn + random.between(6, 40)
  return {
    decidedOn,
    orderOn,
    matchedOn: reversed ? NONE : matchedOn,
    placedOn: reversed ? NONE : placedOn,
    adoptedOn: reversed ? null : addMonths(placedOn, 4) + Math.round(random.wait(90)),
    reversedOn: reversed ? orderOn + random.between(120, 420) : null,
    byCarer,
  }
}

/** Kinds of order that end care for good; the words are in the tables of care. */
export const orders = { adoption: 0, guardianship: 1, childArrangements: 2, none: 3 } as const

/** Writes down the adoption plan, or the order that ended care. */
export function orderOf(
  county: County,
  care: InCare & { readonly adoption: Adoption | null; readonly end: EpisodeEnd },
): void {
  const { happened, random } = county
  const { child, period, to, adoption, end } = care
  const kind =
    end === 'E11' || end === 'E12'
      ? orders.adoption
      : end === 'E41'
        ? orders.childArrangements
        : ['E45', 'E46', 'E47', 'E48'].includes(end)
          ? orders.guardianship
          : orders.none
  if (adoption === null && kind === orders.none) return
  const before = (day: number | undefined | null) =>
    day === undefined || day === null || day > to ? NONE : day
  if (adoption !== null && adoption.decidedOn > to) return
  happened.permanence.add({
    child,
    period,
    from: adoption?.decidedOn ?? to,
    to: kind === orders.none ? (adoption?.reversedOn ?? to) : to,
    decided: before(adoption?.decidedOn),
    order: before(adoption?.orderOn),
    matched: before(adoption?.matchedOn),
    placed: before(adoption?.placedOn),
    reversed: before(adoption?.reversedOn),
    reason: random.weighted([30, 20, 25, 25]),
    byCarer: adoption?.byCarer ? 1 : 0,
    kind,
  })
}
