import { type LegalStatus, began, endNumbered, legalNumbered } from '../codes.ts'
import type { County } from '../county.ts'
import type { Adoption } from './adoption.ts'
import type { Destiny } from './care.ts'
import type { Move } from './placements.ts'

interface LegalChange {
  readonly on: number
  readonly status: LegalStatus
}

/** The legal statuses of a period of care, one after the other, written down as spells. */
export function legalChanges(
  county: County,
  care: {
    readonly child: number
    readonly from: number
    readonly to: number
    readonly destiny: Destiny
    readonly adoption: Adoption | null
    readonly unaccompanied: boolean
  },
): readonly LegalChange[] {
  const { random, happened, span } = county
  const { child, from, to, destiny, adoption } = care
  const agreed = care.unaccompanied || random.chance(destiny === 'home' ? 0.66 : 0.34)
  const changes: LegalChange[] = [{ on: from, status: agreed ? 'V2' : 'C1' }]
  if (!care.unaccompanied && destiny !== 'home') {
    const interim = agreed ? from + random.between(20, 120) : from
    if (agreed && random.chance(0.7)) changes.push({ on: interim, status: 'C1' })
    const last = changes.at(-1)
    if (last?.status === 'C1')
      changes.push({ on: interim + random.between(150, 330), status: 'C2' })
  }
  if (adoption !== null) {
    const earlier = changes.filter(each => each.on < adoption.orderOn - 2)
    changes.splice(0, changes.length, ...earlier, { on: adoption.orderOn, status: 'E1' })
  }
  const kept = changes.filter(each => each.on < to - 1 && each.on <= span.to)
  for (const [place, change] of kept.entries()) {
    happened.legal.add({
      child,
      from: change.on,
      to: kept[place + 1]?.on ?? to,
      status: legalNumbered(change.status),
    })
  }
  return kept
}

/** Episodes: a new one on each day that the placement or the legal status changed. */
export function episodes(
  county: County,
  care: {
    readonly child: number
    readonly period: number
    readonly from: number
    readonly to: number
    readonly need: number
    /** Why care ended, as its place in the list of reasons. */
    readonly end: number
    readonly moves: readonly Move[]
    readonly legal: readonly LegalChange[]
  },
): void {
  const { happened } = county
  const { child, period, from, to, need, moves, legal } = care
  const days = [...new Set([...moves.map(move => move.from), ...legal.map(change => change.on)])]
    .filter(day => day >= from && day < to)
    .sort((a, b) => a - b)
  for (const [place, day] of days.entries()) {
    const moved = moves.some(move => move.from === day)
    const changed = legal.some(change => change.on === day)
    const placement = moves.findLast(move => move.from <= day)?.row ?? 0
    const next = days[place + 1]
    happened.episodes.add({
      child,
      period,
      from: day,
      to: next ?? to,
      startReason:
        place === 0 ? began.care : moved ? (changed ? began.both : began.placement) : began.legal,
      endReason: next === undefined ? care.end : endNumbered('X1'),
      need,
      placement,
    })
  }
}
