import { monthOf } from '#calendar'
import { closed } from '../codes.ts'
import type { County } from '../county.ts'

/** How the council's work with a child ended: the day, and the reason (its place in `closures`). */
export interface Ending {
  readonly on: number
  readonly reason: number
}

/** Closes a referral, and lets the child be referred again. */
export function closeReferral(county: County, child: number, row: number, end: Ending): void {
  const { referrals, people } = county.happened
  const on = Math.max(end.on, referrals.get(row, 'from'))
  referrals.set(row, 'to', on)
  referrals.set(row, 'closed', end.reason)
  people.set(child, 'busyUntil', on)
  if (end.reason === closed.died) people.set(child, 'died', on)
  const month = monthOf(on)
  const ended = county.endedIn.get(month) ?? []
  ended.push(child)
  county.endedIn.set(month, ended)
}
