import { type Day, isoMonth, lastDayOf, type Month, monthOf } from '#calendar'
import { differenceInterval, exactInterval, FEWEST, type Interval } from '#practice'
import { type Signal, signalOf } from '#signals'
import {
  type Exemption,
  isExemptIn,
  isOwedIn,
  type Obligation,
  type Withdrawal,
} from './obligation.ts'

/** An audit that was handed in, as the programme counts it. */
export interface DoneAudit {
  readonly auditorId: string
  readonly toolKey: string
  /** The day for which it was planned, where it was. */
  readonly dueOn: Day | null
  readonly doneOn: Day
}

/** What one person owed in one month by one obligation, and what came of it. */
export interface OwedMonth {
  readonly month: Month
  readonly obligation: Obligation
  /** What the programme asks, whether or not they were let off. */
  readonly asked: number
  /** Of these, let off. */
  readonly exempt: number
  readonly onTime: number
  readonly late: number
}

export interface Counted {
  readonly asked: number
  readonly exempt: number
  readonly onTime: number
  readonly late: number
  /** Neither done nor let off. */
  readonly open: number
}

/**
 * Month by month what was owed and done. An audit counts for the month it was planned for, or else
 * the one in which it was handed in; once that month is full it makes good the oldest that is not,
 * late. No audit counts twice, and nobody's counts for somebody else.
 * @param from the first month looked at @param to the last
 */
export function owedMonths(
  obligations: readonly Obligation[],
  exemptions: readonly Exemption[],
  audits: readonly DoneAudit[],
  { from, to }: { readonly from: Month; readonly to: Month },
): readonly OwedMonth[] {
  const keyOf = (person: string, tool: string) => `${person}\n${tool}`
  const done = Map.groupBy(audits, each => keyOf(each.auditorId, each.toolKey))
  const groups = Map.groupBy(obligations, each => keyOf(each.personId, each.toolKey))
  return [...groups].flatMap(([key, own]) => {
    const slots = slotsOf(own, exemptions, { from, to })
    fill(slots, done.get(key) ?? [])
    return slots.map(({ month, obligation, exempt, onTime, late }) => ({
      month,
      obligation,
      asked: obligation.monthly,
      exempt: exempt ? obligation.monthly : 0,
      onTime,
      late,
    }))
  })
}

interface Slot {
  readonly month: Month
  readonly obligation: Obligation
  readonly exempt: boolean
  onTime: number
  late: number
}

function slotsOf(
  own: readonly Obligation[],
  exemptions: readonly Exemption[],
  { from, to }: { readonly from: Month; readonly to: Month },
): readonly Slot[] {
  const months = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
  return months.flatMap(month =>
    own
      .filter(each => isOwedIn(each, month))
      .map(obligation => ({
        month,
        obligation,
        exempt: exemptions.some(
          each =>
            each.personId === obligation.personId &&
            (each.toolKey === '' || each.toolKey === obligation.toolKey) &&
            isExemptIn(each, month),
        ),
        onTime: 0,
        late: 0,
      })),
  )
}

function fill(slots: readonly Slot[], audits: readonly DoneAudit[]): void {
  const hasRoom = (slot: Slot) => !slot.exempt && slot.onTime + slot.late < slot.obligation.monthly
  for (const { dueOn, doneOn } of audits.toSorted((a, b) => a.doneOn - b.doneOn)) {
    const month = monthOf(dueOn ?? doneOn)
    const slot =
      slots.find(each => each.month === month && hasRoom(each)) ??
      slots.find(each => each.month < month && hasRoom(each))
    if (slot === undefined) continue
    if (doneOn <= lastDayOf(slot.month)) slot.onTime++
    else slot.late++
  }
}

export function countedOf(months: readonly OwedMonth[]): Counted {
  const sum = (of: (month: OwedMonth) => number) => months.reduce((all, each) => all + of(each), 0)
  const [asked, exempt] = [sum(each => each.asked), sum(each => each.exempt)]
  const [onTime, late] = [sum(each => each.onTime), sum(each => each.late)]
  return { asked, exempt, onTime, late, open: asked - exempt - onTime - late }
}

export interface MonthCounted extends Counted {
  readonly month: Month
}

/** The completion of the whole programme, month by month, with what its chart says. */
export interface Completion {
  readonly months: readonly MonthCounted[]
  /** Of everything that the programme asked, exempt or not, what was done by the month's end. */
  readonly signal: Signal
  /** The last whole month; null before any. */
  readonly latest: MonthCounted | null
  /** Before and after exemptions were last taken back; null where they never were. */
  readonly around: Around | null
}

export interface Around {
  readonly withdrawal: Withdrawal
  readonly before: Counted
  readonly after: Counted
  /** In shares, the later less the earlier; null where one side has fewer than ten audits. */
  readonly difference: (Interval & { readonly difference: number }) | null
}

/** Months on each side of a withdrawal that are compared. */
const MONTHS_AROUND = 12

/**
 * Exemptions are counted openly: whoever is let off still stands among those asked, so that letting
 * off more people cannot make the figure better.
 * @param today the month that it lies in is not over and has no figure yet
 */
export function completionOf(
  owed: readonly OwedMonth[],
  withdrawals: readonly Withdrawal[],
  today: Day,
): Completion {
  const months = [...Map.groupBy(owed, each => each.month)]
    .toSorted(([a], [b]) => a - b)
    .map(([month, all]) => ({ month, ...countedOf(all) }))
  const whole = months.filter(each => each.month < monthOf(today))
  const signal = signalOf({
    kind: 'percentage',
    good: 'high',
    points: whole.map(({ month, onTime, asked }) => ({
      period: isoMonth(month),
      numerator: onTime,
      denominator: asked,
      value: asked === 0 ? null : (100 * onTime) / asked,
    })),
  })
  const withdrawal = withdrawals.toSorted((a, b) => a.on - b.on).at(-1)
  return {
    months,
    signal,
    latest: whole.at(-1) ?? null,
    around: withdrawal === undefined ? null : aroundOf(withdrawal, whole),
  }
}

function aroundOf(withdrawal: Withdrawal, whole: readonly MonthCounted[]): Around {
  const month = monthOf(withdrawal.on)
  const before = totalOf(whole.filter(each => each.month < month).slice(-MONTHS_AROUND))
  const after = totalOf(whole.filter(each => each.month >= month).slice(0, MONTHS_AROUND))
  const isEnough = before.asked >= FEWEST && after.asked >= FEWEST
  return {
    withdrawal,
    before,
    after,
    difference: isEnough
      ? differenceInterval(
          { numerator: before.onTime, denominator: before.asked },
          { numerator: after.onTime, denominator: after.asked },
        )
      : null,
  }
}

function totalOf(all: readonly Counted[]): Counted {
  const zero: Counted = { asked: 0, exempt: 0, onTime: 0, late: 0, open: 0 }
  return all.reduce(
    (sum, each) => ({
      asked: sum.asked + each.asked,
      exempt: sum.exempt + each.exempt,
      onTime: sum.onTime + each.onTime,
      late: sum.late + each.late,
      open: sum.open + each.open,
    }),
    zero,
  )
}

/** The share done on time, with its interval; null with fewer than ten asked. */
export function shareOnTime({ onTime, asked }: Counted) {
  if (asked < FEWEST) return null
  return { share: onTime / asked, interval: exactInterval(onTime, asked) }
}
