import { type Day, isoDay, parseIsoDay } from '#calendar'
import type { Dimension } from '#indicators'
import type { Generated } from 'kysely'
import type { Ended, MarkKind } from '../mark.ts'

export type Tables = {
  'marks.targets': {
    authority: string
    id: string
    indicator: string
    dimension: Dimension
    slice: string
    value: number | null
    words: string
    from_on: string
    until_on: string | null
    owner_id: string | null
    owner: string | null
    reason: string
    set_at: Date
    set_by: string
    set_by_name: string
    withdrawn_at: Date | null
    withdrawn_by: string | null
    withdrawn_why: string | null
  }
  'marks.notes': {
    authority: string
    id: string
    indicator: string | null
    dimension: Dimension
    slice: string
    month: string
    words: string
    made_at: Date
    made_by: string
    made_by_name: string
    changed_at: Date | null
    withdrawn_at: Date | null
    withdrawn_by: string | null
    withdrawn_why: string | null
  }
  'marks.rebasings': {
    authority: string
    id: string
    indicator: string
    dimension: Dimension
    slice: string
    from_month: string
    reason: string
    was_offered: boolean
    decided_at: Date
    decided_by: string
    decided_by_name: string
    undone_at: Date | null
    undone_by: string | null
    undone_why: string | null
  }
  'marks.events': {
    authority: string
    id: Generated<number>
    mark_kind: MarkKind
    mark_id: string
    at: Date
    actor: string
    actor_name: string
    action: string
    words: string
    before: string
  }
}

export const dayOf = (text: string): Day => parseIsoDay(text) ?? 0
export const maybeDay = (text: string | null): Day | null => (text === null ? null : dayOf(text))
export const isoOf = (day: Day | null): string | null => (day === null ? null : isoDay(day))

export function endedOf(at: Date | null, byName: string | null, why: string | null): Ended | null {
  return at === null ? null : { at, byName: byName ?? '', why: why ?? '' }
}
