import { type Day, firstDayOf, lastDayOf, type Month } from '#calendar'
import type { Role } from '#people'

/** So many audits of one tool that one person owes each month. */
export interface Obligation {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly role: Role
  /** '' for nobody's team. */
  readonly team: string
  readonly toolKey: string
  readonly monthly: number
  readonly fromOn: Day
  /** The last day on which it holds; null while it goes on. */
  readonly untilOn: Day | null
}

export const exemptionKinds = {
  discretionary: 'Discretionary: their own work leaves no time',
  leave: 'Long leave or illness',
  vacancy: 'The post is vacant, or somebody acts in it',
} as const
export type ExemptionKind = keyof typeof exemptionKinds

/** A time for which somebody owes nothing. It has a reason, an end, and somebody else who agreed. */
export interface Exemption {
  readonly id: string
  readonly personId: string
  readonly personName: string
  /** '' for every tool. */
  readonly toolKey: string
  readonly kind: ExemptionKind
  readonly reason: string
  readonly fromOn: Day
  readonly untilOn: Day
  readonly approvedById: string
  readonly approvedBy: string
  /** The first day on which it held no longer, where it was taken back. */
  readonly withdrawnOn: Day | null
}

/** Exemptions of one kind taken back all at once. */
export interface Withdrawal {
  readonly id: string
  readonly on: Day
  readonly reason: string
  readonly decidedBy: string
}

/** The last day on which an exemption held, whatever it was first given for. */
export const lastDayOfExemption = ({ untilOn, withdrawnOn }: Exemption): Day =>
  withdrawnOn === null ? untilOn : Math.min(untilOn, withdrawnOn - 1)

/** Whether an audit is owed in a month at all: the obligation holds on some day of it. */
export function isOwedIn({ fromOn, untilOn }: Obligation, month: Month): boolean {
  return fromOn <= lastDayOf(month) && (untilOn === null || untilOn >= firstDayOf(month))
}

/**
 * Whether somebody is let off a month: what is owed is owed by the month's end, so the exemption has
 * to hold on its last day.
 */
export function isExemptIn(exemption: Exemption, month: Month): boolean {
  const end = lastDayOf(month)
  return exemption.fromOn <= end && end <= lastDayOfExemption(exemption)
}
